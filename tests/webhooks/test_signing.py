"""Any library of Standard Webhooks can tell that an event is ours, also while the secret changes."""

from datetime import timedelta

import pytest
from django.utils import timezone
from standardwebhooks import Webhook, WebhookVerificationError

from conversations.models import WebhookEndpoint
from conversations.webhooks import again, endpoints, secrets
from tenants import sealing
from tenants.models import Tenant
from tenants.trail import audit
from tenants.trail.models import AuditEntry
from tests.webhooks.conftest import hook
from tests.webhooks.receiver import Got, Receiver
from tests.webhooks.work import deliver, happens

FIELDS = {"description": "", "types": ["*"]}


def verified(secret: str, got: Got) -> bool:
    """Whether the public library takes the request."""
    try:
        told = Webhook(secret).verify(got.body, got.headers)
    except WebhookVerificationError:
        return False
    return bool(told["type"])


def test_a_request_is_signed_as_the_public_library_wants_it(receiver: Receiver, in_acme: Tenant) -> None:
    endpoint, secret = endpoints.create({"url": receiver.url, **FIELDS}, by=None, actor=audit.by_system())
    (event,) = happens("customer.erased")
    deliver()
    (got,) = receiver.got
    assert verified(secret, got)
    assert not verified("whsec_" + "A" * 44, got)
    assert not verified(secret, Got(got.head, got.headers, got.body + b" "))
    assert got.headers["webhook-id"] == event.id
    assert got.headers["content-type"] == "application/json"
    assert got.json == {
        "type": "customer.erased",
        "timestamp": event.created_at.isoformat().replace("+00:00", "Z"),
        "data": {"customer_id": "cus_0"},
    }
    stored = WebhookEndpoint.objects.get()
    assert secret not in stored.secret
    assert sealing.unseal(stored.secret, place=secrets.PLACE.format(id=endpoint.id)) == secret
    with pytest.raises(sealing.SealBrokenError):
        sealing.unseal(stored.secret, place=secrets.PLACE.format(id="whk_other"))
    assert secret not in str(list(AuditEntry.objects.values_list("changes", flat=True)))


def test_while_a_secret_changes_both_are_good_for_a_day(receiver: Receiver, in_acme: Tenant) -> None:
    endpoint, first = endpoints.create({"url": receiver.url, **FIELDS}, by=None, actor=audit.by_system())
    _, second = endpoints.make_secret(str(endpoint.id), actor=audit.by_system())
    assert first != second
    happens()
    deliver()
    got = receiver.got[-1]
    assert (verified(first, got), verified(second, got)) == (True, True)
    assert len(got.headers["webhook-signature"].split(" ")) == 2
    WebhookEndpoint.objects.update(previous_until=timezone.now() - timedelta(seconds=1))
    happens()
    deliver()
    got = receiver.got[-1]
    assert (verified(first, got), verified(second, got)) == (False, True)
    _, third = endpoints.make_secret(str(endpoint.id), actor=audit.by_system())
    happens()
    deliver()
    got = receiver.got[-1]
    assert [verified(secret, got) for secret in (first, second, third)] == [False, True, True]


def test_a_secret_that_cannot_be_read_any_more_is_said_and_can_be_replaced(receiver: Receiver, in_acme: Tenant) -> None:
    endpoint = hook(receiver.url)
    WebhookEndpoint.objects.update(secret="broken")
    happens()
    deliver()
    assert "secret cannot be read" in endpoint.deliveries.get().last_problem
    endpoint.refresh_from_db()
    assert again.test(endpoint, actor=audit.by_system()).state == "dead"
    assert receiver.got == []
    _, secret = endpoints.make_secret(str(endpoint.id), actor=audit.by_system())
    endpoint.refresh_from_db()
    assert endpoint.previous_until is None
    assert again.test(endpoint, actor=audit.by_system()).state == "delivered"
    assert verified(secret, receiver.got[-1])
