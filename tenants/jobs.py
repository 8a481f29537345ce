"""Work as rows: written with its cause, leased by one worker at a time, tried again, and never lost.

A broker's message only says "look now"; losing all of them costs seconds, because the sweeper finds what is due.
"""

import random
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django_tenants.utils import schema_context

from tenants import current
from tenants.models import Job, JobState, Tenant

LEASE = timedelta(seconds=130)
MOST_ATTEMPTS = 8
Ids = Mapping[str, str | int]


@dataclass(frozen=True)
class Lease:
    """The right to do one job until the lease runs out; `token` proves it."""

    job_id: uuid.UUID
    token: uuid.UUID
    schema_name: str
    kind: str
    ids: Ids
    attempt: int


def write(kind: str, ids: Ids) -> uuid.UUID:
    """Write a job for the tenant entered now, in the transaction under way; returns its id."""
    return Job.objects.create(schema_name=current.schema_name(), kind=kind, ids=dict(ids)).id


def lease(job_id: uuid.UUID) -> Lease | None:
    """Take the job if it is due and nobody else has it; None otherwise, also when it is long done."""
    now = timezone.now()
    with transaction.atomic():
        job = Job.objects.select_for_update(skip_locked=True).filter(_due(now), pk=job_id).first()
        if job is None:
            return None
        job.state, job.lease_token, job.lease_until = JobState.LEASED, uuid.uuid4(), now + LEASE
        job.attempts += 1
        job.save(update_fields=["state", "lease_token", "lease_until", "attempts"])
    return Lease(job.id, job.lease_token, job.schema_name, job.kind, job.ids, job.attempts)


def finish(held: Lease) -> None:
    """The work is done; the row goes."""
    Job.objects.filter(pk=held.job_id, lease_token=held.token).delete()


def fail(held: Lease, error: Exception) -> None:
    """Put the job back for later, each time longer, with jitter; after the last try it is a dead letter."""
    dead = held.attempt >= MOST_ATTEMPTS
    wait = timedelta(seconds=min(2**held.attempt, 600) * random.uniform(0.5, 1.5))  # noqa: S311
    Job.objects.filter(pk=held.job_id, lease_token=held.token).update(
        state=JobState.DEAD if dead else JobState.READY,
        lease_token=None,
        lease_until=None,
        run_at=timezone.now() + wait,
        last_error=type(error).__name__,
    )


def due(limit: int = 200) -> list[tuple[str, uuid.UUID]]:
    """Jobs that should have run by now, the oldest first, as (kind, id)."""
    rows = Job.objects.filter(_due(timezone.now())).order_by("run_at").values_list("kind", "id")
    return list(rows[:limit])


def run(job_id: uuid.UUID, work: Callable[[Lease], None]) -> bool:
    """Lease the job, do the work inside its tenant, and finish it; False when there was nothing to take.

    An error of the work puts the job back and rises again, so that it is logged where it happened.
    """
    held = lease(job_id)
    if held is None:
        return False
    with schema_context("public"):
        tenant = Tenant.objects.get(schema_name=held.schema_name)
    try:
        with current.entered(tenant):
            work(held)
    except Exception as error:
        fail(held, error)
        raise
    finish(held)
    return True


def _due(now: object) -> Q:
    return Q(state=JobState.READY, run_at__lte=now) | Q(state=JobState.LEASED, lease_until__lt=now)
