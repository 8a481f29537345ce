"""Imports of records as jobs: each run takes one step and writes down how far it came, in one transaction."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from assistant.models import RecordImport, RecordImportRow, RecordImportState, RowAction
from assistant.records.importing import columns, lines, rows
from assistant.records.importing.columns import MappingError
from assistant.records.importing.lines import NoTableError, Way
from assistant.records.kinds import KINDS, Kind
from tenants import jobs
from tenants.errors import BatonError, ParameterError, RateLimitedError
from tenants.jobs import Lease

KIND, TIDY = "record_import", "record_import_tidy"
IN_ONE_STEP = 100  # records
TRIES = 3
MOST_UNDER_WAY = 3
CAN_BE_UNDONE = timedelta(days=7)
STATE = RecordImportState
UNDER_WAY = (STATE.READING, STATE.APPLYING, STATE.UNDOING)
NOT_STORED = (STATE.MAPPING, STATE.READING, STATE.REVIEW)
DOES = (RowAction.CREATE, RowAction.UPDATE)
GAVE_UP = "The import broke off here. What it stored so far stays, and can be taken back."
ERASED = "The import named a customer who was erased, so it ended. Start it anew without them."


class NotNowError(BatonError):
    """The import is at another step."""

    status = 409
    code = "import_not_there"

    def __init__(self) -> None:
        super().__init__(gettext("The import is at another step by now; look again."))


def begin(kind: Kind, text: str, *, name: str, by: tuple[str, str]) -> RecordImport:
    """A file that waits for its columns; `by` are id and name of the agent. ParameterError when it is no table."""
    if RecordImport.objects.filter(state__in=UNDER_WAY).count() >= MOST_UNDER_WAY:
        raise RateLimitedError(
            gettext("Other imports are still under way. Start this one when they are done."), retry_after=60
        )
    try:
        named, _ = lines.head(text)
    except NoTableError as error:
        raise ParameterError(f"file: {error}", param="file") from error
    return RecordImport.objects.create(
        kind=kind.name,
        name=name[:120],
        text=text,
        columns=named,
        mapping=_stored(Way(columns.guess(kind, named))),
        requested_by=by[0],
        requested_name=by[1][:120],
    )


def read(row: RecordImport, way: Way) -> None:
    """Read the file in this way. NotNowError, and ParameterError when the columns do not fit."""
    try:
        columns.check(KINDS[row.kind], row.columns, way.mapping, way.attributes)
    except MappingError as error:
        raise ParameterError(f"mapping: {error}", param="mapping") from error
    with _locked(str(row.id)) as locked:
        if locked.state not in (STATE.MAPPING, STATE.REVIEW):
            raise NotNowError
        locked.rows.all().delete()
        locked.state, locked.mapping, locked.total, locked.done = STATE.READING, _stored(way), 0, 0
    row.refresh_from_db()


def apply(row: RecordImport) -> Mapping[str, int]:
    """Begin to store; gives how many are new and how many change. NotNowError."""
    with _locked(str(row.id)) as locked:
        if locked.state != STATE.REVIEW:
            raise NotNowError
        planned = {action.value: locked.rows.filter(action=action).count() for action in DOES}
        locked.state, locked.total, locked.done, locked.text = STATE.APPLYING, sum(planned.values()), 0, ""
    row.refresh_from_db()
    return planned


def dismiss(row: RecordImport) -> None:
    """End it without storing anything. NotNowError."""
    with _locked(str(row.id)) as locked:
        if locked.state not in NOT_STORED:
            raise NotNowError
        _end_unstored(locked)
    row.refresh_from_db()


def undo(row: RecordImport) -> None:
    """Begin to take back what was stored. NotNowError when nothing was, or when it is too long ago."""
    with _locked(str(row.id)) as locked:
        stored = locked.rows.filter(applied_at__isnull=False).exclude(action=RowAction.SAME)
        if locked.state not in (STATE.DONE, STATE.FAILED) or not stored.exists() or not can_be_undone(locked):
            raise NotNowError
        locked.state, locked.total, locked.done, locked.problem = STATE.UNDOING, stored.count(), 0, ""
    row.refresh_from_db()


def can_be_undone(row: RecordImport) -> bool:
    """Whether what it changed is still known."""
    return row.finished_at is not None and row.finished_at > timezone.now() - CAN_BE_UNDONE


def work(held: Lease) -> None:
    """Take the next step of the import that the job names, and write the job for the one after it."""
    import_id = str(held.ids["import_id"])
    if held.attempt > TRIES:
        _give_up(import_id)
        return
    with _locked(import_id) as row:
        match row.state:
            case STATE.READING:
                _read_some(row)
            case STATE.APPLYING:
                _store_some(row)
            case STATE.UNDOING:
                _take_some_back(row)


def tidy(held: Lease) -> None:
    """It cannot be taken back any more, so nothing is kept of what it brought."""
    found = RecordImportRow.objects.filter(of_import=str(held.ids["import_id"]))
    found.update(fields={}, before={}, email="", key="")


def forget(email: str) -> None:
    """Nothing of the customer with this address is left in any import."""
    for row in RecordImport.objects.filter(state__in=NOT_STORED, text__icontains=email):
        with _locked(str(row.id)) as locked:
            _end_unstored(locked)
            locked.problem = ERASED
    RecordImportRow.objects.filter(email__iexact=email).update(fields={}, before={}, email="", key="", problem="")


def way_of(row: RecordImport) -> Way:
    """How it is to be read."""
    kept = row.mapping
    return Way(kept["mapping"], tuple(kept["attributes"]), kept["dates"])


def _stored(way: Way) -> dict[str, Any]:
    return {"mapping": dict(way.mapping), "attributes": list(way.attributes), "dates": way.dates}


def _read_some(row: RecordImport) -> None:
    try:
        found = lines.records(row.text, KINDS[row.kind], way_of(row))
    except NoTableError as error:
        row.state, row.problem, row.text, row.finished_at = STATE.FAILED, str(error)[:300], "", timezone.now()
        return
    row.total = len(found)
    some: Sequence[lines.Line] = found[row.done : row.done + IN_ONE_STEP]
    rows.enter(row, some)
    row.done += len(some)
    if row.done >= row.total:
        row.state = STATE.REVIEW


def _store_some(row: RecordImport) -> None:
    some = list(row.rows.filter(applied_at=None, action__in=DOES)[:IN_ONE_STEP])
    for one in some:
        rows.apply(one, KINDS[row.kind])
    row.done += len(some)
    if not some:
        _finish(row, STATE.DONE)


def _take_some_back(row: RecordImport) -> None:
    stored = row.rows.exclude(applied_at=None).exclude(action=RowAction.SAME)
    some = list(stored.order_by("-line")[:IN_ONE_STEP])
    for one in some:
        rows.undo(one, KINDS[row.kind])
    row.done += len(some)
    if not some:
        row.state, row.finished_at = STATE.UNDONE, timezone.now()


def _finish(row: RecordImport, state: RecordImportState) -> None:
    row.state, row.finished_at = state, timezone.now()
    jobs.write(TIDY, {"import_id": str(row.id)}, key=f"{TIDY}:{row.id}", run_at=row.finished_at + CAN_BE_UNDONE)


def _end_unstored(row: RecordImport) -> None:
    row.rows.all().delete()
    row.state, row.text, row.finished_at = STATE.DISMISSED, "", timezone.now()


def _give_up(import_id: str) -> None:
    with _locked(import_id) as row:
        if row.state in UNDER_WAY:
            row.problem, row.text = GAVE_UP, ""
            _finish(row, STATE.FAILED)


@contextmanager
def _locked(import_id: str) -> Iterator[RecordImport]:
    """The import's row under its lock; saved at the end, with the job for the next step when there is one."""
    with transaction.atomic():
        row = RecordImport.objects.select_for_update().get(pk=import_id)
        yield row
        row.save()
        if row.state in UNDER_WAY:
            jobs.write(KIND, {"import_id": str(row.id)}, key=str(row.id))
