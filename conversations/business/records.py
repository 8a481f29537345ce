"""Records as the console and programs read and change them; every change is recorded, without customers' data."""

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Literal, NotRequired, cast

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext
from typing_extensions import TypedDict

from assistant.connector import wanted
from assistant.records import writing
from assistant.records.kinds import KINDS, Kind
from assistant.records.rows import Record
from assistant.records.writing import Changes, Did, Written
from assistant.skills import awaiting
from tenants import cursors
from tenants.errors import BatonError, NotFoundError
from tenants.openapi.shapes import Listed
from tenants.trail import audit
from tenants.trail.audit import HIDDEN, About, Actor

KindName = Literal["orders", "products", "persons", "tickets"]
NO_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)  # in cursors of lists that no moment orders


class RecordCount(TypedDict):
    """How many records of a kind there are, and where they come from."""

    kind: KindName
    count: int
    from_connector: bool
    """The company's own systems are asked for these while customers write; the stored ones count no more."""


class RecordFault(TypedDict):
    """What is wrong with a record."""

    param: str | None
    """The field, such as `items.2.price`."""
    message: str


class WrittenRecord(TypedDict):
    """What became of one of many records that were sent together."""

    place: int
    """In the list that was sent, from 0."""
    id: NotRequired[str]
    did: NotRequired[Did]
    error: NotRequired[RecordFault]
    """Stands instead of `id` and `did` where nothing was written."""


class WrittenRecords(TypedDict):
    """What became of records that were sent together."""

    created: int
    updated: int
    unchanged: int
    failed: int
    data: list[WrittenRecord]
    """In the order in which they were sent."""


def kind_named(name: str) -> Kind:
    """The kind; NotFoundError for any other word."""
    if name not in KINDS:
        raise NotFoundError(gettext("There is no such kind of record."), param="kind")
    return KINDS[name]


def access_record(kind: Kind, record_id: str) -> Any:
    """The record with this id; NotFoundError when there is none."""
    try:
        found = kind.rows().filter(pk=record_id).first()
    except ValidationError:
        found = None
    if found is None:
        raise NotFoundError(gettext("There is no such {one} here.").format(one=kind.one), param="id")
    return found


def summary() -> list[RecordCount]:
    """How many records of each kind there are, and where each kind comes from. Five queries."""
    connector = wanted.stored()
    elsewhere = set(connector.reads) if connector.on else set()
    return [
        {"kind": cast("KindName", kind.name), "count": kind.rows().count(), "from_connector": kind.name in elsewhere}
        for kind in KINDS.values()
    ]


def page(kind: Kind, *, search: str, state: str, key: str, limit: int, cursor: str) -> Listed[Record]:
    """A page of records whose fields have the words in them. One query, or two with items."""
    order = (f"-{kind.moment}",) if kind.moment else ()
    rows = kind.rows().order_by(*order, "-pk")
    rows = _after(kind, _matching(kind, rows, search.strip(), state, key.strip()), cursor)
    found = list(rows[: limit + 1])
    shown, more = found[:limit], len(found) > limit
    last = shown[-1] if shown else None
    return {
        "data": [kind.shown(row) for row in shown],
        "has_more": more,
        "next_cursor": _cursor(kind, last) if more and last is not None else None,
    }


@transaction.atomic
def create(kind: Kind, told: Any, *, actor: Actor) -> Record:
    """A new record. ParameterError naming the field, RecordExistsError."""
    made = writing.create(kind, writing.read(kind, told, existing=None))
    _record(kind, "created", made.row, actor=actor, changes=made.changes)
    awaiting.came(kind.name, actor=actor)
    return shown(kind, made.row)


@transaction.atomic
def change(kind: Kind, row: Any, told: Any, *, actor: Actor) -> Record:
    """Change what is told of the record. ParameterError naming the field, RecordExistsError."""
    made = writing.change(kind, row, writing.read(kind, told, existing=row))
    if made.did == Did.UPDATED:
        _record(kind, "changed", made.row, actor=actor, changes=made.changes)
    return shown(kind, made.row)


@transaction.atomic
def remove(kind: Kind, row: Any, *, actor: Actor) -> None:
    """The record goes; what was done about it stays on record."""
    _record(kind, "removed", row, actor=actor, changes={})
    row.delete()


@transaction.atomic
def put_many(kind: Kind, told: list[Any], *, actor: Actor) -> WrittenRecords:
    """Write each of these by its key; one that is wrong is told by its place and stops no other."""
    outcomes = [_put_one(kind, place, one) for place, one in enumerate(told)]
    counts = Counter(one["did"] for one in outcomes if "did" in one)
    if counts[Did.CREATED] or counts[Did.UPDATED]:
        about = About(kind.one, name=f"{len(told)} {kind.name}")
        told_of = {did.value: (None, counts[did]) for did in Did if counts[did]}
        audit.record("record.written", actor=actor, about=about, changes=told_of)
        awaiting.came(kind.name, actor=actor)
    return {
        "created": counts[Did.CREATED],
        "updated": counts[Did.UPDATED],
        "unchanged": counts[Did.UNCHANGED],
        "failed": len(outcomes) - counts.total(),
        "data": outcomes,
    }


def shown(kind: Kind, row: Any) -> Record:
    """The record as it is stored now."""
    return kind.shown(access_record(kind, str(row.pk)))


def audited(kind: Kind, changes: Changes) -> Mapping[str, tuple[Any, Any]]:
    """What changed, as an audit entry may hold it: of customers' data, only that it changed."""
    return {name: (HIDDEN, HIDDEN) if name in kind.personal else pair for name, pair in changes.items()}


def _put_one(kind: Kind, place: int, told: Any) -> WrittenRecord:
    try:
        written: Written = writing.put(kind, told)
    except BatonError as error:
        return {"place": place, "error": {"param": error.param, "message": error.message}}
    return {"place": place, "id": str(written.row.pk), "did": written.did}


def _record(kind: Kind, what: str, row: Any, *, actor: Actor, changes: Changes) -> None:
    name = "" if kind.key in kind.personal else str(getattr(row, kind.key))
    about = About(kind.one, str(row.pk), name)
    audit.record(f"record.{what}", actor=actor, about=about, changes=audited(kind, changes))


def _matching(kind: Kind, rows: QuerySet[Any], words: str, state: str, key: str) -> QuerySet[Any]:
    if state and kind.states:
        rows = rows.filter(state=state)
    if key:
        rows = rows.filter(**{f"{kind.key}__iexact": key})
    if not words:
        return rows
    if words.startswith(f"{kind.prefix}_"):
        try:
            return rows.filter(pk=words)
        except ValidationError:
            return rows.none()
    wanted_in = Q()
    for name in kind.searched:
        wanted_in |= Q(**{f"{name}__icontains": words})
    return rows.filter(wanted_in)


def _after(kind: Kind, rows: QuerySet[Any], cursor: str) -> QuerySet[Any]:
    if not cursor:
        return rows
    at, key = cursors.unpack(cursor, prefix=kind.prefix)
    if not kind.moment:
        return rows.filter(pk__lt=key)
    return rows.filter(Q(**{f"{kind.moment}__lt": at}) | Q(**{kind.moment: at}, pk__lt=key))


def _cursor(kind: Kind, row: Any) -> str:
    at: datetime = getattr(row, kind.moment) if kind.moment else NO_MOMENT
    return cursors.pack(at, str(row.pk))
