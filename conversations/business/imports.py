"""Imports of records over REST: a file, its columns, a look through its lines, and what became of it."""

from collections.abc import Mapping
from typing import Any, Literal, cast

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Count
from django.utils.translation import gettext
from pydantic import JsonValue
from typing_extensions import TypedDict

from assistant.knowledge.importing import texts
from assistant.knowledge.importing.texts import NoTextError
from assistant.models import RecordImport, RecordImportRow, RecordImportState, RowAction
from assistant.records.importing import lines, running
from assistant.records.importing.columns import FIELDS
from assistant.records.importing.lines import Way
from assistant.records.kinds import KINDS
from assistant.skills import awaiting
from conversations import places, wire
from conversations.attachments.uploads import TooLargeError
from conversations.business.records import KindName, kind_named
from tenants import cursors
from tenants.errors import NotFoundError, ParameterError
from tenants.openapi.shapes import Listed
from tenants.trail import audit
from tenants.trail.audit import About, Actor

DateWay = Literal["iso", "day_first", "month_first"]
LARGEST = 10 * 1024 * 1024  # bytes
BRIEF = ("text",)


class RecordLineCounts(TypedDict):
    """How many lines of a file do what."""

    create: int
    update: int
    same: int
    problem: int


class RecordImportBrief(TypedDict):
    """An import of records, as the list shows it."""

    id: str
    kind: KindName
    name: str
    """Of the file."""
    state: RecordImportState
    total: int
    """Of what is read, then of what is stored."""
    done: int
    counts: RecordLineCounts
    problem: str
    requested_by: str
    created_at: str
    can_be_undone: bool


class RecordField(TypedDict):
    """A field that a column can fill."""

    name: str
    label: str
    needed: bool
    """A record that has none is a problem."""


class RecordImportWhole(RecordImportBrief):
    """An import of records, with its columns and how they are to be read."""

    columns: list[str]
    sample: list[list[str]]
    """The first lines of the file, while it is not stored."""
    fields: list[RecordField]
    keeps_attributes: bool
    """Columns of this kind can be kept as attributes."""
    mapping: dict[str, str]
    """The column of each field."""
    attributes: list[str]
    dates: DateWay


class RecordImportLine(TypedDict):
    """A line of a file, and what it would do or did."""

    line: int
    """Where the record begins; the columns' names are line 1."""
    action: RowAction
    key: str
    fields: dict[str, JsonValue]
    before: dict[str, JsonValue]
    """Of the fields that change, what stood there."""
    problem: str
    param: str | None
    applied: bool


def begin(file: UploadedFile | None, *, kind: str, actor: Actor) -> RecordImportWhole:
    """A file whose columns are to be chosen. ParameterError, TooLargeError."""
    if file is None:
        raise ParameterError(gettext("file: send one CSV file, as multipart/form-data."), param="file")
    if (file.size or 0) > LARGEST:
        raise TooLargeError(LARGEST)
    name = " ".join(texts.clean(file.name or "file").split())
    try:
        text = texts.decode(file.read())
    except NoTextError as error:
        raise ParameterError(gettext("file: this is no text. Save the table as CSV."), param="file") from error
    return shown(running.begin(kind_named(kind), text, name=name, by=(actor.id, actor.name)))


def access_import(import_id: str) -> RecordImport:
    """The import with this id; NotFoundError when there is none."""
    try:
        found = RecordImport.objects.filter(pk=import_id).first()
    except ValidationError:
        found = None
    if found is None:
        raise NotFoundError(gettext("There is no such import here."), param="import_id")
    return found


def newest(*, limit: int, cursor: str) -> Listed[RecordImportBrief]:
    """A page of imports, the newest first. Two queries."""
    found = RecordImport.objects.defer(*BRIEF)
    listed = cursors.newest_first(found, by="created_at", prefix="rim", limit=limit, cursor=cursor)
    counts = _counts(listed.rows)
    return listed.of([_brief(row, counts.get(str(row.id), {})) for row in listed.rows])


def shown(row: RecordImport) -> RecordImportWhole:
    """The import as its page shows it, with what its columns may fill."""
    fields: list[RecordField] = [
        {"name": field.name, "label": field.label, "needed": field.needed} for field in FIELDS[row.kind]
    ]
    sample = lines.head(row.text)[1] if row.text else []
    return {
        **_brief(row, _counts([row]).get(str(row.id), {})),
        "columns": row.columns,
        "sample": sample,
        "fields": fields,
        "keeps_attributes": row.kind in ("products", "persons"),
        "mapping": row.mapping["mapping"],
        "attributes": row.mapping["attributes"],
        "dates": row.mapping["dates"],
    }


def read(row: RecordImport, asked: Mapping[str, Any]) -> RecordImportWhole:
    """Read the file with these columns."""
    running.read(row, Way(asked["mapping"], tuple(asked["attributes"]), asked["dates"]))
    return shown(row)


@transaction.atomic
def apply(row: RecordImport, *, actor: Actor) -> RecordImportWhole:
    """Begin to store it."""
    planned = running.apply(row)
    changes = {"kind": (None, row.kind), **{name: (None, count) for name, count in planned.items()}}
    audit.record("record.imported", actor=actor, about=_about(row), changes=changes)
    awaiting.came(row.kind, actor=actor)
    return shown(row)


def dismiss(row: RecordImport) -> RecordImportWhole:
    """End it without storing anything."""
    running.dismiss(row)
    return shown(row)


@transaction.atomic
def undo(row: RecordImport, *, actor: Actor) -> RecordImportWhole:
    """Begin to take it back."""
    running.undo(row)
    audit.record("record.import_undone", actor=actor, about=_about(row), changes={"kind": (None, row.kind)})
    return shown(row)


def page(row: RecordImport, *, action: str, limit: int, cursor: str) -> Listed[RecordImportLine]:
    """A page of what the lines do, in the order of the file; `cursor` is the line of the last one seen. One query."""
    found = row.rows.all()
    if action:
        found = found.filter(action=action)
    if cursor:
        found = found.filter(line__gt=places.read(cursor))
    rows = list(found[: limit + 1])
    more = len(rows) > limit
    return {
        "data": [_row(one) for one in rows[:limit]],
        "has_more": more,
        "next_cursor": str(rows[limit - 1].line) if more else None,
    }


def _brief(row: RecordImport, counts: Mapping[str, int]) -> RecordImportBrief:
    stored = sum(counts.get(name, 0) for name in (RowAction.CREATE, RowAction.UPDATE))
    over = row.state in (RecordImportState.DONE, RecordImportState.FAILED)
    return {
        "id": str(row.id),
        "kind": cast("KindName", row.kind),
        "name": row.name,
        "state": RecordImportState(row.state),
        "total": row.total,
        "done": row.done,
        "counts": {
            "create": counts.get(RowAction.CREATE, 0),
            "update": counts.get(RowAction.UPDATE, 0),
            "same": counts.get(RowAction.SAME, 0),
            "problem": counts.get(RowAction.PROBLEM, 0),
        },
        "problem": row.problem,
        "requested_by": row.requested_name,
        "created_at": wire.stamp(row.created_at),
        "can_be_undone": over and stored > 0 and running.can_be_undone(row),
    }


def _counts(rows: list[RecordImport]) -> dict[str, dict[str, int]]:
    """How many lines of each action the imports have, by id of the import."""
    grouped = RecordImportRow.objects.filter(of_import__in=rows).order_by().values("of_import", "action")
    found: dict[str, dict[str, int]] = {}
    for one in grouped.annotate(lines=Count("pk")):
        found.setdefault(str(one["of_import"]), {})[one["action"]] = one["lines"]
    return found


def _row(row: RecordImportRow) -> RecordImportLine:
    changes = [] if row.action == RowAction.CREATE else [name for name in row.before if name in row.fields]
    return {
        "line": row.line,
        "action": RowAction(row.action),
        "key": row.key,
        "fields": row.fields,
        "before": {name: row.before[name] for name in changes},
        "problem": row.problem,
        "param": row.param or None,
        "applied": row.applied_at is not None,
    }


def _about(row: RecordImport) -> About:
    return About("record_import", str(row.id), f"{KINDS[row.kind].name}: {row.name}")
