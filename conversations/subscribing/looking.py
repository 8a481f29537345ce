"""Looks at every company once an hour: what the clock alone changed of its plan, and which letter is due."""

from datetime import timedelta

from django.utils import timezone

from conversations import plan_moved
from conversations.subscribing import telling
from tenants import current, hosts, jobs
from tenants.jobs import Lease
from tenants.models import Tenant

LOOK = "subscription_look"
EVERY = timedelta(hours=1)


def begin() -> None:
    """Let the looks take place from now on, unless they do."""
    jobs.begin_for_platform(LOOK)


def look(_held: Lease) -> None:
    """Look at each company, and write the next look."""
    for tenant in Tenant.objects.all():
        if hosts.is_open(tenant):
            with current.entered(tenant):
                plan_moved.follow()
                telling.look()
    jobs.write_for_platform(LOOK, {}, key=LOOK, run_at=timezone.now() + EVERY)
