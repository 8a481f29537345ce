"""Writes records that come from outside: told in whole or in part, never against what was refunded already."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext

from assistant.models import Order, OrderItem, Person, Product, Ticket
from assistant.records.kinds import Kind, plain
from assistant.records.shapes import first_fault
from tenants.errors import BatonError, ParameterError

Json = dict[str, Any]
Changes = dict[str, tuple[Any, Any]]
OF_MODEL = {"name": "customer_name"}  # of orders and tickets


class RecordExistsError(BatonError):
    """Another record has this number, SKU or address."""

    status = 409
    code = "record_exists"


class Did(StrEnum):
    """What writing a record came to."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Written:
    """The record as it stands, and what changed."""

    row: Any
    did: Did
    changes: Changes


def find(kind: Kind, key: str, *, locked: bool = False) -> Any | None:
    """The record with this number, SKU or address, in whatever case it is written."""
    rows = kind.rows().filter(**{f"{kind.key}__iexact": key.strip()}).order_by("pk")
    return (rows.select_for_update() if locked else rows).first()


def read(kind: Kind, told: Any, *, existing: Any | None) -> Json:
    """The checked fields; of a record that exists, only those that are told. ParameterError naming the field."""
    form = kind.shape(data=told, partial=existing is not None, context={"strict": True})
    if not form.is_valid():
        param, problem = first_fault(form.errors)
        raise ParameterError(f"{param}: {problem}" if param else problem, param=param or None)
    fields: Json = form.validated_data
    return fields


@transaction.atomic
def put(kind: Kind, told: Any) -> Written:
    """Write the record that has the told key, new or as it is. ParameterError naming the field."""
    key = told.get(kind.key) if isinstance(told, Mapping) else None
    existing = find(kind, key, locked=True) if isinstance(key, str) and key.strip() and "\x00" not in key else None
    fields = read(kind, told, existing=existing)
    if existing is None:
        return create(kind, fields)
    return change(kind, existing, {name: value for name, value in fields.items() if name != kind.key})


@transaction.atomic
def create(kind: Kind, fields: Json) -> Written:
    """A new record of fields that were checked. RecordExistsError when its key is taken."""
    if find(kind, fields[kind.key]) is not None:
        raise _taken(kind)
    row = kind.model()
    _write(kind, row, fields, new=True)
    return Written(row, Did.CREATED, {name: (None, value) for name, value in plain(fields).items()})


@transaction.atomic
def change(kind: Kind, existing: Any, fields: Json) -> Written:
    """Give the record these checked fields, under its lock. RecordExistsError when the new key is taken."""
    row = kind.rows().select_for_update().get(pk=existing.pk)
    key = fields.get(kind.key)
    if key is not None:
        other = find(kind, key)
        if other is not None and other.pk != row.pk:
            raise _taken(kind)
    differs = changes(kind, row, fields)
    if not differs:
        return Written(row, Did.UNCHANGED, {})
    _write(kind, row, {name: fields[name] for name in differs}, new=False)
    return Written(row, Did.UPDATED, differs)


def changes(kind: Kind, row: Any, fields: Json) -> Changes:
    """What the fields would change: {field: (before, after)}."""
    shown: Json = {**kind.shown(row)}
    told = plain(fields)
    if "newest" in told:
        told["newest"], shown["newest"] = told["newest"], _newest(row)
    return {name: (shown.get(name), value) for name, value in told.items() if not _same(shown.get(name), value)}


def _same(before: Any, after: Any) -> bool:
    """Whether it says the same; items by their lines, as far as they are told."""
    if isinstance(before, list) and isinstance(after, list) and after and "line" in after[0]:
        kept = {item["line"]: item for item in before}
        told = {item["line"]: item for item in after}
        return kept.keys() == told.keys() and all({**kept[line], **item} == kept[line] for line, item in told.items())
    return bool(before == after)


def _write(kind: Kind, row: Any, fields: Json, *, new: bool) -> None:
    try:
        with transaction.atomic():
            WRITES[kind.name](row, fields)
    except IntegrityError as error:  # somebody else was quicker
        raise (
            _taken(kind) if new else ParameterError(gettext("The record was changed meanwhile; look again."))
        ) from error


def _taken(kind: Kind) -> RecordExistsError:
    return RecordExistsError(
        gettext("{key}: another {one} has it already.").format(key=kind.key, one=kind.one), param=kind.key
    )


def _put_order(order: Order, fields: Json) -> None:
    if fields.get("refunded", order.refunded) < order.refunded:
        raise ParameterError(
            gettext("refunded: {refunded} was refunded already.").format(refunded=order.refunded), param="refunded"
        )
    _set(order, {name: value for name, value in fields.items() if name != "items"})
    if order.refunded > order.total:
        raise ParameterError(
            gettext("total: {refunded} was refunded already.").format(refunded=order.refunded), param="total"
        )
    order.save()
    if "items" in fields:
        _put_items(order, fields["items"])


def _put_items(order: Order, told: list[Json]) -> None:
    kept = {item.line: item for item in order.items.select_for_update()}
    products = Product.objects.in_bulk([item["sku"] for item in told if item["sku"]], field_name="sku")
    for place, fields in enumerate(told):
        item = kept.pop(fields["line"], None) or OrderItem(order=order, line=fields["line"])
        refunded = fields.get("refunded", item.refunded_quantity)
        if refunded < item.refunded_quantity or refunded > fields["quantity"]:
            param = f"items.{place}." + ("refunded" if "refunded" in fields else "quantity")
            raise ParameterError(
                gettext("{param}: {refunded_quantity} pieces were refunded already.").format(
                    param=param, refunded_quantity=item.refunded_quantity
                ),
                param=param,
            )
        item.refunded_quantity, item.product = refunded, products.get(fields["sku"])
        for name in ("sku", "name", "quantity", "price", "attributes"):
            setattr(item, name, fields[name])
        item.save()
    for line, item in kept.items():
        if item.refunded_quantity:
            raise ParameterError(
                gettext("items: line {line} was refunded already and has to stay.").format(line=line), param="items"
            )
        item.delete()


def _put_ticket(ticket: Ticket, fields: Json) -> None:
    now = timezone.now()
    newest = fields.get("newest")
    if "entries" in fields:
        ticket.entries = plain(fields["entries"])
    if newest and newest != _newest(ticket):
        ticket.entries = [*ticket.entries, {"at": plain(now), "by": "", "text": newest}]
    _set(ticket, {name: value for name, value in fields.items() if name not in ("entries", "newest")})
    ticket.updated_at = fields.get("updated_at", now)
    ticket.save()


def _put_person(person: Person, fields: Json) -> None:
    for name, value in fields.items():
        setattr(person, name, value)
    person.updated_at = timezone.now()
    person.save()


def _put_product(product: Product, fields: Json) -> None:
    for name, value in fields.items():
        setattr(product, name, value)
    product.save()


def _set(row: Order | Ticket, fields: Json) -> None:
    for name, value in fields.items():
        setattr(row, OF_MODEL.get(name, name), value)


def _newest(ticket: Ticket) -> str:
    return str(ticket.entries[-1]["text"]) if ticket.entries else ""


WRITES: Mapping[str, Callable[[Any, Json], None]] = {
    "orders": _put_order,
    "products": _put_product,
    "persons": _put_person,
    "tickets": _put_ticket,
}
