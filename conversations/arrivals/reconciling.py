"""Once an hour every company looks how it stands, at Stripe and by the clock, whether or not anybody told anything."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from billing import arriving, standing, stripe_client, writes
from billing.arrivals.models import StripeEvent
from tenants import current, hosts, jobs
from tenants.jobs import Lease
from tenants.models import Tenant

LOOK = "stripe_reconcile"
EVERY = timedelta(hours=1)
APART = timedelta(seconds=1)
"""Between two companies, so that Stripe is not asked for all of them at once."""
WITHIN = timedelta(minutes=50)
KEPT = timedelta(days=90)
"""Events, as they came; they name who pays."""


def begin() -> None:
    """Let the looks take place from now on, unless they do."""
    jobs.begin_for_platform(LOOK)


def look(_held: Lease) -> None:
    """Write a job for each company, and for what nobody knows the outcome of; and the next look."""
    if stripe_client.is_on():
        billed = [one for one in Tenant.objects.order_by("pk") if standing.is_billed(one) and hosts.is_open(one)]
        for number, tenant in enumerate(billed):
            _look_at(tenant, number)
        StripeEvent.objects.filter(received_at__lt=timezone.now() - KEPT).exclude(handled_at=None).delete()
    jobs.write_for_platform(LOOK, {}, key=LOOK, run_at=timezone.now() + EVERY)


@transaction.atomic
def _look_at(tenant: Tenant, number: int) -> None:
    now = timezone.now()
    with current.entered(tenant):
        for row in writes.open_ones():
            if row.asked_at < now - writes.AGAIN_AFTER:
                jobs.write(writes.AGAIN, {"write": str(row.pk)}, key=f"{writes.AGAIN} {row.pk}")
        jobs.write(arriving.FOLLOW, {}, key=arriving.FOLLOW, run_at=now + min(number * APART, WITHIN))
