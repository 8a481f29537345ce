"""Imports of records over REST: a file, its columns, a look through its lines, and what became of it."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Count

from assistant.knowledge.importing import texts
from assistant.knowledge.importing.texts import NoTextError
from assistant.models import RecordImport, RecordImportRow, RecordImportState, RowAction
from assistant.records.importing import lines, running
from assistant.records.importing.columns import FIELDS
from assistant.records.importing.lines import Way
from assistant.records.kinds import KINDS
from conversations import wire
from conversations.attachments.uploads import TooLargeError
from conversations.business.records import kind_named
from tenants.errors import NotFoundError, ParameterError
from tenants.trail import audit
from tenants.trail.audit import About, Actor

Json = dict[str, Any]
LARGEST = 10 * 1024 * 1024  # bytes
MOST_SHOWN = 50
BRIEF = ("text",)


def begin(file: UploadedFile | None, *, kind: str, actor: Actor) -> Json:
    """A file whose columns are to be chosen. ParameterError, TooLargeError."""
    if file is None:
        raise ParameterError("file: send one CSV file, as multipart/form-data.", param="file")
    if (file.size or 0) > LARGEST:
        raise TooLargeError(LARGEST)
    name = " ".join(texts.clean(file.name or "file").split())
    try:
        text = texts.decode(file.read())
    except NoTextError as error:
        raise ParameterError("file: this is no text. Save the table as CSV.", param="file") from error
    return shown(running.begin(kind_named(kind), text, name=name, by=(actor.id, actor.name)))


def access_import(import_id: str) -> RecordImport:
    """The import with this id; NotFoundError when there is none."""
    try:
        found = RecordImport.objects.filter(pk=import_id).first()
    except ValidationError:
        found = None
    if found is None:
        raise NotFoundError("There is no such import here.", param="import_id")
    return found


def newest() -> list[Json]:
    """The last imports, the newest first. Two queries."""
    rows = list(RecordImport.objects.defer(*BRIEF)[:MOST_SHOWN])
    found = _counts(rows)
    return [_brief(row, found.get(str(row.id), {})) for row in rows]


def shown(row: RecordImport) -> Json:
    """The import as its page shows it, with what its columns may fill."""
    fields = [{"name": field.name, "label": field.label, "needed": field.needed} for field in FIELDS[row.kind]]
    sample = lines.head(row.text)[1] if row.text else []
    return {
        **_brief(row, _counts([row]).get(str(row.id), {})),
        "columns": row.columns,
        "sample": sample,
        "fields": fields,
        "keeps_attributes": row.kind in ("products", "persons"),
        **row.mapping,
    }


def read(row: RecordImport, asked: Mapping[str, Any]) -> Json:
    """Read the file with these columns."""
    running.read(row, Way(asked["mapping"], tuple(asked["attributes"]), asked["dates"]))
    return shown(row)


@transaction.atomic
def apply(row: RecordImport, *, actor: Actor) -> Json:
    """Begin to store it."""
    planned = running.apply(row)
    changes = {"kind": (None, row.kind), **{name: (None, count) for name, count in planned.items()}}
    audit.record("record.imported", actor=actor, about=_about(row), changes=changes)
    return shown(row)


def dismiss(row: RecordImport) -> Json:
    """End it without storing anything."""
    running.dismiss(row)
    return shown(row)


@transaction.atomic
def undo(row: RecordImport, *, actor: Actor) -> Json:
    """Begin to take it back."""
    running.undo(row)
    audit.record("record.import_undone", actor=actor, about=_about(row), changes={"kind": (None, row.kind)})
    return shown(row)


def page(row: RecordImport, *, action: str, limit: int, cursor: int | None) -> Json:
    """A page of what the lines do, in the order of the file; `cursor` is the line of the last one seen. One query."""
    found = row.rows.all()
    if action:
        found = found.filter(action=action)
    if cursor is not None:
        found = found.filter(line__gt=cursor)
    rows = list(found[: limit + 1])
    more = len(rows) > limit
    return {
        "data": [_row(one) for one in rows[:limit]],
        "has_more": more,
        "next_cursor": str(rows[limit - 1].line) if more else None,
    }


def _brief(row: RecordImport, counts: Mapping[str, int]) -> Json:
    stored = sum(counts.get(name, 0) for name in (RowAction.CREATE, RowAction.UPDATE))
    over = row.state in (RecordImportState.DONE, RecordImportState.FAILED)
    return {
        "id": str(row.id),
        "kind": row.kind,
        "name": row.name,
        "state": row.state,
        "total": row.total,
        "done": row.done,
        "counts": {action.value: counts.get(action, 0) for action in RowAction},
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


def _row(row: RecordImportRow) -> Json:
    changes = [] if row.action == RowAction.CREATE else [name for name in row.before if name in row.fields]
    return {
        "line": row.line,
        "action": row.action,
        "key": row.key,
        "fields": row.fields,
        "before": {name: row.before[name] for name in changes},
        "problem": row.problem,
        "param": row.param or None,
        "applied": row.applied_at is not None,
    }


def _about(row: RecordImport) -> About:
    return About("record_import", str(row.id), f"{KINDS[row.kind].name}: {row.name}")
