"""Looks at every company twice a minute, and lets what changed there be measured."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from conversations.insights import measuring
from tenants import current, hosts, jobs
from tenants.jobs import Lease
from tenants.models import Tenant

LOOK = "measuring_look"
EVERY = timedelta(seconds=30)


def begin() -> None:
    """Let the looks take place from now on, unless they do."""
    jobs.begin_for_platform(LOOK)


def look(_held: Lease) -> None:
    """Write a job for each company in which something waits to be measured, and the next look."""
    for tenant in Tenant.objects.all():
        if hosts.is_open(tenant):
            with current.entered(tenant), transaction.atomic():
                if measuring.until().waiting:
                    jobs.write(measuring.KIND, {}, key=measuring.KIND)
    jobs.write_for_platform(LOOK, {}, key=LOOK, run_at=timezone.now() + EVERY)
