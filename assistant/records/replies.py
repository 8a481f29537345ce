"""What the tenant's service answered, checked against the shapes and against what was asked."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from django.utils import timezone

from assistant.connector.exchange import ConnectorError, Failure
from assistant.records.contract import ItemSeen, OrderSeen, PersonSeen, ProductSeen, TicketSeen
from assistant.records.shapes import OrderFields, PersonFields, ProductFields, Shape, TicketFields, first_fault

Json = dict[str, Any]
T = TypeVar("T")
MOST = {"orders": 20, "products": 2000, "tickets": 20, "persons": 1}


def orders(asked: Json) -> Callable[[Json], Sequence[OrderSeen]]:
    """Reads the reply to `orders.find`."""
    return lambda told: [_order(one) for one in _read(told, "orders", OrderFields, asked)]


def products(told: Json) -> Sequence[ProductSeen]:
    """Reads the reply to `products.list`."""
    return [_product(one) for one in _read(told, "products", ProductFields, {})]


def tickets(asked: Json) -> Callable[[Json], Sequence[TicketSeen]]:
    """Reads the reply to `tickets.find`."""
    return lambda told: [_ticket(one) for one in _read(told, "tickets", TicketFields, asked)]


def persons(asked: Json) -> Callable[[Json], Sequence[PersonSeen]]:
    """Reads the reply to `persons.find`."""
    return lambda told: [_person(one) for one in _read(told, "persons", PersonFields, asked)]


def _read(told: Json, what: str, shape: type[Shape], asked: Json) -> list[Json]:
    """The checked records, each one that was asked for; ConnectorError naming the field."""
    rows = told.get("data")
    if not isinstance(rows, list):
        raise _wrong("data", "This must be a list; an empty one where there is nothing.")
    if len(rows) > MOST[what]:
        raise _wrong("data", f"These are {len(rows)}; at most {MOST[what]} may come.")
    return [_checked(row, f"data.{place}", shape, asked) for place, row in enumerate(rows)]


def _checked(row: Any, place: str, shape: type[Shape], asked: Json) -> Json:
    read = shape(data=row)
    if not read.is_valid():
        raise _wrong(*first_fault(read.errors, place))
    found: Json = read.validated_data
    for name, value in asked.items():
        if str(found[name]).casefold() != str(value).strip().casefold():
            raise _wrong(f"{place}.{name}", "This is not what was asked for.")
    return found


def _wrong(place: str, problem: str) -> ConnectorError:
    return ConnectorError(Failure.SHAPE, f"{place}: {problem}")


def _order(told: Json) -> OrderSeen:
    kept = {name: value for name, value in told.items() if name != "items"}
    return OrderSeen(**kept, items=tuple(ItemSeen(**item) for item in told.get("items", ())))


def _product(told: Json) -> ProductSeen:
    return ProductSeen(**{**told, "variants": tuple(told["variants"])})


def _ticket(told: Json) -> TicketSeen:
    entries = told.get("entries", ())
    opened = told.get("opened_at") or told.get("updated_at") or timezone.now()
    return TicketSeen(
        number=told["number"],
        email=told["email"],
        subject=told["subject"],
        state=told["state"],
        opened_at=opened,
        updated_at=told.get("updated_at") or opened,
        newest=told.get("newest") or (entries[-1]["text"] if entries else ""),
    )


def _person(told: Json) -> PersonSeen:
    return PersonSeen(**told)
