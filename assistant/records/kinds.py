"""The four kinds of record that a tenant keeps: how each is named, found, shown and told from others."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db.models import Model, QuerySet

from assistant.models import Order, OrderItem, OrderState, Person, Product, Ticket, TicketState
from assistant.records.rows import OrderItemRecord, OrderRecord, PersonRecord, ProductRecord, Record, TicketRecord
from assistant.records.shapes import OrderFields, PersonFields, ProductFields, Shape, TicketFields


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
    shown: Callable[[Any], Record]
    searched: tuple[str, ...]
    personal: frozenset[str]  # fields whose values no audit entry holds
    moment: str = ""
    states: bool = False
    fetched: tuple[str, ...] = ()

    def rows(self) -> QuerySet[Any]:
        """All records of this kind, with what belongs to each."""
        return QuerySet(self.model).prefetch_related(*self.fetched)


def amount(money: Decimal) -> str:
    """An amount of money as records show it."""
    return f"{money:.2f}"


def moment(value: datetime) -> str:
    """RFC 3339 in UTC."""
    return value.isoformat().replace("+00:00", "Z")


def plain(value: Any) -> Any:
    """A checked field as plain JSON, as `shown` shows it."""
    match value:
        case Decimal():
            return amount(value)
        case datetime():
            return moment(value)
        case Mapping():
            return {name: plain(one) for name, one in value.items()}
        case list() | tuple():
            return [plain(one) for one in value]
    return value


def _order(order: Order) -> OrderRecord:
    return {
        "id": str(order.id),
        "number": order.number,
        "email": order.email,
        "name": order.customer_name,
        "state": OrderState(order.state),
        "placed_at": moment(order.placed_at),
        "shipped_at": moment(order.shipped_at) if order.shipped_at else None,
        "delivered_at": moment(order.delivered_at) if order.delivered_at else None,
        "total": amount(order.total),
        "refunded": amount(order.refunded),
        "currency": order.currency,
        "address": order.address,
        "tracking": order.tracking,
        "tracking_url": order.tracking_url,
        "items": [_item(item) for item in order.items.all()],
    }


def _item(item: OrderItem) -> OrderItemRecord:
    return {
        "line": item.line,
        "sku": item.sku,
        "name": item.name,
        "quantity": item.quantity,
        "price": amount(item.price),
        "refunded": item.refunded_quantity,
        "attributes": item.attributes,
    }


def _product(product: Product) -> ProductRecord:
    return {
        "id": str(product.id),
        "sku": product.sku,
        "name": product.name,
        "category": product.category,
        "description": product.description,
        "price": amount(product.price),
        "currency": product.currency,
        "stock": product.stock,
        "attributes": product.attributes,
        "variants": product.variants,
        "url": product.url,
    }


def _person(person: Person) -> PersonRecord:
    return {
        "id": str(person.id),
        "email": person.email,
        "name": person.name,
        "phone": person.phone,
        "address": person.address,
        "attributes": person.attributes,
        "updated_at": moment(person.updated_at),
    }


def _ticket(ticket: Ticket) -> TicketRecord:
    return {
        "id": str(ticket.id),
        "number": ticket.number,
        "email": ticket.email,
        "name": ticket.customer_name,
        "subject": ticket.subject,
        "state": TicketState(ticket.state),
        "entries": ticket.entries,
        "opened_at": moment(ticket.opened_at),
        "updated_at": moment(ticket.updated_at),
        "conversation_id": ticket.conversation or None,
    }


ORDERS = Kind(
    name="orders",
    one="order",
    prefix="ord",
    model=Order,
    shape=OrderFields,
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
    shape=ProductFields,
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
    shape=PersonFields,
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
    shape=TicketFields,
    key="number",
    shown=_ticket,
    searched=("number", "email", "subject", "customer_name"),
    personal=frozenset({"email", "name", "subject", "entries", "newest"}),
    moment="updated_at",
    states=True,
)
KINDS: Mapping[str, Kind] = {kind.name: kind for kind in (ORDERS, PRODUCTS, PERSONS, TICKETS)}
