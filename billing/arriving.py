"""What Stripe sends, through the door and kept: signed, stored as it came, and only then looked at."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from billing import stripe_client
from billing.arrivals.models import StripeCustomer, StripeEvent
from tenants import current, jobs
from tenants.jobs import Lease

EVENT, FOLLOW = "stripe_event", "stripe_follow"
NOBODY = "No company is this customer."


@transaction.atomic
def take(raw: bytes, signature: str) -> StripeEvent:
    """Keep an event that Stripe signed, and write the job that handles it. Raises ForgedEventError.

    One that came before is counted; it is handled once.
    """
    arrived = stripe_client.arrived(raw, signature)
    fresh = {"kind": arrived.kind[:80], "customer": arrived.customer, "body": raw.decode()}
    event, is_new = StripeEvent.objects.get_or_create(pk=arrived.id, defaults=fresh)
    if not is_new:
        StripeEvent.objects.filter(pk=event.pk).update(times=F("times") + 1)
    if event.handled_at is None:
        _handle_soon(event.pk)
    return event


@transaction.atomic
def replay(event_id: str) -> bool:
    """Let an event be handled once more; False where there is none with this id."""
    found = StripeEvent.objects.filter(pk=event_id).update(handled_at=None, problem="")
    if found:
        _handle_soon(event_id)
    return bool(found)


@transaction.atomic
def handle(held: Lease) -> None:
    """Let the company that an event is about follow Stripe; whose it is, is known by the customer's id alone."""
    event = StripeEvent.objects.select_for_update().filter(pk=str(held.ids["event"])).first()
    if event is None or event.handled_at is not None:
        return
    if event.customer:
        known = StripeCustomer.objects.filter(stripe_id=event.customer).select_related("tenant").first()
        event.problem = "" if known else NOBODY
        if known is not None:
            with current.entered(known.tenant):
                jobs.write(FOLLOW, {}, key=FOLLOW)
    event.handled_at = timezone.now()
    event.save(update_fields=["handled_at", "problem"])


def _handle_soon(event_id: str) -> None:
    jobs.write_for_platform(EVENT, {"event": event_id}, key=f"{EVENT} {event_id}")
