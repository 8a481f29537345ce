"""A company follows what Stripe has of its subscription, and all that comes of it is done."""

import logging
from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from billing import arriving, following, pushing, writes
from billing.errors import PaymentRefusedError, PaymentServiceError
from billing.models import Subscription
from conversations import plan_moved
from conversations.subscribing import telling
from tenants import current, jobs
from tenants.jobs import Lease

WHILE_SILENT, WHILE_UNKNOWN = timedelta(minutes=1), timedelta(minutes=10)

logger = logging.getLogger(__name__)


def now() -> Subscription | None:
    """Look at Stripe for the company entered now, and do what follows from what is there; the row as it is then.

    None where Stripe does not know the company, which may have a trial that ran out nevertheless. Raises
    PaymentServiceError. Not inside a transaction.
    """
    row = following.follow()
    plan_moved.follow()
    telling.look()
    pushing.soon()
    return row


def work(_held: Lease) -> None:
    """Follow, as a job asks; while Stripe does not answer, again and again."""
    try:
        now()
    except PaymentServiceError:
        jobs.write(arriving.FOLLOW, {}, key=arriving.FOLLOW, run_at=timezone.now() + WHILE_SILENT)
    except PaymentRefusedError:  # of another account, or removed by hand: no reason to take a plan away
        logger.exception("Stripe has no customer for %s.", current.schema_name())


def ask_again(held: Lease) -> None:
    """Ask once more for something that was wanted at Stripe and may be done or not; and look at what came of it."""
    key = str(held.ids["write"])
    try:
        found = writes.ask_again(UUID(key))
    except PaymentServiceError:
        later = timezone.now() + WHILE_UNKNOWN
        jobs.write(writes.AGAIN, {"write": key}, key=f"{writes.AGAIN} {key}", run_at=later)
        return
    if found is not None:
        jobs.write(arriving.FOLLOW, {}, key=arriving.FOLLOW)
