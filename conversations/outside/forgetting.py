"""Turns that asked an AI outside go after a week: what they hold stands in the log, the articles and the decisions."""

from datetime import timedelta

from django.utils import timezone

from conversations.models import OutsideTurn
from tenants import jobs
from tenants.jobs import Lease

KEPT_FOR = timedelta(days=7)
OLD = "outside_turns_old"  # the kind of the job that removes what is older
A_DAY = timedelta(days=1)


def expect_old() -> None:
    """Let what is too old be removed tonight; asked for again and again, it is one job."""
    tonight = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0) + A_DAY
    jobs.write(OLD, {}, key=OLD, run_at=tonight)


def remove_old(_held: Lease) -> None:
    """Remove what is too old, and come again while there is any."""
    OutsideTurn.objects.filter(created_at__lt=timezone.now() - KEPT_FOR).delete()
    if OutsideTurn.objects.exists():
        expect_old()
