"""Sends events once more, and a test event at once; an event keeps its id, so that who has it knows."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from conversations.models import (
    DeliveryCause,
    EndpointState,
    WebhookDelivery,
    WebhookDeliveryState,
    WebhookEndpoint,
    WebhookEvent,
)
from conversations.webhooks import delivering, endpoints, posting, secrets, shapes, switching
from conversations.webhooks.catalogue import EVERYTHING, TEST
from conversations.webhooks.outcomes import Answer
from conversations.webhooks.planning import OPEN, plan
from tenants.errors import BatonError
from tenants.sealing import SealBrokenError
from tenants.trail import audit
from tenants.trail.audit import Actor

MOST = 5000  # events of one range
HELLO = "This is a test event. Nothing happened."


class SwitchedOffError(BatonError):
    """Nothing is sent to the endpoint."""

    status = 409
    code = "webhook_disabled"

    def __init__(self) -> None:
        super().__init__(gettext("This webhook is switched off. Switch it on first."))


class StillOpenError(BatonError):
    """The event is on its way to the endpoint anyway."""

    status = 409
    code = "delivery_open"

    def __init__(self) -> None:
        super().__init__(gettext("This event is on its way there already."))


@dataclass(frozen=True)
class Range:
    """Events from `since` until just before `until`; those that the endpoint has not got, or all of them."""

    since: datetime
    until: datetime
    missed_only: bool = True


@transaction.atomic
def one(delivery: WebhookDelivery, *, actor: Actor) -> WebhookDelivery:
    """Send the event of a delivery once more. SwitchedOffError, or StillOpenError while it is on its way."""
    endpoint = _able(str(delivery.endpoint_id))
    if endpoint.deliveries.filter(event=delivery.event_id, state__in=OPEN).exists():
        raise StillOpenError
    made = WebhookDelivery.objects.create(
        endpoint=endpoint, event_id=delivery.event_id, cause=DeliveryCause.REPLAY, replay_of=delivery
    )
    plan(endpoint)
    audit.record("webhook.replayed", actor=actor, about=switching.about(endpoint), changes={"events": (None, 1)})
    return made


@transaction.atomic
def all_of(endpoint_id: str, wanted: Range, *, actor: Actor) -> int:
    """Send the events of a range once more, at most 5,000 of them, the oldest first; gives how many."""
    endpoint = _able(endpoint_id)
    found = list(candidates(endpoint, wanted).values_list("id", flat=True)[:MOST])
    WebhookDelivery.objects.bulk_create(
        [WebhookDelivery(endpoint=endpoint, event_id=key, cause=DeliveryCause.REPLAY) for key in found]
    )
    plan(endpoint)
    changes = {
        "events": (None, len(found)),
        "since": (None, wanted.since.isoformat()),
        "until": (None, wanted.until.isoformat()),
    }
    audit.record("webhook.replayed", actor=actor, about=switching.about(endpoint), changes=changes)
    return len(found)


def candidates(endpoint: WebhookEndpoint, wanted: Range) -> QuerySet[WebhookEvent]:
    """The events of a range that would be sent, the oldest first; none that is on its way."""
    there = WebhookDelivery.objects.filter(event=OuterRef("pk"), endpoint=endpoint)
    taken = Q(state__in=[*OPEN, WebhookDeliveryState.DELIVERED]) if wanted.missed_only else Q(state__in=OPEN)
    events = WebhookEvent.objects.filter(created_at__gte=wanted.since, created_at__lt=wanted.until).exclude(type=TEST)
    if EVERYTHING not in endpoint.types:
        events = events.filter(type__in=endpoint.types)
    return events.filter(~Exists(there.filter(taken))).order_by("created_at", "id")


def test(endpoint: WebhookEndpoint, *, actor: Actor) -> WebhookDelivery:
    """Send a test event now, once, also to one that is switched off; gives what came of it. No transaction is open."""
    told: shapes.WebhookTest = {"message": HELLO}
    with transaction.atomic():
        event = WebhookEvent.objects.create(type=TEST, data=told)
        audit.record("webhook.tested", actor=actor, about=switching.about(endpoint))
    answer = _tried(endpoint, event)
    done = WebhookDelivery(endpoint=endpoint, event=event, cause=DeliveryCause.TEST)
    delivering.note(done, answer, now=timezone.now())
    done.state = WebhookDeliveryState.DELIVERED if answer.is_taken else WebhookDeliveryState.DEAD
    done.next_at = None
    done.save(force_insert=True)
    return done


def _tried(endpoint: WebhookEndpoint, event: WebhookEvent) -> Answer:
    now = timezone.now()
    try:
        keys = secrets.keys(endpoint, now)
    except SealBrokenError:
        return Answer(None, delivering.SEALED, 0)
    return posting.send(posting.post(event, endpoint.url, keys=keys, at=now))


def _able(endpoint_id: str) -> WebhookEndpoint:
    endpoint = endpoints.locked(endpoint_id)
    if endpoint.state != EndpointState.ENABLED:
        raise SwitchedOffError
    return endpoint
