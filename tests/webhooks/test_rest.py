"""Webhooks over REST: who may, what bad input gets, a secret that is shown once, and sending again."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from standardwebhooks import Webhook

from agents.models import Agent
from conversations.models import WebhookDelivery, WebhookDeliveryState, WebhookEndpoint, WebhookEvent
from conversations.webhooks import endpoints
from conversations.webhooks.catalogue import TYPES
from tenants.models import Tenant
from tenants.openapi import document
from tenants.trail.models import AuditEntry
from tests import cast
from tests.webhooks.conftest import hook
from tests.webhooks.receiver import Receiver, answers
from tests.webhooks.work import deliver, happens, later

HOOKS = "/api/v1/webhooks"
JSON = "application/json"


def lately() -> str:
    """An hour ago."""
    return (timezone.now() - timedelta(hours=1)).isoformat()


def test_a_webhook_is_made_shown_changed_and_removed(desk: Client, receiver: Receiver) -> None:
    body = {"url": receiver.url, "description": "Orders", "types": ["message.created", "customer.created"] * 2}
    made = desk.post(HOOKS, body, content_type=JSON)
    assert made.status_code == 201, made.content
    told = made.json()
    assert told["types"] == ["message.created", "customer.created"]
    assert (told["state"], told["created_by"]["name"]) == ("enabled", "Alice Example")
    assert told["secret"].startswith("whsec_")
    one = f"{HOOKS}/{told['id']}"
    assert "secret" not in desk.get(one).json()
    assert told["secret"] not in desk.get(HOOKS).content.decode()
    changed = desk.patch(one, {"types": ["*", "message.created"], "state": "disabled"}, content_type=JSON).json()
    assert (changed["types"], changed["state"], changed["disabled_because"]) == (["*"], "disabled", "person")
    assert desk.patch(one, {"state": "enabled"}, content_type=JSON).json()["disabled_because"] is None
    fresh = desk.post(f"{one}/secret", content_type=JSON).json()
    assert fresh["secret"] != told["secret"]
    assert desk.get(one).json()["previous_secret_until"] == fresh["previous_secret_until"]
    assert desk.delete(one).status_code == 204
    assert desk.get(one).status_code == 404
    actions = list(AuditEntry.objects.filter(object_id=told["id"]).values_list("action", flat=True))
    assert sorted(actions) == [
        "webhook.changed",
        "webhook.changed",
        "webhook.created",
        "webhook.removed",
        "webhook.secret_made",
    ]


@pytest.mark.parametrize(
    ("body", "param"),
    [
        ({"types": ["*"]}, "url"),
        ({"url": "https://8.8.8.8/", "types": []}, "types"),
        ({"url": "https://8.8.8.8/", "types": ["message.deleted"]}, "types.0"),
        ({"url": "https://8.8.8.8/", "types": "*"}, "types"),
        ({"url": "https://8.8.8.8/", "types": ["*"], "description": "x" * 201}, "description"),
    ],
)
def test_bad_input_names_the_field_and_stores_nothing(desk: Client, body: object, param: str) -> None:
    answer = desk.post(HOOKS, body, content_type=JSON)
    assert answer.status_code == 422
    assert str(answer.json()["error"]["param"]).split(".")[0] == param.split(".", maxsplit=1)[0]
    assert not WebhookEndpoint.objects.exists()


def test_more_than_twenty_do_not_fit(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoints, "MOST", 1)
    hook("https://8.8.8.8/")
    answer = desk.post(HOOKS, {"url": "https://8.8.8.8/", "types": ["*"]}, content_type=JSON)
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "too_many_webhooks")


@pytest.mark.parametrize("name", ["bob", "sue"])
def test_who_is_no_admin_sees_none_of_it(acme_client: Client, in_acme: Tenant, name: str) -> None:
    cast.agent(name)
    browser = cast.signed_in(acme_client, f"{name}@example.com")
    assert browser.get(HOOKS).status_code == 403


def test_a_test_event_shows_what_came_back_and_counts_for_nothing(desk: Client, receiver: Receiver) -> None:
    body = {"url": receiver.url, "types": ["customer.erased"]}
    told = desk.post(HOOKS, body, content_type=JSON).json()
    one = f"{HOOKS}/{told['id']}"
    receiver.acts = [answers(500, b"oh no"), answers(204, b"")]
    failed = desk.post(f"{one}/test", content_type=JSON).json()
    assert (failed["state"], failed["status"], failed["log"][0]["reply"]) == ("dead", 500, "oh no")
    taken = desk.post(f"{one}/test", content_type=JSON).json()
    assert (taken["state"], taken["status"], taken["type"]) == ("delivered", 204, "webhook.test")
    assert Webhook(told["secret"]).verify(receiver.got[-1].body, receiver.got[-1].headers)["type"] == "webhook.test"
    assert taken["payload"] == receiver.got[-1].json
    assert desk.get(one).json()["failing_since"] is None
    deliver()
    assert len(receiver.got) == 2


def test_the_log_is_filtered_and_costs_the_same_however_long(desk: Client, receiver: Receiver) -> None:
    endpoint = hook(receiver.url)
    sent = f"{HOOKS}/{endpoint.id}/deliveries"
    happens()
    deliver()
    desk.get(HOOKS)  # who asks is known from now on
    short = cost(desk, sent), cost(desk, HOOKS)
    receiver.acts = [answers(500)]
    happens(many=3)
    deliver()
    hook(receiver.url)
    assert (cost(desk, sent), cost(desk, HOOKS)) == short
    page = desk.get(f"{sent}?limit=2").json()
    assert (len(page["data"]), page["has_more"]) == (2, True)
    assert len(desk.get(f"{sent}?limit=50&cursor={page['next_cursor']}").json()["data"]) == 2
    assert {one["state"] for one in desk.get(f"{sent}?state=delivered").json()["data"]} == {"delivered"}
    assert desk.get(f"{sent}?type=message.created").json()["data"] == []
    assert desk.get(f"{sent}?state=lost").status_code == 422
    assert sum(desk.get(HOOKS).json()["data"][0]["last_day"].values()) == 4


def cost(desk: Client, address: str) -> int:
    """How many queries it takes."""
    with CaptureQueriesContext(connection) as caught:
        assert desk.get(address).status_code == 200
    return len(caught)


def test_a_delivery_shows_payload_tries_and_replies(desk: Client, receiver: Receiver) -> None:
    endpoint = hook(receiver.url)
    receiver.acts = [answers(503, b"busy"), answers(200, b"thanks")]
    happens()
    deliver()
    later()
    deliver()
    shown = desk.get(f"/api/v1/webhook_deliveries/{endpoint.deliveries.get().id}").json()
    assert [(one["status"], one["reply"]) for one in shown["log"]] == [(503, "busy"), (200, "thanks")]
    assert shown["payload"] == receiver.got[0].json
    assert shown["headers"]["webhook-id"] == receiver.got[0].headers["webhook-id"]
    assert "v1," in shown["headers"]["webhook-signature"]
    assert receiver.got[0].headers["webhook-signature"] not in str(shown)


def test_an_event_is_sent_again_under_its_id(desk: Client, receiver: Receiver) -> None:
    endpoint = hook(receiver.url)
    (event,) = happens()
    deliver()
    again = f"/api/v1/webhook_deliveries/{endpoint.deliveries.get().id}/replay"
    made = desk.post(again, content_type=JSON)
    assert (made.status_code, made.json()["cause"], made.json()["event_id"]) == (202, "replay", event.id)
    busy = desk.post(again, content_type=JSON)
    assert (busy.status_code, busy.json()["error"]["code"]) == (409, "delivery_open")
    deliver()
    assert receiver.ids() == [event.id] * 2
    desk.patch(f"{HOOKS}/{endpoint.id}", {"state": "disabled"}, content_type=JSON)
    off = desk.post(again, content_type=JSON)
    assert (off.status_code, off.json()["error"]["code"]) == (409, "webhook_disabled")


def test_what_an_endpoint_missed_while_baton_had_switched_it_off_is_sent_later(
    desk: Client, receiver: Receiver, alice: Agent
) -> None:
    endpoint = hook(receiver.url)
    happens()
    deliver()
    receiver.acts = [answers(410)]
    happens()
    deliver()
    happens(many=2)
    deliver()
    assert len(receiver.got) == 2
    range_of = f"{HOOKS}/{endpoint.id}/replay"
    assert desk.post(range_of, {"since": lately()}, content_type=JSON).status_code == 409
    desk.patch(f"{HOOKS}/{endpoint.id}", {"state": "enabled"}, content_type=JSON)
    since = {"since": lately()}
    assert desk.get(range_of, since).json() == {"events": 3}
    assert desk.get(range_of, {**since, "missed_only": "false"}).json() == {"events": 4}
    sent = desk.post(range_of, since, content_type=JSON)
    assert (sent.status_code, sent.json()) == (202, {"events": 3})
    assert desk.post(range_of, since, content_type=JSON).json() == {"events": 0}, "they are on their way"
    deliver()
    assert len(set(receiver.ids())) == 4
    assert endpoint.deliveries.filter(cause="replay", state=WebhookDeliveryState.DELIVERED).count() == 3


def test_what_happens_while_somebody_has_switched_it_off_is_not_kept(desk: Client, receiver: Receiver) -> None:
    endpoint = hook(receiver.url)
    happens()
    desk.patch(f"{HOOKS}/{endpoint.id}", {"state": "disabled"}, content_type=JSON)
    deliver()
    assert not WebhookDelivery.objects.exists()
    assert receiver.got == []


@pytest.mark.parametrize(
    ("body", "param"),
    [
        ({}, "since"),
        ({"since": "2020-01-01T00:00:00Z"}, "since"),
        ({"since": "soon"}, "since"),
    ],
)
def test_a_range_that_cannot_be_is_refused(desk: Client, receiver: Receiver, body: object, param: str) -> None:
    endpoint = hook(receiver.url)
    answer = desk.post(f"{HOOKS}/{endpoint.id}/replay", body, content_type=JSON)
    assert (answer.status_code, answer.json()["error"]["param"]) == (422, param)
    backwards = {"since": lately(), "until": (timezone.now() - timedelta(hours=2)).isoformat()}
    wrong = desk.post(f"{HOOKS}/{endpoint.id}/replay", backwards, content_type=JSON)
    assert (wrong.status_code, wrong.json()["error"]["param"]) == (422, "until")
    assert not WebhookEvent.objects.exists()


def test_the_types_are_listed_and_each_is_in_the_document(desk: Client) -> None:
    listed = [one["type"] for one in desk.get("/api/v1/webhook_event_types").json()["data"]]
    assert listed == list(TYPES)
    assert list(document.whole()["webhooks"]) == listed
