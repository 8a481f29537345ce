"""What the lines of a file would do, how each is carried out, and how it is taken back."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from assistant.models import RecordImport, RecordImportRow, RowAction
from assistant.records import writing
from assistant.records.importing.lines import Line
from assistant.records.kinds import KINDS, Kind, plain
from assistant.records.writing import Did, Written
from tenants.errors import BatonError, ParameterError

Json = dict[str, Any]
SHOWN = 300  # letters of a problem
CHANGED_SINCE = gettext_noop("This was changed since, so it stays as it is.")
MADE = "made"
GONE = gettext_noop("This is not there any more.")


def enter(row: RecordImport, lines: Sequence[Line]) -> None:
    """Write down what each line would do. A few queries for each."""
    kind = KINDS[row.kind]
    RecordImportRow.objects.bulk_create([_looked_at(row, kind, line) for line in lines])


def apply(row: RecordImportRow, kind: Kind) -> None:
    """Do what the row says; what is wrong by now is its problem."""
    try:
        with transaction.atomic():
            written = writing.put(kind, row.fields)
    except BatonError as error:
        _wrong(row, error)
        return
    row.action = {Did.CREATED: RowAction.CREATE, Did.UPDATED: RowAction.UPDATE}.get(written.did, RowAction.SAME)
    row.before = _before(kind, written)
    row.applied_at = timezone.now()
    row.save()


def undo(row: RecordImportRow, kind: Kind) -> None:
    """Take back what the row did, unless the record was changed since."""
    try:
        with transaction.atomic():
            _take_back(row, kind)
    except BatonError as error:
        row.problem, row.param = error.message[:SHOWN], error.param or ""
    row.applied_at = None
    row.save()


def _looked_at(row: RecordImport, kind: Kind, line: Line) -> RecordImportRow:
    told = line.told
    made = RecordImportRow(
        of_import=row,
        line=line.number,
        fields=told,
        key=str(told.get(kind.key, ""))[:254],
        email=str(told.get("email", ""))[:254],
    )
    if line.problem:
        made.action, made.problem, made.param = RowAction.PROBLEM, line.problem[:SHOWN], line.param[:60]
        return made
    existing = writing.find(kind, made.key) if made.key else None
    try:
        fields = writing.read(kind, told, existing=existing)
    except ParameterError as error:
        made.action = RowAction.PROBLEM
        made.problem, made.param = error.message[:SHOWN], (error.param or "")[:60]
        return made
    if existing is None:
        made.action = RowAction.CREATE
        return made
    differs = writing.changes(kind, existing, {name: value for name, value in fields.items() if name != kind.key})
    made.action = RowAction.UPDATE if differs else RowAction.SAME
    made.before = {name: before for name, (before, _) in differs.items()}
    return made


def _take_back(row: RecordImportRow, kind: Kind) -> None:
    existing = writing.find(kind, row.key, locked=True)
    if existing is None:
        raise ParameterError(gettext(GONE))
    if row.action == RowAction.CREATE:
        if kind.shown(existing) != row.before[MADE]:
            raise ParameterError(gettext(CHANGED_SINCE))
        existing.delete()
        return
    now = writing.read(kind, row.fields, existing=existing)
    left = writing.changes(kind, existing, {name: value for name, value in now.items() if name != kind.key})
    if left:
        raise ParameterError(gettext(CHANGED_SINCE))
    before = {name: value for name, value in row.before.items() if name != "newest"}
    writing.change(kind, existing, writing.read(kind, plain(before), existing=existing))


def _before(kind: Kind, written: Written) -> Json:
    """What it takes to undo it: what stood there, or of a new record how it was made."""
    match written.did:
        case Did.CREATED:
            return {MADE: kind.shown(kind.rows().get(pk=written.row.pk))}
        case Did.UPDATED:
            return {name: before for name, (before, _) in written.changes.items()}
    return {}


def _wrong(row: RecordImportRow, error: BatonError) -> None:
    row.action, row.problem, row.param = RowAction.PROBLEM, error.message[:SHOWN], (error.param or "")[:60]
    row.save(update_fields=["action", "problem", "param"])
