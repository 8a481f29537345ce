"""What a record looks like where it is shown."""

from pydantic import JsonValue
from typing_extensions import TypedDict

from assistant.models import OrderState, TicketState


class PostalAddress(TypedDict, total=False):
    """A postal address, as far as it is known."""

    line: str
    """Street and number."""
    line2: str
    town: str
    region: str
    postcode: str
    country: str


class OrderItemRecord(TypedDict):
    """A line of an order."""

    line: int
    """Its place in the order, from 1."""
    sku: str
    name: str
    quantity: int
    price: str
    """Of one piece, such as `19.90`."""
    refunded: int
    """So many pieces were refunded."""
    attributes: dict[str, JsonValue]


class OrderRecord(TypedDict):
    """An order with its items."""

    id: str
    number: str
    """What tells it from other orders."""
    email: str
    name: str
    state: OrderState
    placed_at: str
    shipped_at: str | None
    delivered_at: str | None
    total: str
    """Such as `59.80`."""
    refunded: str
    """So much of the total was refunded."""
    currency: str
    address: PostalAddress
    tracking: str
    tracking_url: str
    items: list[OrderItemRecord]


class ProductRecord(TypedDict):
    """Something that is sold."""

    id: str
    sku: str
    """What tells it from other products."""
    name: str
    category: str
    description: str
    price: str
    currency: str
    stock: int
    attributes: dict[str, JsonValue]
    variants: list[dict[str, JsonValue]]
    url: str


class PersonRecord(TypedDict):
    """What the company's own systems know of a customer."""

    id: str
    email: str
    """What tells them from others."""
    name: str
    phone: str
    address: PostalAddress
    attributes: dict[str, JsonValue]
    updated_at: str


class TicketEntry(TypedDict):
    """What was said about a ticket; the customer may read it."""

    at: str
    by: str
    text: str


class TicketRecord(TypedDict):
    """Something that is worked on for a customer."""

    id: str
    number: str
    """What tells it from other tickets."""
    email: str
    name: str
    subject: str
    state: TicketState
    entries: list[TicketEntry]
    opened_at: str
    updated_at: str
    conversation_id: str | None
    """The conversation that it came from."""


Record = OrderRecord | ProductRecord | PersonRecord | TicketRecord
