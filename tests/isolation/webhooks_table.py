"""Who may call what of webhooks, and one of each."""

from datetime import timedelta

from django.utils import timezone

from conversations.models import DeliveryCause, WebhookDelivery, WebhookDeliveryState, WebhookEndpoint, WebhookEvent
from conversations.webhooks import secrets
from tests.isolation.row import Row, Who

NEW = {"url": "https://8.8.8.8/new", "types": ["*"]}


def rows() -> list[Row]:
    """Admins alone: what is sent there tells of customers."""
    hooks, reads, writes = "/api/v1/webhooks", "webhooks:read", "webhooks:write"
    one, sent = f"{hooks}/{{webhook}}", "/api/v1/webhook_deliveries/{webhook_delivery}"
    lately = (timezone.now() - timedelta(hours=1)).isoformat()
    return [
        Row("GET", hooks, Who.ADMIN, reads),
        Row("POST", hooks, Who.ADMIN, writes, body=NEW),
        Row("GET", one, Who.ADMIN, reads),
        Row("PATCH", one, Who.ADMIN, writes, body={"description": "Other"}),
        Row("DELETE", f"{hooks}/{{spare_webhook}}", Who.ADMIN, writes),
        Row("POST", f"{one}/secret", Who.ADMIN, writes, body={}),
        Row("POST", f"{one}/test", Who.ADMIN, writes, body={}),
        Row("GET", f"{one}/deliveries", Who.ADMIN, reads),
        Row("GET", f"{one}/replay?since={lately.replace('+', '%2B')}", Who.ADMIN, reads),
        Row("POST", f"{one}/replay", Who.ADMIN, writes, body={"since": lately}),
        Row("GET", sent, Who.ADMIN, reads),
        Row("POST", f"{sent}/replay", Who.ADMIN, writes, body={}, answers=(202, 409)),
        Row("GET", "/api/v1/webhook_event_types", Who.ADMIN, reads),
    ]


def things(told: str) -> dict[str, str]:
    """A webhook that was sent something, and one to be removed; all words are `told`. No address leads anywhere."""
    made = [
        WebhookEndpoint(url="https://127.0.0.1/never", description=told[:200], types=["usage.threshold_reached"])
        for _ in range(2)
    ]
    for endpoint in made:
        secrets.give(endpoint)
        endpoint.save()
    event = WebhookEvent.objects.create(type="message.created", data={"text": told})
    line = {"at": timezone.now().isoformat(), "status": 500, "problem": told, "took_ms": 5, "reply": told}
    delivery = WebhookDelivery.objects.create(
        endpoint=made[0],
        event=event,
        cause=DeliveryCause.EVENT,
        state=WebhookDeliveryState.DEAD,
        next_at=None,
        tries=1,
        last_problem=told[:300],
        log=[line],
    )
    return {
        "webhook": str(made[0].id),
        "spare_webhook": str(made[1].id),
        "webhook_delivery": str(delivery.id),
        "webhook_event": str(event.id),
    }
