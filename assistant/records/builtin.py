"""The records that Baton keeps itself: the default, filled by import, by REST and by skills."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db.models import QuerySet

from assistant.models import Order, OrderItem, Person, Product, Ticket
from assistant.records import appointments
from assistant.records.contract import (
    AppointmentSeen,
    ItemSeen,
    OrderSeen,
    PersonSeen,
    ProductSeen,
    ServiceSeen,
    TicketSeen,
)

MOST = 20
MOST_PRODUCTS = 2000


class BuiltIn:
    """Reads of the tenant entered now, for one turn."""

    def __init__(self) -> None:
        self._services: Sequence[ServiceSeen] | None = None

    def order(self, number: str) -> OrderSeen | None:
        """The order with this number, in whatever case it is written."""
        found = _orders().filter(number__iexact=number.strip()).first()
        return None if found is None else _order(found)

    def orders_of(self, email: str) -> Sequence[OrderSeen]:
        """The orders under this address, newest first."""
        return [_order(one) for one in _orders().filter(email__iexact=email.strip()).order_by("-placed_at")[:MOST]]

    def products(self) -> Sequence[ProductSeen]:
        """All products, by category and name."""
        return [_product(one) for one in Product.objects.all()[:MOST_PRODUCTS]]

    def ticket(self, number: str) -> TicketSeen | None:
        """The ticket with this number."""
        found = Ticket.objects.filter(number__iexact=number.strip()).first()
        return None if found is None else _ticket(found)

    def tickets_of(self, email: str) -> Sequence[TicketSeen]:
        """The tickets under this address, newest first."""
        return [_ticket(one) for one in Ticket.objects.filter(email__iexact=email.strip())[:MOST]]

    def person(self, email: str) -> PersonSeen | None:
        """What is known of the customer with this address."""
        found = Person.objects.filter(email__iexact=email.strip()).first()
        if found is None:
            return None
        return PersonSeen(found.email, found.name, found.phone, found.address, found.attributes)

    def services(self) -> Sequence[ServiceSeen]:
        """What customers can come for, by name; asked once for each turn."""
        if self._services is None:
            self._services = appointments.services()
        return self._services

    def openings(
        self, service_id: str, *, first: date, last: date, now: datetime, besides: str = ""
    ) -> Sequence[datetime]:
        """The times that a customer may have, the earliest first."""
        return appointments.openings(service_id, first=first, last=last, now=now, besides=besides)

    def appointments_of(self, email: str, *, now: datetime) -> Sequence[AppointmentSeen]:
        """The appointments to come under this address, the next one first."""
        return appointments.of_person(email, now=now)


def _orders() -> QuerySet[Order]:
    return Order.objects.prefetch_related("items")


def _order(order: Order) -> OrderSeen:
    return OrderSeen(
        number=order.number,
        email=order.email,
        name=order.customer_name,
        state=order.state,
        placed_at=order.placed_at,
        total=order.total,
        currency=order.currency,
        items=tuple(_item(one) for one in order.items.all()),
        shipped_at=order.shipped_at,
        delivered_at=order.delivered_at,
        refunded=order.refunded,
        address=order.address,
        tracking=order.tracking,
        tracking_url=order.tracking_url,
    )


def _item(item: OrderItem) -> ItemSeen:
    return ItemSeen(
        line=item.line,
        sku=item.sku,
        name=item.name,
        quantity=item.quantity,
        price=item.price,
        refunded=item.refunded_quantity,
        attributes=item.attributes,
    )


def _product(product: Product) -> ProductSeen:
    return ProductSeen(
        sku=product.sku,
        name=product.name,
        category=product.category,
        description=product.description,
        price=product.price,
        currency=product.currency,
        stock=product.stock,
        attributes=product.attributes,
        variants=tuple(product.variants),
        url=product.url,
    )


def _ticket(ticket: Ticket) -> TicketSeen:
    newest = ticket.entries[-1]["text"] if ticket.entries else ""
    return TicketSeen(
        number=ticket.number,
        email=ticket.email,
        subject=ticket.subject,
        state=ticket.state,
        opened_at=ticket.opened_at,
        updated_at=ticket.updated_at,
        newest=newest,
    )
