"""The brake on guessing: five wrong tries for an account within 15 minutes, however many come at the same moment.

One password tried on many accounts meets another one: so many failures from one network address, whomever they name.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from agents.models import SignInFailure, Step
from tenants import current, refused
from tenants.errors import RateLimitedError

MOST_FAILURES = 5
MOST_FROM_ADDRESS = 50  # a whole office may share one
WITHIN = timedelta(minutes=15)
TOO_MANY = gettext_noop("Too many tries for this address. Wait 15 minutes, then try again.")
TOO_MANY_FROM = gettext_noop("Too many failed sign-ins from your network. Wait 15 minutes, then try again.")

Found = TypeVar("Found")


class TooManyTriesError(RateLimitedError):
    """The account waits, also for the right password or code."""

    def __init__(self, words: str = TOO_MANY) -> None:
        super().__init__(gettext(words), retry_after=int(WITHIN.total_seconds()))


def tried(step: Step, email: str, check: Callable[[], Found]) -> Found:
    """What `check` finds; nothing found counts as a failure, anything found forgets the failures.

    A try counts from before `check` on, so that of many at once no more are looked at. Raises TooManyTriesError,
    without calling `check`.
    """
    key = email.lower()
    _count(step, key, most=MOST_FAILURES)
    found = check()
    if found:
        SignInFailure.objects.filter(step=step, email=key).delete()
    elif step != Step.RESET:
        refused.note(f"wrong {step.value}", about=key)
    return found


def tried_from(address: str | None, check: Callable[[], Found]) -> Found:
    """What `check` finds; nothing found counts against the network address, if it is known, whatever account was named.

    Anything found forgets this try alone. Raises TooManyTriesError, without calling `check`.
    """
    if address is None:
        return check()
    counted = _count(Step.ADDRESS, address, most=MOST_FROM_ADDRESS, words=TOO_MANY_FROM)
    found = check()
    if found:
        counted.delete()
    return found


def allows(step: Step, email: str) -> bool:
    """Counts a try that cannot succeed, such as asking for a letter; False when there were too many."""
    try:
        tried(step, email, lambda: False)
    except TooManyTriesError:
        return False
    return True


@transaction.atomic
def _count(step: Step, key: str, *, most: int, words: str = TOO_MANY) -> SignInFailure:
    """Note the try as a failure, under the account's lock, which is held no longer than that."""
    since = timezone.now() - WITHIN
    with current.connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [current.lock_key(f"brake:{step}:{key}")])
    if SignInFailure.objects.filter(step=step, email=key, at__gt=since).count() >= most:
        refused.note(f"too many tries, {step.value}", about=key)
        raise TooManyTriesError(words)
    SignInFailure.objects.filter(at__lt=since).delete()
    return SignInFailure.objects.create(step=step, email=key)
