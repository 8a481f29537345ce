"""Migrations as jobs: each run takes one step and writes down how far it came, in short transactions."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from conversations.migrating import entries, forgetting, reading, storing, taking_back
from conversations.migrating.forgetting import NOT_STORED
from conversations.migrating.storing import DOES
from conversations.models import BroughtAction, BroughtKind, Migration, MigrationSource, MigrationState
from tenants import jobs
from tenants.errors import BatonError, RateLimitedError
from tenants.jobs import Lease

KIND, TIDY = "migration", "migration_tidy"
TRIES = 3
MOST_UNDER_WAY = 2
WAITS_FOR_A_REVIEW = timedelta(days=7)
CAN_BE_UNDONE = timedelta(days=30)
STATE = MigrationState
UNDER_WAY = (STATE.READING, STATE.APPLYING, STATE.UNDOING)
STORED = (STATE.DONE, STATE.CANCELLED, STATE.FAILED)
GAVE_UP = "It broke off here. What it stored so far stays, and can be taken back."
NOBODY_LOOKED = "Nobody looked it through within a week, so the file was removed. Send it again."


class NotNowError(BatonError):
    """The migration is at another step."""

    status = 409
    code = "migration_not_there"

    def __init__(self) -> None:
        super().__init__(gettext("The migration is at another step by now; look again."))


@transaction.atomic
def begin(source: MigrationSource, content: bytes, *, name: str, by: tuple[str, str]) -> Migration:
    """A file that is to be read; `by` are id and name of who sent it. ParameterError, RateLimitedError."""
    if Migration.objects.filter(state__in=UNDER_WAY).count() >= MOST_UNDER_WAY:
        raise RateLimitedError(
            gettext("Other migrations are still under way. Begin when they are done."), retry_after=60
        )
    text, total = entries.lines_of(content, source)
    made = Migration.objects.create(
        source=source, name=name[:120], text=text, total=total, requested_by=by[0], requested_name=by[1][:120]
    )
    _again(made)
    _tidy_at(made, made.created_at + WAITS_FOR_A_REVIEW)
    return made


def apply(row: Migration) -> None:
    """Begin to store. NotNowError."""
    with _locked(str(row.id)) as locked:
        if locked.state != STATE.REVIEW:
            raise NotNowError
        locked.state, locked.total, locked.done = STATE.APPLYING, _waiting(locked), 0
    row.refresh_from_db()


def cancel(row: Migration) -> None:
    """End it: nothing more is stored, and what was stays until it is taken back. NotNowError."""
    with _locked(str(row.id)) as locked:
        if locked.state in NOT_STORED:
            forgetting.end_unstored(locked, "")
        elif locked.state == STATE.APPLYING:
            _finish(locked, STATE.CANCELLED)
        else:
            raise NotNowError
    row.refresh_from_db()


def undo(row: Migration) -> None:
    """Begin to take back what was stored. NotNowError when nothing was, or when it is too long ago."""
    with _locked(str(row.id)) as locked:
        stored = locked.items.filter(applied_at__isnull=False, problem="", action__in=DOES)
        count = stored.count()
        if locked.state not in STORED or not count or not can_be_undone(locked):
            raise NotNowError
        locked.state, locked.total, locked.done, locked.problem = STATE.UNDOING, count, 0, ""
    row.refresh_from_db()


def can_be_undone(row: Migration) -> bool:
    """Whether what it changed is still known."""
    return row.finished_at is not None and row.finished_at > timezone.now() - CAN_BE_UNDONE


def work(held: Lease) -> None:
    """Take the next step of the migration that the job names, and write the job for the one after it."""
    row = Migration.objects.defer("text").filter(pk=str(held.ids["migration_id"]), state__in=UNDER_WAY).first()
    if row is None:
        return
    if held.attempt > TRIES:
        _give_up(str(row.id))
    elif row.state == STATE.UNDOING:
        _take_some_back(row)
    else:
        _read_or_store_some(str(row.id))


def tidy(held: Lease) -> None:
    """What nobody looked through goes; of what cannot be taken back any more only the ids of elsewhere stay."""
    row = Migration.objects.filter(pk=str(held.ids["migration_id"])).first()
    if row is None:
        return
    with _locked(str(row.id)) as locked:
        if locked.state in NOT_STORED:
            forgetting.end_unstored(locked, NOBODY_LOOKED)
        elif locked.state not in UNDER_WAY:
            locked.items.update(name="", email="", content={}, before={})


def _read_or_store_some(migration_id: str) -> None:
    with _locked(migration_id) as row:
        if row.state == STATE.READING:
            reading.read_some(row)
            if not row.text:
                row.state = STATE.REVIEW
        elif row.state == STATE.APPLYING:
            stored = storing.store_some(row)
            row.done += stored
            if not stored:
                _finish(row, STATE.DONE)


def _take_some_back(row: Migration) -> None:
    """Conversations are removed one by one, so that nobody waits for all of them."""
    some = taking_back.some_of(row)
    taking_back.take_back(some)
    with _locked(str(row.id)) as locked:
        locked.done += len(some)
        if not some:
            locked.state = STATE.UNDONE
            _tidy_at(locked, timezone.now() + CAN_BE_UNDONE)


def _waiting(row: Migration) -> int:
    left = row.items.filter(applied_at=None, problem="")
    people = left.filter(kind=BroughtKind.CUSTOMER).count()
    return people + left.filter(kind=BroughtKind.CONVERSATION, action=BroughtAction.NEW).count()


def _finish(row: Migration, state: MigrationState) -> None:
    row.state, row.finished_at, row.text = state, timezone.now(), ""
    row.items.filter(applied_at=None).update(content={})
    _tidy_at(row, row.finished_at + CAN_BE_UNDONE)


def _give_up(migration_id: str) -> None:
    with _locked(migration_id) as row:
        if row.state in UNDER_WAY:
            row.problem = GAVE_UP
            _finish(row, STATE.FAILED)


def _again(row: Migration) -> None:
    jobs.write(KIND, {"migration_id": str(row.id)}, key=str(row.id))


def _tidy_at(row: Migration, at: datetime) -> None:
    jobs.write(TIDY, {"migration_id": str(row.id)}, key=f"{TIDY}:{row.id}", run_at=at)


@contextmanager
def _locked(migration_id: str) -> Iterator[Migration]:
    """The migration's row under its lock; saved at the end, with the job for the next step when there is one."""
    with transaction.atomic():
        row = Migration.objects.select_for_update().get(pk=migration_id)
        had = row.text
        yield row
        row.save(update_fields=None if row.text != had else _but_the_text())
        if row.state in UNDER_WAY:
            _again(row)


def _but_the_text() -> list[str]:
    """The columns without the file, which is long."""
    return [field.name for field in Migration._meta.concrete_fields if field.name not in ("id", "text")]
