"""Once an hour, what is kept of requests goes where its time is over."""

from datetime import timedelta

from django.utils import timezone

from agents import idempotency
from tenants import current, hosts, jobs
from tenants.jobs import Lease
from tenants.limits import counting
from tenants.models import Tenant

TIDY = "requests_tidy"
EVERY = timedelta(hours=1)


def begin() -> None:
    """Let it take place from now on, unless it does."""
    jobs.begin_for_platform(TIDY)


def tidy(_held: Lease) -> None:
    """Drop the answers of before yesterday in each company, and counts that stand for nothing; write the next job."""
    counting.forget_old()
    for tenant in Tenant.objects.all():
        if hosts.is_open(tenant):
            with current.entered(tenant):
                idempotency.drop_old()
    jobs.write_for_platform(TIDY, {}, key=TIDY, run_at=timezone.now() + EVERY)
