"""Lets the bench be asked once things have come to rest after a change."""

from datetime import timedelta

from django.utils import timezone

from assistant.models import BenchCase
from tenants import current, jobs
from tenants.models import Job, JobState

KIND = KEY = "bench_due"
KNOWLEDGE, SETTINGS, MODEL, CASES = "knowledge", "settings", "model", "cases"
QUIET_FOR = timedelta(minutes=1)
QUIET_FOR_CASES = timedelta(seconds=3)  # somebody looks at the bench and waits for it
AT_MOST = timedelta(minutes=10)  # after the first of a row of changes


def after_change(cause: str) -> None:
    """Ask the bench about a minute after the last change, in the transaction of the change; nothing without cases.

    `cause` is KNOWLEDGE, SETTINGS, MODEL or CASES.
    """
    if not BenchCase.objects.exists():
        return
    due = timezone.now() + (QUIET_FOR_CASES if cause == CASES else QUIET_FOR)
    if not jobs.postpone(KIND, KEY, run_at=due, at_most=AT_MOST):
        jobs.write(KIND, {"cause": cause}, key=KEY, run_at=due)


def is_expected() -> bool:
    """Whether a change is waiting to be asked about."""
    waiting = Job.objects.filter(schema_name=current.schema_name(), kind=KIND, key=KEY)
    return waiting.exclude(state=JobState.DEAD).exists()
