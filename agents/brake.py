"""The brake on guessing: five wrong tries for an account within 15 minutes, however many come at the same moment."""

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from django.db import transaction
from django.utils import timezone

from agents.models import SignInFailure, Step
from tenants import current
from tenants.errors import RateLimitedError

MOST_FAILURES = 5
WITHIN = timedelta(minutes=15)
TOO_MANY = "Too many tries for this address. Wait 15 minutes, then try again."

Found = TypeVar("Found")


class TooManyTriesError(RateLimitedError):
    """The account waits, also for the right password or code."""

    def __init__(self) -> None:
        super().__init__(TOO_MANY, retry_after=int(WITHIN.total_seconds()))


def tried(step: Step, email: str, check: Callable[[], Found]) -> Found:
    """What `check` finds; nothing found counts as a failure, anything found forgets the failures.

    A try counts from before `check` on, so that of many at once no more are looked at. Raises TooManyTriesError,
    without calling `check`.
    """
    key = email.lower()
    _count(step, key)
    found = check()
    if found:
        SignInFailure.objects.filter(step=step, email=key).delete()
    return found


def allows(step: Step, email: str) -> bool:
    """Counts a try that cannot succeed, such as asking for a letter; False when there were too many."""
    try:
        tried(step, email, lambda: False)
    except TooManyTriesError:
        return False
    return True


@transaction.atomic
def _count(step: Step, key: str) -> None:
    """Note the try as a failure, under the account's lock, which is held no longer than that."""
    since = timezone.now() - WITHIN
    with current.connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [current.lock_key(f"brake:{step}:{key}")])
    if SignInFailure.objects.filter(step=step, email=key, at__gt=since).count() >= MOST_FAILURES:
        raise TooManyTriesError
    SignInFailure.objects.filter(at__lt=since).delete()
    SignInFailure.objects.create(step=step, email=key)
