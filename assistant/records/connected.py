"""Records that come from the tenant's own service, as far as the tenant wants that; the others are Baton's own."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from assistant.connector import line
from assistant.connector.exchange import ConnectorError, Json, Request
from assistant.connector.wanted import Wanted
from assistant.records import replies
from assistant.records.builtin import BuiltIn
from assistant.records.contract import (
    AppointmentSeen,
    OrderSeen,
    PersonSeen,
    ProductSeen,
    RecordsDownError,
    ServiceSeen,
    TicketSeen,
)
from tenants import ids

T = TypeVar("T")


class Connected:
    """Reads for one turn: what was asked already is not asked again."""

    def __init__(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._own = BuiltIn()
        self._known: dict[tuple[str, str], Any] = {}

    def order(self, number: str) -> OrderSeen | None:
        """The order with this number, whoever's it is."""
        if "orders" not in self._wanted.reads:
            return self._own.order(number)
        return _only(self._ask("orders.find", asked := {"number": number.strip()}, replies.orders(asked)))

    def orders_of(self, email: str) -> Sequence[OrderSeen]:
        """The orders under this address, newest first."""
        if "orders" not in self._wanted.reads:
            return self._own.orders_of(email)
        found = self._ask("orders.find", asked := {"email": email.strip()}, replies.orders(asked))
        return sorted(found, key=lambda order: order.placed_at, reverse=True)

    def products(self) -> Sequence[ProductSeen]:
        """All products."""
        if "products" not in self._wanted.reads:
            return self._own.products()
        return self._ask("products.list", {}, replies.products)

    def ticket(self, number: str) -> TicketSeen | None:
        """The ticket with this number."""
        if "tickets" not in self._wanted.reads:
            return self._own.ticket(number)
        return _only(self._ask("tickets.find", asked := {"number": number.strip()}, replies.tickets(asked)))

    def tickets_of(self, email: str) -> Sequence[TicketSeen]:
        """The tickets under this address, newest first."""
        if "tickets" not in self._wanted.reads:
            return self._own.tickets_of(email)
        found = self._ask("tickets.find", asked := {"email": email.strip()}, replies.tickets(asked))
        return sorted(found, key=lambda ticket: ticket.updated_at, reverse=True)

    def person(self, email: str) -> PersonSeen | None:
        """What is known of the customer with this address."""
        if "persons" not in self._wanted.reads:
            return self._own.person(email)
        return _only(self._ask("persons.find", asked := {"email": email.strip()}, replies.persons(asked)))

    def services(self) -> Sequence[ServiceSeen]:
        """What customers can come for; calendars are Baton's own."""
        return self._own.services()

    def openings(
        self, service_id: str, *, first: date, last: date, now: datetime, besides: str = ""
    ) -> Sequence[datetime]:
        """The times that a customer may have."""
        return self._own.openings(service_id, first=first, last=last, now=now, besides=besides)

    def appointments_of(self, email: str, *, now: datetime) -> Sequence[AppointmentSeen]:
        """The appointments to come under this address."""
        return self._own.appointments_of(email, now=now)

    def _ask(self, kind: str, asked: Json, take: Callable[[Json], Sequence[T]]) -> Sequence[T]:
        key = (kind, repr(sorted(asked.items())))
        if key not in self._known:
            request = Request(kind, asked, ids.encode("req", ids.uuid7()))
            try:
                self._known[key] = line.read(self._wanted.endpoint, request, take, keeps=self._wanted.keeps)
            except ConnectorError as error:
                raise RecordsDownError(f"The connector: {error.problem}") from error
        found: Sequence[T] = self._known[key]
        return found


def _only(found: Sequence[T]) -> T | None:
    return found[0] if found else None
