"""What skills may ask of the tenant's records, and the values that they get."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Protocol


class RecordsDownError(Exception):
    """The records cannot be asked now, as when the tenant's connector does not answer; a person gets the task."""


@dataclass(frozen=True)
class ItemSeen:
    """A line of an order, with what was refunded of it already."""

    line: int  # 1 and up, stable within the order
    sku: str
    name: str
    quantity: int
    price: Decimal  # of one
    refunded: int = 0  # pieces
    attributes: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class OrderSeen:
    """An order as it stands; `state` is one of assistant.models.OrderState."""

    number: str
    email: str
    name: str
    state: str
    placed_at: datetime
    total: Decimal
    currency: str
    items: tuple[ItemSeen, ...]
    shipped_at: datetime | None = None
    delivered_at: datetime | None = None
    refunded: Decimal = Decimal(0)
    address: Mapping[str, str] = field(default_factory=dict)  # line, line2, town, region, postcode, country
    tracking: str = ""
    tracking_url: str = ""


@dataclass(frozen=True)
class ProductSeen:
    """Something that the tenant sells."""

    sku: str
    name: str
    category: str
    description: str
    price: Decimal
    currency: str
    stock: int
    attributes: Mapping[str, Any] = field(default_factory=dict)
    variants: tuple[Mapping[str, Any], ...] = ()
    url: str = ""


@dataclass(frozen=True)
class TicketSeen:
    """Something that the tenant is working on for a customer."""

    number: str
    email: str
    subject: str
    state: str  # one of assistant.models.TicketState
    opened_at: datetime
    updated_at: datetime
    newest: str = ""  # the newest entry that the customer may read


@dataclass(frozen=True)
class PersonSeen:
    """What the records know of a customer."""

    email: str
    name: str = ""
    phone: str = ""
    address: Mapping[str, str] = field(default_factory=dict)
    attributes: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class ServiceSeen:
    """Something that a customer can come for."""

    id: str
    name: str
    also: tuple[str, ...]  # other words for it
    minutes: int
    place: str
    zone: str  # IANA name, of the clocks by which it is booked
    reminds: int = 0  # hours before, by mail; 0 when there is no reminder


@dataclass(frozen=True)
class AppointmentSeen:
    """An appointment that stands."""

    id: str
    email: str
    service_id: str  # "" when it is not offered any more
    service: str
    starts_at: datetime  # UTC
    place: str
    zone: str
    change_hours: int  # until when before it the customer may change it
    version: int
    moves: int = 0


class Records(Protocol):
    """Reads of the tenant's records; each may raise RecordsDownError. None and empty: there is no such thing."""

    def order(self, number: str) -> OrderSeen | None:
        """The order with this number, whoever's it is."""

    def orders_of(self, email: str) -> Sequence[OrderSeen]:
        """The orders under this address, newest first, at most twenty."""

    def products(self) -> Sequence[ProductSeen]:
        """All products, at most two thousand."""

    def ticket(self, number: str) -> TicketSeen | None:
        """The ticket with this number."""

    def tickets_of(self, email: str) -> Sequence[TicketSeen]:
        """The tickets under this address, newest first, at most twenty."""

    def person(self, email: str) -> PersonSeen | None:
        """What is known of the customer with this address."""

    def services(self) -> Sequence[ServiceSeen]:
        """What customers can come for, by name."""

    def openings(
        self, service_id: str, *, first: date, last: date, now: datetime, besides: str = ""
    ) -> Sequence[datetime]:
        """The times (UTC) that a customer may have, the earliest first, as if the appointment `besides` were not."""

    def appointments_of(self, email: str, *, now: datetime) -> Sequence[AppointmentSeen]:
        """The appointments to come under this address, the next one first, at most twenty."""
