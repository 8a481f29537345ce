"""Work as rows: written with its cause, leased by one worker at a time, tried again, and never lost.

A notice that leaves with the commit tells the workers that listen when to look; losing all of them costs seconds, since
the sweeper finds what nobody took.
"""

import json
import logging
import os
import random
import threading
import time
import uuid
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from psycopg.types.json import Jsonb

from tenants import current, health, hosts, requests
from tenants.errors import BatonError
from tenants.models import Job, JobState, Tenant
from tenants.observing import pulse, working

LEASE = timedelta(seconds=15)
RENEW_EVERY = 5.0  # seconds; a killed worker's job is taken by another once its lease ran out
MOST_ATTEMPTS = 8
LONGEST_WAIT = 600  # seconds between two tries
WHILE_CLOSED = timedelta(seconds=10)  # until a job looks again whether its tenant may be entered
LONGEST_RUN = 120.0  # seconds; a process whose job takes longer is stuck, and ends
SOON = timedelta(seconds=5)  # who listens looks at least so often, and finds what is later by itself
CHANNEL = "baton_jobs"
DEAD = "job_failed"  # the kind of the job that tells people of a dead letter
PLATFORM = "public"  # stands for the schema in a job that is no tenant's
Ids = Mapping[str, str | int]
FIELDS = "id, schema_name, kind, key, ids, state, run_at, attempts, last_error, created_at, request_id"
INSERT = f"INSERT INTO public.tenants_job ({FIELDS})"
WRITE = f"{INSERT} VALUES (%s, %s, %s, %s, %s, 'ready', %s, 0, '', %s, %s)"
OR_MOVE = """
ON CONFLICT (schema_name, kind, key) WHERE state = 'ready' AND NOT (key = '')
DO UPDATE SET ids = EXCLUDED.ids, run_at = EXCLUDED.run_at, request_id = EXCLUDED.request_id
"""
BESIDE = (
    INSERT
    + """
SELECT %({job}id)s::uuid, %({job}schema)s, %({job}kind)s, %({job}key)s, %({job}ids)s::text::jsonb, 'ready',
       %({job}run_at)s::timestamptz, 0, '', %({job}now)s::timestamptz, %({job}request)s
FROM {cause}
"""
)
TAKE = """
UPDATE public.tenants_job
SET state = 'leased', lease_token = %(token)s, lease_until = %(until)s, attempts = attempts + 1
WHERE id = (SELECT id FROM public.tenants_job WHERE {which} FOR UPDATE SKIP LOCKED)
RETURNING id, schema_name, kind, ids, attempts, request_id, run_at
"""
READY, LOST = "state = 'ready' AND run_at <= %(now)s", "state = 'leased' AND lease_until < %(now)s"
MINE = "(kind = ANY(%(kinds)s)) = %(only)s"
TAKE_ONE = TAKE.format(which=f"id = %(id)s AND (({READY}) OR ({LOST}))")
UNDER_WAY = f"SELECT schema_name FROM public.tenants_job WHERE state = 'leased' AND {MINE}"  # noqa: S608  as above
TAKE_NEXT = TAKE.format(which=f"{READY} AND {MINE} ORDER BY schema_name IN ({UNDER_WAY}), run_at LIMIT 1")
TAKE_LOST = TAKE.format(which=f"{LOST} AND {MINE} ORDER BY lease_until LIMIT 1")
POSTPONE = """
UPDATE public.tenants_job SET run_at = LEAST(%(run_at)s, created_at + %(at_most)s)
WHERE schema_name = %(schema)s AND kind = %(kind)s AND key = %(key)s AND state = 'ready'
RETURNING run_at
"""
DUE = f"""
(SELECT id, run_at FROM public.tenants_job WHERE {READY} AND {MINE} ORDER BY run_at LIMIT %(limit)s)
UNION ALL
(SELECT id, run_at FROM public.tenants_job WHERE {LOST} AND {MINE} LIMIT %(limit)s)
ORDER BY run_at
"""  # noqa: S608  built from the constants above
FORGET = """
DELETE FROM public.tenants_job
WHERE schema_name = %s AND EXISTS (SELECT FROM jsonb_each_text(ids) WHERE value = ANY(%s))
"""
RENEW = "UPDATE public.tenants_job SET lease_until = %s WHERE id = %s AND lease_token = %s"

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Lease:
    """The right to do one job until the lease runs out; `token` proves it. `request_id` is that of its cause."""

    job_id: uuid.UUID
    token: uuid.UUID
    schema_name: str
    kind: str
    ids: Ids
    attempt: int
    request_id: str = ""
    late: float = 0.0  # seconds


@dataclass(frozen=True)
class Lane:
    """The jobs that some workers take: `only` those of the kinds, or all besides them."""

    kinds: tuple[str, ...] = ()
    only: bool = False

    def values(self) -> dict[str, object]:
        """What the statements ask for."""
        return {"kinds": list(self.kinds), "only": self.only}

    def has(self, kind: str) -> bool:
        """Whether jobs of this kind are among them."""
        return (kind in self.kinds) == self.only


Work = Callable[[Lease], None]
ALL = Lane()


class WorkersDiedError(Exception):
    """Every worker that took the job died over it."""


class TenantClosedError(Exception):
    """The job's tenant is suspended, or not migrated yet."""


def write(kind: str, ids: Ids, *, key: str = "", run_at: datetime | None = None) -> uuid.UUID:
    """Write a job for the tenant entered now, in the transaction under way; it runs at `run_at`, or at once.

    Of the jobs that wait under one `key` there is one at most: writing it again replaces its ids and its time.
    Returns the id of the row.
    """
    return _write(current.schema_name(), kind, ids, key=key, run_at=run_at)


@dataclass(frozen=True)
class Timer:
    """A job for later that one statement writes together with its cause; of those under one `key` one waits at most."""

    kind: str
    ids: Ids
    key: str
    run_at: datetime

    @property
    def needs_no_notice(self) -> bool:
        """Whether it is due so late that whoever listens finds it by themselves."""
        return self.run_at - timezone.now() >= SOON

    def values(self, schema_name: str, number: int) -> dict[str, object]:
        """What `beside` asks for."""
        values = {
            "id": uuid.uuid4(),
            "schema": schema_name,
            "kind": self.kind,
            "key": self.key,
            "ids": json.dumps(dict(self.ids)),
            "run_at": self.run_at,
            "now": timezone.now(),
            "request": requests.current_id(),
        }
        return {f"job{number}_{name}": value for name, value in values.items()}


def beside(cause: str, number: int) -> str:
    """The part of a statement that writes the timer `number` if the part called `cause` wrote something."""
    return BESIDE.format(job=f"job{number}_", cause=cause) + OR_MOVE


def write_for_platform(kind: str, ids: Ids, *, key: str = "", run_at: datetime | None = None) -> uuid.UUID:
    """Like `write`, for work that is no tenant's: it runs outside of all, with the tables of all tenants alone."""
    return _write(PLATFORM, kind, ids, key=key, run_at=run_at)


def begin_for_platform(kind: str) -> None:
    """Write the first job of a kind that writes its own next one, unless one waits or is under way."""
    if not Job.objects.filter(kind=kind).exclude(state=JobState.DEAD).exists():
        write_for_platform(kind, {}, key=kind)


def postpone(kind: str, key: str, *, run_at: datetime, at_most: timedelta) -> bool:
    """Let the job that waits under `key` run at `run_at`, but no later than `at_most` after it was first written.

    False when none waits.
    """
    values = {"schema": current.schema_name(), "kind": kind, "key": key, "run_at": run_at, "at_most": at_most}
    with transaction.atomic(), current.connection.cursor() as cursor:
        cursor.execute(POSTPONE, values)
        moved = cursor.fetchone()
        if moved is not None:
            _tell_workers(cursor, moved[0], timezone.now(), kind=kind)
    return moved is not None


def lease(job_id: uuid.UUID) -> Lease | None:
    """Take the job if it is due and nobody else has it; None otherwise, also when it is long done."""
    return _take(TAKE_ONE, {"id": job_id})


def lease_next(lane: Lane = ALL) -> Lease | None:
    """Take the job that has been due longest, or one whose worker died; None when nothing is due.

    Companies of which nothing is under way come first: one with thousands of jobs keeps no other waiting for them all.
    """
    return _take(TAKE_NEXT, lane.values()) or _take(TAKE_LOST, lane.values())


def finish(held: Lease) -> None:
    """The work is done; the row goes."""
    Job.objects.filter(pk=held.job_id, lease_token=held.token).delete()


def fail(held: Lease, error: Exception) -> None:
    """Put the job back for later, each time longer, with jitter; after the last try it is a dead letter.

    A job whose key was written again meanwhile goes: the newer one stands for it.
    """
    dead = held.attempt >= MOST_ATTEMPTS
    pause = timedelta(seconds=min(2**held.attempt, LONGEST_WAIT) * random.uniform(0.5, 1.5))  # noqa: S311
    state = JobState.DEAD if dead else JobState.READY
    with transaction.atomic():
        kept = _put_back(held, state=state, run_at=timezone.now() + pause, last_error=type(error).__name__)
        if dead and kept and held.kind != DEAD:
            _write(held.schema_name, DEAD, {"kind": held.kind, "attempts": held.attempt}, key="", run_at=None)
    if dead and kept:
        logger.error("A job is a dead letter now: %s %s of %s", held.kind, held.job_id, held.schema_name)


def wait(held: Lease) -> None:
    """Put the job back since its tenant is suspended or not migrated yet; this was no try."""
    _put_back(held, attempts=held.attempt - 1, run_at=timezone.now() + WHILE_CLOSED)


def due(limit: int = 1000, *, late: timedelta = timedelta(), lane: Lane = ALL) -> list[uuid.UUID]:
    """Ids of jobs that should have run `late` ago or earlier, the oldest first."""
    with current.connection.cursor() as cursor:
        cursor.execute(DUE, {"now": timezone.now() - late, "limit": limit, **lane.values()})
        return [row[0] for row in cursor.fetchall()]


def next_at() -> datetime | None:
    """When the next job is due that is not due yet, or None when there is none."""
    later = Job.objects.filter(state=JobState.READY, run_at__gt=timezone.now())
    return later.order_by("run_at").values_list("run_at", flat=True).first()


def dead_letters() -> QuerySet[Job]:
    """Jobs that failed too often, the oldest first."""
    return Job.objects.filter(state=JobState.DEAD).order_by("created_at")


def replay(job_id: uuid.UUID) -> bool:
    """Let a dead letter run again, with all its tries; False when there is no such dead letter.

    A dead letter whose key waits again already goes: the newer one stands for it.
    """
    dead = dead_letters().filter(pk=job_id)
    now = timezone.now()
    try:
        with transaction.atomic(), current.connection.cursor() as cursor:
            moved = dead.update(state=JobState.READY, attempts=0, run_at=now, last_error="")
            _tell_workers(cursor, now, now)
    except IntegrityError:
        moved = dead.delete()[0]
    return moved > 0


def discard(job_id: uuid.UUID) -> bool:
    """Throw a dead letter away; False when there is no such dead letter."""
    return dead_letters().filter(pk=job_id).delete()[0] > 0


def run(job_id: uuid.UUID, work: Work) -> bool:
    """Lease the job, do the work inside its tenant, and finish it; False when there was nothing to take.

    An error of the work puts the job back and rises again, so that it is logged where it happened.
    """
    return _do(lease(job_id), work)


def run_next(work: Work, lane: Lane = ALL) -> bool:
    """Like `run`, for whichever job of the lane has been due longest."""
    return _do(lease_next(lane), work)


def _write(schema_name: str, kind: str, ids: Ids, *, key: str, run_at: datetime | None) -> uuid.UUID:
    now = timezone.now()
    at = run_at or now
    values = [uuid.uuid4(), schema_name, kind, key, Jsonb(dict(ids)), at, now, requests.current_id()]
    with current.connection.cursor() as cursor:
        cursor.execute(f"{WRITE}{OR_MOVE if key else ''} RETURNING id", values)
        job_id: uuid.UUID = cursor.fetchone()[0]
        _tell_workers(cursor, at, now, kind=kind)
    return job_id


def _take(statement: str, values: dict[str, object]) -> Lease | None:
    now, token = timezone.now(), uuid.uuid4()
    with current.connection.cursor() as cursor:
        cursor.execute(statement, {**values, "token": token, "now": now, "until": now + LEASE})
        row = cursor.fetchone()
    if row is None:
        return None
    job_id, schema_name, kind, ids, attempts, request_id, run_at = row
    late = max(0.0, (now - run_at).total_seconds())
    return Lease(job_id, token, schema_name, kind, json.loads(ids), attempts, request_id, late)


def _do(held: Lease | None, work: Work) -> bool:
    if held is None:
        return False
    requests.begin(held.request_id)
    with working.on(held.kind, job_id=str(held.job_id), tenant=held.schema_name, ids=held.ids, late=held.late) as on:
        on.outcome = _done(held, work)
    return True


def _done(held: Lease, work: Work) -> str:
    """Do the work and finish the job, or put it back; gives which."""
    if held.attempt > MOST_ATTEMPTS:  # it was never put back: each of its workers died
        fail(held, WorkersDiedError())
        return "died"
    try:
        with _renewed(held), _place_of(held):
            work(held)
    except TenantClosedError:
        wait(held)
        return "closed"
    except Exception as error:
        logger.exception("A job failed; it is tried again later, or stays as a dead letter.")
        fail(held, error)
        raise
    finish(held)
    return "done"


def _place_of(held: Lease) -> AbstractContextManager[Any]:
    """Inside the job's tenant, or outside of all where it is the platform's."""
    if held.schema_name == PLATFORM:
        return current.outside()
    tenant = Tenant.objects.get(schema_name=held.schema_name)
    try:
        hosts.check_open(tenant)
    except BatonError as error:
        raise TenantClosedError(error.message) from error
    return current.entered(tenant)


def _put_back(held: Lease, **changes: Any) -> bool:
    """Let the job wait again; False where the lease is not in force any more, and where the job goes instead, since
    its key was written again meanwhile.
    """
    mine = Job.objects.filter(pk=held.job_id, lease_token=held.token)
    try:
        with transaction.atomic():
            return bool(mine.update(**{"state": JobState.READY, "lease_token": None, "lease_until": None, **changes}))
    except IntegrityError:
        mine.delete()
        return False


@contextmanager
def _renewed(held: Lease) -> Iterator[None]:
    """Keep the lease for as long as the block takes, from a thread of its own."""
    done = threading.Event()
    keeper = threading.Thread(target=_keep, args=[held, done], name="lease", daemon=True)
    keeper.start()
    try:
        yield
    finally:
        done.set()


def _keep(held: Lease, done: threading.Event) -> None:
    began = time.monotonic()
    while not done.wait(RENEW_EVERY):
        if time.monotonic() - began > LONGEST_RUN:
            logger.critical("The job %s %s is stuck; its process ends.", held.kind, held.job_id)
            os._exit(70)
        pulse.beat(health.WORKER)
        try:
            with current.connection.cursor() as cursor:
                cursor.execute(RENEW, [timezone.now() + LEASE, held.job_id, held.token])
            health.beat(health.WORKER)
        except DatabaseError:
            logger.warning("The lease of job %s could not be renewed.", held.job_id)
        finally:
            current.connection.close()


def _tell_workers(cursor: Any, at: datetime, now: datetime, *, kind: str = "") -> None:
    """Say when there is something to do, and of which kind where that is known."""
    if at - now < SOON:
        cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, f"{at.timestamp()} {kind}".rstrip()])


def forget(named: Collection[str]) -> int:
    """Remove all jobs of the tenant entered now that name one of these ids, also those under way; gives how many."""
    with current.connection.cursor() as cursor:
        cursor.execute(FORGET, [current.schema_name(), list(named)])
        return int(cursor.rowcount)
