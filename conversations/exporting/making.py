"""An export from the request to the end of its seven days; a job makes it in short goes, for other work to go on."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from agents.models import Agent
from conversations.exporting import archive, plans
from conversations.exporting.archive import Archive
from conversations.exporting.sources import Goes, Place, Source
from conversations.models import Customer, Export, ExportKind, ExportState
from tenants import current, jobs
from tenants.jobs import Lease
from tenants.trail import audit
from tenants.trail.audit import About, Actor

MAKE, EXPIRE = "export", "export_expiry"
KEPT = timedelta(days=7)
A_GO = 3.0  # seconds; then whatever else is due has its turn
TRIES = 4
GONE_WRONG = "It could not be made. Please ask for it again; if that does not help, ask whoever runs Baton for you."
LIVE = (ExportState.WAITING, ExportState.RUNNING)
ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(%s)"
LOCK, UNLOCK = "SELECT pg_try_advisory_lock(%s)", "SELECT pg_advisory_unlock(%s)"


@transaction.atomic
def request(*, customer: Customer | None, by: Agent | None, actor: Actor) -> Export:
    """Begin a copy of the workspace, or of one customer; one that is being made already is given back instead."""
    kind = ExportKind.WORKSPACE if customer is None else ExportKind.CUSTOMER
    with current.connection.cursor() as cursor:
        cursor.execute(ONE_AT_A_TIME, [current.lock_key("exports")])
    under_way = Export.objects.filter(kind=kind, customer=customer, state__in=LIVE).first()
    if under_way is not None:
        return under_way
    export = Export.objects.create(kind=kind, customer=customer, requested_by=by)
    about = About("workspace") if customer is None else About("customer", str(customer.id))
    audit.record("export.requested", actor=actor, about=about, changes={"export": (None, str(export.id))})
    _write_job(export)
    return export


def make(held: Lease) -> None:
    """Go on making the export; the job writes itself anew until it is done. Too many failures end it."""
    export = _live(held)
    if export is None:
        return
    if held.attempt > TRIES:
        give_up(export, GONE_WRONG)
        return
    until = time.monotonic() + A_GO
    with alone(export) as mine:
        if mine:
            _go_on(export, lambda: time.monotonic() < until)


def expire(held: Lease) -> None:
    """The seven days are over: the file goes."""
    export = Export.objects.filter(pk=str(held.ids["export_id"]), state=ExportState.DONE).first()
    if export is not None:
        withdraw(export)


def withdraw(export: Export) -> None:
    """Nobody can fetch it any more."""
    Export.objects.filter(pk=export.pk).update(state=ExportState.EXPIRED)
    archive.remove(file_of(export))


def give_up(export: Export, problem: str) -> None:
    """It failed for good."""
    Export.objects.filter(pk=export.pk, state__in=LIVE).update(state=ExportState.FAILED, problem=problem)
    archive.remove(file_of(export))


@transaction.atomic
def begin_again(export: Export) -> None:
    """Make it from the start, since something that may be in it must not be; the caller is `alone` with it."""
    archive.remove(file_of(export))
    if Export.objects.filter(pk=export.pk, state__in=LIVE).update(state=ExportState.WAITING, done=0):
        _write_job(export)


def file_of(export: Export) -> Path:
    """Where its zip lies."""
    return Path(default_storage.path(f"{current.schema_name()}/exports/{export.id}.zip"))


@contextmanager
def alone(export: Export) -> Iterator[bool]:
    """Whether no other process works on the export now; none begins during the block then."""
    key = current.lock_key(f"export {export.id}")
    with current.connection.cursor() as cursor:
        cursor.execute(LOCK, [key])
        (mine,) = cursor.fetchone()
    try:
        yield bool(mine)
    finally:
        if mine:
            with current.connection.cursor() as cursor:
                cursor.execute(UNLOCK, [key])


def _live(held: Lease) -> Export | None:
    found = Export.objects.select_related("customer").filter(pk=str(held.ids["export_id"]), state__in=LIVE)
    return found.first()


def _go_on(export: Export, goes: Goes) -> None:
    plan = plans.of(export)
    if export.state == ExportState.WAITING:
        _begin(export, plan)
    growing = Archive(file_of(export))
    try:
        place = Place(**growing.place)
        while place.source < len(plan):
            place = plan[place.source].add(growing, place, goes)
            if not goes():
                break
        if place.source < len(plan):
            growing.keep(place.as_json())
            _stop_for_now(export, place)
        else:
            _end(export, size=growing.finish())
    finally:
        growing.close()


def _begin(export: Export, plan: Sequence[Source]) -> None:
    archive.remove(file_of(export))
    total = sum(source.count() for source in plan)
    Export.objects.filter(pk=export.pk, state=ExportState.WAITING).update(state=ExportState.RUNNING, total=total)


@transaction.atomic
def _stop_for_now(export: Export, place: Place) -> None:
    done = min(place.done, Export.objects.get(pk=export.pk).total)
    Export.objects.filter(pk=export.pk).update(done=done)
    _write_job(export)


@transaction.atomic
def _end(export: Export, *, size: int) -> None:
    now = timezone.now()
    ended = Export.objects.filter(pk=export.pk, state=ExportState.RUNNING).update(
        state=ExportState.DONE, done=F("total"), size=size, ready_at=now, expires_at=now + KEPT
    )
    if ended:
        jobs.write(EXPIRE, {"export_id": str(export.id)}, key=f"{EXPIRE}:{export.id}", run_at=now + KEPT)
    else:  # it was withdrawn meanwhile
        archive.remove(file_of(export))


def _write_job(export: Export) -> None:
    jobs.write(MAKE, {"export_id": str(export.id)}, key=str(export.id))
