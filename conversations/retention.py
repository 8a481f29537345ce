"""Conversations are kept as long as the company says: once a day what is older goes, the oldest first."""

import time
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from conversations.erasing import customers, removing
from conversations.models import Conversation, Customer, Status
from tenants import current, jobs
from tenants.jobs import Lease
from tenants.models import Tenant
from tenants.trail import audit
from tenants.trail.audit import About

DAILY, KIND = "retention_daily", "retention"
A_DAY = timedelta(days=1)
A_GO = 3.0  # seconds; then whatever else is due has its turn
AT_ONCE = 20  # conversations


def begin() -> None:
    """Let the daily look take place from now on, unless it does."""
    jobs.begin_for_platform(DAILY)


@transaction.atomic
def look(_held: Lease) -> None:
    """Write a job for each company that keeps conversations for a time, and the next daily one."""
    for tenant in Tenant.objects.exclude(retention_days=None):
        with current.entered(tenant):
            jobs.write(KIND, {}, key=KIND)
    jobs.write_for_platform(DAILY, {}, key=DAILY, run_at=timezone.now() + A_DAY)


def keep_to_it(_held: Lease) -> None:
    """Remove resolved conversations in which nothing happened for the company's days; the job writes itself anew."""
    tenant = Tenant.objects.get(pk=current.tenant().pk)
    if tenant.retention_days is None:
        return
    before = timezone.now() - timedelta(days=tenant.retention_days)
    old = Conversation.objects.filter(status=Status.RESOLVED, updated_at__lt=before).order_by("updated_at")
    until, gone, more = time.monotonic() + A_GO, 0, True
    while more and (gone == 0 or time.monotonic() < until):
        found = list(old.values_list("id", "customer_id")[:AT_ONCE])
        for conversation_id, customer_id in found:
            removing.remove(str(conversation_id))
            _let_go(str(customer_id))
        gone, more = gone + len(found), len(found) == AT_ONCE
    _end(gone, days=tenant.retention_days, more=more)


def _let_go(customer_id: str) -> None:
    """A customer of whom no conversation is left is forgotten with the last of them."""
    customer = Customer.objects.filter(pk=customer_id, conversations=None).first()
    if customer is not None:
        customers.remove_row(customer)


@transaction.atomic
def _end(gone: int, *, days: int, more: bool) -> None:
    if gone:
        about = About("workspace", name=f"Conversations older than {days} days")
        audit.record("retention.applied", actor=audit.by_system(), about=about, changes={"removed": (None, gone)})
    if more:
        jobs.write(KIND, {}, key=KIND)
