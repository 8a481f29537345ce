"""The four kinds of record that a tenant keeps: how each is named, found, shown and told from others."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db.models import Model, QuerySet

from assistant.models import Order, OrderItem, Person, Product, Ticket
from assistant.records.shapes import OrderShape, PersonShape, ProductShape, Shape, TicketShape

Json = dict[str, Any]


@dataclass(frozen=True)
class Kind:
    """A kind of record. `key` is the field that tells one from another in the tenant's own systems.

    `moment` orders the list, newest first; where there is none, the record that was added last comes first.
    """

    name: str
    one: str
    prefix: str
    model: type[Model]
    shape: type[Shape]
    key: str
    shown: Callable[[Any], Json]
    searched: tuple[str, ...]
    personal: frozenset[str]  # fields whose values no audit entry holds
    moment: str = ""
    states: bool = False
    fetched: tuple[str, ...] = ()

    def rows(self) -> QuerySet[Any]:
        """All records of this kind, with what belongs to each."""
        return QuerySet(self.model).prefetch_related(*self.fetched)


def plain(value: Any) -> Any:
    """A checked field as plain JSON, as `shown` shows it."""
    match value:
        case Decimal():
            return f"{value:.2f}"
        case datetime():
            return value.isoformat().replace("+00:00", "Z")
        case Mapping():
            return {name: plain(one) for name, one in value.items()}
        case list() | tuple():
            return [plain(one) for one in value]
    return value


def _order(order: Order) -> Json:
    same = ("number", "email", "state", "currency", "address", "tracking", "tracking_url")
    moments = ("placed_at", "shipped_at", "delivered_at")
    return {
        "id": str(order.id),
        "name": order.customer_name,
        **{name: getattr(order, name) for name in same},
        **{name: plain(getattr(order, name)) for name in (*moments, "total", "refunded")},
        "items": [_item(item) for item in order.items.all()],
    }


def _item(item: OrderItem) -> Json:
    same = ("line", "sku", "name", "quantity", "attributes")
    return {
        **{name: getattr(item, name) for name in same},
        "price": plain(item.price),
        "refunded": item.refunded_quantity,
    }


def _product(product: Product) -> Json:
    same = ("sku", "name", "category", "description", "currency", "stock", "attributes", "variants", "url")
    return {
        "id": str(product.id),
        **{name: getattr(product, name) for name in same},
        "price": plain(product.price),
    }


def _person(person: Person) -> Json:
    same = ("email", "name", "phone", "address", "attributes")
    return {
        "id": str(person.id),
        **{name: getattr(person, name) for name in same},
        "updated_at": plain(person.updated_at),
    }


def _ticket(ticket: Ticket) -> Json:
    return {
        "id": str(ticket.id),
        "number": ticket.number,
        "email": ticket.email,
        "name": ticket.customer_name,
        "subject": ticket.subject,
        "state": ticket.state,
        "entries": ticket.entries,
        "opened_at": plain(ticket.opened_at),
        "updated_at": plain(ticket.updated_at),
        "conversation_id": ticket.conversation or None,
    }


ORDERS = Kind(
    name="orders",
    one="order",
    prefix="ord",
    model=Order,
    shape=OrderShape,
    key="number",
    shown=_order,
    searched=("number", "email", "customer_name"),
    personal=frozenset({"email", "name", "address", "tracking", "tracking_url"}),
    moment="placed_at",
    states=True,
    fetched=("items",),
)
PRODUCTS = Kind(
    name="products",
    one="product",
    prefix="prd",
    model=Product,
    shape=ProductShape,
    key="sku",
    shown=_product,
    searched=("sku", "name", "category"),
    personal=frozenset(),
)
PERSONS = Kind(
    name="persons",
    one="person",
    prefix="per",
    model=Person,
    shape=PersonShape,
    key="email",
    shown=_person,
    searched=("email", "name", "phone"),
    personal=frozenset({"email", "name", "phone", "address", "attributes"}),
    moment="updated_at",
)
TICKETS = Kind(
    name="tickets",
    one="ticket",
    prefix="tkt",
    model=Ticket,
    shape=TicketShape,
    key="number",
    shown=_ticket,
    searched=("number", "email", "subject", "customer_name"),
    personal=frozenset({"email", "name", "subject", "entries", "newest"}),
    moment="updated_at",
    states=True,
)
KINDS: Mapping[str, Kind] = {kind.name: kind for kind in (ORDERS, PRODUCTS, PERSONS, TICKETS)}
