"""Lets somebody look for gaps soon after a question went unanswered."""

from datetime import timedelta

from django.utils import timezone

from tenants import current, jobs
from tenants.models import Job, JobState

KIND = KEY = "gaps"
FAILED_TRIGGERS = ("low_confidence", "intent_missed", "loop")  # of handovers because the assistant was at a loss
REST = timedelta(minutes=5)  # a reply may follow, and more questions
AT_MOST = timedelta(minutes=20)  # after the first of a row of questions


def after(action: str, trigger: str) -> None:
    """Look soon where the assistant did not know; for the one who writes down what was decided."""
    if action == "unsure" or (action == "handover" and trigger in FAILED_TRIGGERS):
        soon()


def soon() -> None:
    """Look in a few minutes, in the transaction under way."""
    at = timezone.now() + REST
    if not jobs.postpone(KIND, KEY, run_at=at, at_most=AT_MOST):
        jobs.write(KIND, {}, key=KEY, run_at=at)


def now() -> None:
    """Look at once."""
    jobs.write(KIND, {}, key=KEY)


def later(pause: timedelta) -> None:
    """Look again after this pause, unless a look is due already."""
    waiting = Job.objects.filter(schema_name=current.schema_name(), kind=KIND, key=KEY, state=JobState.READY)
    if not waiting.exists():
        jobs.write(KIND, {}, key=KEY, run_at=timezone.now() + pause)
