"""When an endpoint is looked at next: one job for each endpoint, however much waits for it.

Whoever changes what waits for an endpoint holds its row and calls `plan` in the same transaction: so no look is lost.
"""

from django.db.models import Min
from django.utils import timezone

from conversations.models import EndpointState, WebhookDeliveryState, WebhookEndpoint
from tenants import jobs

QUICK, SLOW = "webhook_quick", "webhook_slow"  # kinds of jobs; the slow ones have workers of their own
OPEN = (WebhookDeliveryState.PENDING, WebhookDeliveryState.FAILED)


def plan(endpoint: WebhookEndpoint) -> None:
    """Have the endpoint, which is locked, looked at when its next delivery is due and it does not rest."""
    if endpoint.state != EndpointState.ENABLED:
        return
    due = endpoint.deliveries.filter(state__in=OPEN).aggregate(at=Min("next_at"))["at"]
    if due is not None:
        run_at = max(due, timezone.now(), endpoint.rests_until or due)
        kind = SLOW if endpoint.is_slow else QUICK
        jobs.write(kind, {"endpoint_id": str(endpoint.id)}, key=str(endpoint.id), run_at=run_at)
