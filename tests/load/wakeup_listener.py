"""A worker without a broker, to measure against: it LISTENs for job rows and leases what is due itself."""

import os
import time
import uuid

import psycopg
from django.db import connection
from django_tenants.utils import schema_context

from tenants import current, jobs
from tenants.jobs import Lease
from tenants.models import Tenant
from tests.load.wakeup_worker import note

LONGEST_WAIT = 2.0
TAKE = """
UPDATE public.tenants_job SET state = 'leased', lease_token = %s, lease_until = now() + interval '130 s',
       attempts = attempts + 1
WHERE id = (SELECT id FROM public.tenants_job WHERE state = 'ready' AND run_at <= now() ORDER BY run_at LIMIT 1
            FOR UPDATE SKIP LOCKED)
RETURNING id, schema_name, kind, ids, attempts
"""
NEXT = "SELECT extract(epoch FROM min(run_at) - clock_timestamp()) FROM public.tenants_job WHERE state = 'ready'"


def take() -> Lease | None:
    """Lease the job that is due longest, in one statement; None when nothing is due."""
    token = uuid.uuid4()
    with connection.cursor() as cursor:
        cursor.execute(TAKE, [token])
        row = cursor.fetchone()
    return None if row is None else Lease(row[0], token, *row[1:])


def work_off() -> None:
    """Do all that is due."""
    while (held := take()) is not None:
        with schema_context("public"):
            tenant = Tenant.objects.get(schema_name=held.schema_name)
        with current.entered(tenant):
            note(held)
        jobs.finish(held)


def seconds_to_next() -> float:
    """How long nothing will be due, unless a row is written; at most LONGEST_WAIT."""
    with connection.cursor() as cursor:
        cursor.execute(NEXT)
        (seconds,) = cursor.fetchone() or (None,)
    return LONGEST_WAIT if seconds is None else max(0.0, min(float(seconds), LONGEST_WAIT))


def main() -> None:
    """Work until ended."""
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as listener:
        listener.execute(f"LISTEN {jobs.CHANNEL}")
        until = 0.0
        while True:
            for _notice in listener.notifies(timeout=max(0.0, until - time.monotonic()), stop_after=1):
                pass
            work_off()
            until = time.monotonic() + seconds_to_next()
