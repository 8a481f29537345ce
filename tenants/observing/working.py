"""A job under way: what its lines in the log name, its span, its figures."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from tenants.observing import about, meters, minutes, spans

FAILED = "failed"


@dataclass
class Way:
    """What came of the job, told by whoever does it."""

    outcome: str = FAILED


@contextmanager
def on(kind: str, *, job_id: str, tenant: str, ids: Mapping[str, object], late: float) -> Iterator[Way]:
    """Do a job in the block; `late` is how many seconds after its time it began."""
    meters.job_wait_seconds.labels(kind).observe(late)
    began, way = time.perf_counter(), Way()
    with about.job(kind=kind, job_id=job_id, tenant=tenant, conversation=ids.get("conversation_id")):
        try:
            with spans.work("job", kind=kind) as span:
                yield way
                span.says(outcome=way.outcome)
        finally:
            meters.jobs.labels(kind, way.outcome).inc()
            meters.job_seconds.labels(kind).observe(time.perf_counter() - began)
            minutes.happened("job_failed" if way.outcome == FAILED else "job")
