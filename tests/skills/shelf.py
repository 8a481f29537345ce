"""Records that lie on a shelf: orders, products, tickets and persons as values, for skills that are pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from assistant.records.contract import (
    AppointmentSeen,
    ItemSeen,
    OrderSeen,
    PersonSeen,
    ProductSeen,
    RecordsDownError,
    ServiceSeen,
    TicketSeen,
)
from assistant.skills.contract import Known, Past, Scene, Value

NOW = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)
CAROL = "carol@example.org"
PROVEN = Known(email=CAROL, proven=frozenset({CAROL}), how="code")
BELL = ItemSeen(1, "BEL-1", "Brass Bell", 1, Decimal("25.00"))
TUBES = ItemSeen(2, "TUB-28", "Inner Tube", 2, Decimal("8.00"))


def order(number: str = "LC-100001", **changed: Any) -> OrderSeen:
    """Carol's order of a bell and two tubes, delivered five days ago."""
    usual = OrderSeen(
        number=number,
        email=CAROL,
        name="Carol Example",
        state="delivered",
        placed_at=NOW - timedelta(days=9),
        shipped_at=NOW - timedelta(days=7),
        delivered_at=NOW - timedelta(days=5),
        total=Decimal("45.95"),
        currency="GBP",
        items=(BELL, TUBES),
        address={"line": "14 Mill Lane", "town": "Hartsbridge", "postcode": "HB1 4LC", "country": "GB"},
    )
    return replace(usual, **changed)


@dataclass
class Shelf:
    """What the records know; `down` is a connector that does not answer."""

    orders: Sequence[OrderSeen] = ()
    persons: Sequence[PersonSeen] = ()
    offered: Sequence[ServiceSeen] = ()
    free: Sequence[datetime] = ()
    booked: Sequence[AppointmentSeen] = ()
    down: bool = False
    asked: list[str] = field(default_factory=list)

    def order(self, number: str) -> OrderSeen | None:
        """The order with this number."""
        self._ask("order")
        return next((one for one in self.orders if one.number == number), None)

    def orders_of(self, email: str) -> Sequence[OrderSeen]:
        """The orders under this address."""
        self._ask("orders_of")
        return [one for one in self.orders if one.email == email]

    def products(self) -> Sequence[ProductSeen]:
        """None."""
        self._ask("products")
        return []

    def ticket(self, number: str) -> TicketSeen | None:
        """None."""
        self._ask("ticket")
        return None

    def tickets_of(self, email: str) -> Sequence[TicketSeen]:
        """None."""
        self._ask("tickets_of")
        return []

    def person(self, email: str) -> PersonSeen | None:
        """The person with this address."""
        self._ask("person")
        return next((one for one in self.persons if one.email == email), None)

    def services(self) -> Sequence[ServiceSeen]:
        """What customers can come for."""
        self._ask("services")
        return self.offered

    def openings(
        self, service_id: str, *, first: date, last: date, now: datetime, besides: str = ""
    ) -> Sequence[datetime]:
        """The free times of these days, in the zone of the service."""
        self._ask("openings")
        zone = ZoneInfo(next(one.zone for one in self.offered if one.id == service_id))
        return [one for one in self.free if one > now and first <= one.astimezone(zone).date() <= last]

    def appointments_of(self, email: str, *, now: datetime) -> Sequence[AppointmentSeen]:
        """The appointments to come under this address."""
        self._ask("appointments_of")
        return [one for one in self.booked if one.email == email and one.starts_at > now]

    def _ask(self, what: str) -> None:
        self.asked.append(what)
        if self.down:
            raise RecordsDownError


@dataclass(frozen=True)
class Before:
    """A past with so many acts."""

    times: int

    def count(self, kind: str, *, email: str, since: datetime) -> int:
        """As many as there are."""
        return self.times


def scene(
    policy: Any, *orders: OrderSeen, known: Known = PROVEN, language: str = "en", past: Past | None = None
) -> Scene[Any]:
    """A scene in which these orders are all that there are."""
    return Scene(
        policy, Shelf(orders), known, NOW, ZoneInfo("Europe/London"), language, past=past or Before(0)
    )  # fmt: skip


def slots(**said: str) -> dict[str, Value]:
    """Filled slots by name."""
    return {name: Value(value, value, 1) for name, value in said.items()}
