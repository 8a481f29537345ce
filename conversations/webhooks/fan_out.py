"""Finds out who is to hear of an event: one delivery for each endpoint that wants its type."""

from django.db import transaction

from conversations.models import EndpointState, WebhookDelivery, WebhookEndpoint, WebhookEvent
from conversations.webhooks import forgetting
from conversations.webhooks.catalogue import EVERYTHING
from conversations.webhooks.planning import plan
from tenants.jobs import Lease


@transaction.atomic
def work(held: Lease) -> None:
    """Write the deliveries of an event, once; nothing of one that was erased meanwhile."""
    event = WebhookEvent.objects.filter(pk=str(held.ids["event_id"])).first()
    if event is None:
        return
    able = WebhookEndpoint.objects.select_for_update().filter(state=EndpointState.ENABLED)
    endpoints = list(able.filter(types__overlap=[EVERYTHING, event.type]).order_by("id"))
    made = [WebhookDelivery(endpoint=endpoint, event=event) for endpoint in endpoints]
    WebhookDelivery.objects.bulk_create(made, ignore_conflicts=True)
    for endpoint in endpoints:
        plan(endpoint)
    forgetting.expect_old()
