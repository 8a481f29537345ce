"""Outgoing events that go: with a conversation, a customer, and time; what was not sent yet is sent no more."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from conversations.models import Customer, WebhookEvent
from tenants import jobs
from tenants.jobs import Lease

KEPT_FOR = timedelta(days=30)
OLD = "webhook_events_old"  # the kind of the job that removes what is older
A_DAY = timedelta(days=1)
AT_ONCE = 2000  # events


def of_conversation(conversation_id: str) -> None:
    """Nothing that tells of the conversation stays."""
    WebhookEvent.objects.filter(conversation=conversation_id).delete()


def of_customer(customer: Customer) -> None:
    """Nothing that tells of the customer stays, under their id or their address."""
    theirs = Q(customer=str(customer.id))
    if customer.email:
        theirs |= Q(type__startswith="appointment.", data__appointment__email__iexact=customer.email)
    WebhookEvent.objects.filter(theirs).delete()


def expect_old() -> None:
    """Let what is too old be removed tonight; asked for again and again, it is one job."""
    tonight = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0) + A_DAY
    jobs.write(OLD, {}, key=OLD, run_at=tonight)


def remove_old(_held: Lease) -> None:
    """Remove what is too old, some at a time, and come again while there is any event."""
    old = WebhookEvent.objects.filter(created_at__lt=timezone.now() - KEPT_FOR).order_by("created_at")
    gone = list(old.values_list("id", flat=True)[:AT_ONCE])
    WebhookEvent.objects.filter(pk__in=gone).delete()
    if len(gone) == AT_ONCE:
        jobs.write(OLD, {}, key=OLD)
    elif WebhookEvent.objects.exists():
        expect_old()
