"""Whom the company names gets what is theirs, and whoever else has the visitor's token gets nothing of it."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from conversations.identity import proofs, secrets
from conversations.known import known
from conversations.models import Conversation, Customer, Message, Proof, ProvenHow
from conversations.widget import visitors
from tenants.models import Tenant
from tenants.trail import audit
from tests import cast
from tests.identity.conftest import signed

Json = dict[str, Any]


class Widget:
    """A browser's widget over REST."""

    def __init__(self, client: Client) -> None:
        self.client, self.token = client, ""

    def hello(self, identity: str | None = None, *, token: str | None = None) -> Json:
        body = {"token": self.token or None if token is None else token, "identity": identity}
        told: Json = self.client.post("/api/v1/widget/hello", body, "application/json").json()
        self.token = str(told["token"])
        return told

    def says(self, text: str) -> int:
        body = {"client_id": str(cast.new_id()), "text": text}
        return self.client.post("/api/v1/widget/messages", body, "application/json", headers=self.bearer()).status_code

    def get(self, path: str) -> tuple[int, Json]:
        found = self.client.get(f"/api/v1/widget/{path}", headers=self.bearer())
        return found.status_code, found.json()

    def bearer(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}


@pytest.fixture
def visiting(in_acme: Tenant, acme_client: Client) -> Widget:
    """A visitor's widget that said hello and wrote once."""
    widget = Widget(acme_client)
    widget.hello()
    assert widget.says("I am on the page") == 201
    return widget


def texts(told: Json) -> list[str]:
    events = told["events"]
    assert isinstance(events, list)
    return [event["data"]["text"] for event in events if event["type"] == "message.added"]


def test_a_visitor_becomes_the_customer_and_keeps_the_conversation(visiting: Widget, secret: str) -> None:
    told = visiting.hello(signed(secret, name="Jane", attributes={"plan": "pro"}))
    assert told["identified"]
    assert told["identity_error"] is None
    assert texts(told) == ["I am on the page"]
    jane = Customer.objects.get()
    assert (jane.name, jane.email, jane.external_id) == ("Jane", "jane@example.org", "u1")
    assert jane.attributes == {"plan": "pro"}
    found = known(Conversation.objects.select_related("customer").get())
    assert found.proven == {"jane@example.org"}
    assert found.how == "identity"


def test_the_thief_of_a_visitors_token_gets_nothing_once_they_are_named(visiting: Widget, secret: str) -> None:
    stolen = visiting.token
    visiting.hello(signed(secret))
    thief = Widget(visiting.client)
    told = thief.hello(token=stolen)
    assert told["conversation"] is None
    assert told["events"] == []
    thief.token = stolen
    assert thief.says("Let me in") == 401
    assert visiting.says("It is me") == 201


def test_the_history_of_somebody_known_stays_closed_to_the_visitors_token(visiting: Widget, secret: str) -> None:
    phone = Widget(visiting.client)
    phone.hello(signed(secret))
    assert phone.says("From my phone: my secret") == 201
    stolen = visiting.token
    told = visiting.hello(signed(secret))
    assert texts(told) == ["From my phone: my secret"]
    assert Customer.objects.count() == 1
    assert Conversation.objects.count() == 2
    thief = Widget(visiting.client)
    told = thief.hello(token=stolen)
    assert told["conversation"] is None
    thief.token = stolen
    assert thief.says("Let me in") == 201  # as a stranger, who begins with nothing
    assert Message.objects.filter(text="Let me in", conversation__customer__external_id="").exists()
    assert thief.get("conversations")[0] == 403


def test_a_second_device_keeps_working_when_the_first_one_says_who_it_is(visiting: Widget, secret: str) -> None:
    visiting.hello(signed(secret))
    phone = Widget(visiting.client)
    phone.hello(signed(secret))
    assert visiting.says("Still here") == 201


def test_two_people_at_one_browser_stay_two(visiting: Widget, secret: str) -> None:
    visiting.hello(signed(secret, "u1", "jane@example.org"))
    told = visiting.hello(signed(secret, "u2", "john@example.org"))
    assert told["conversation"] is None
    assert set(Customer.objects.values_list("external_id", "email")) == {
        ("u1", "jane@example.org"),
        ("u2", "john@example.org"),
    }


def test_a_changed_address_takes_the_proof_of_the_old_one_away(visiting: Widget, secret: str) -> None:
    visiting.hello(signed(secret, "u1", "jane@example.org"))
    visiting.hello(signed(secret, "u1", "new@example.org"))
    assert list(Proof.objects.values_list("email", flat=True)) == ["new@example.org"]
    assert Customer.objects.get().email == "new@example.org"


def test_a_bad_signature_changes_nothing_and_says_why(visiting: Widget, secret: str) -> None:
    before = list(Customer.objects.values())
    told = visiting.hello(signed("x" * 40))
    assert not told["identified"]
    error = told["identity_error"]
    assert isinstance(error, dict)
    assert error["code"] == "identity_forged"
    assert texts(told) == ["I am on the page"]
    assert list(Customer.objects.values()) == before


def test_where_it_is_enforced_a_token_ends_with_the_signature(visiting: Widget, secret: str) -> None:
    visiting.hello(signed(secret))
    assert visitors.signed_until(visiting.token) > 0
    jane = Customer.objects.get()
    old = visitors.token(jane, signed_until=1)
    assert visitors.known(old) == jane
    secrets.enforce(on=True, actor=audit.by_system())
    assert visitors.known(visiting.token) == jane
    assert visitors.known(old) is None
    returning = Widget(visiting.client)
    assert returning.hello(token=old)["conversation"] is None
    returning.token = old
    assert returning.says("It is me, truly") == 401
    assert Message.objects.count() == 1


def test_coming_back_does_not_make_the_signature_last_longer(visiting: Widget, secret: str) -> None:
    visiting.hello(signed(secret))
    until = visitors.signed_until(visiting.token)
    visiting.hello()
    assert visitors.signed_until(visiting.token) == until


def test_visitors_without_a_name_may_still_write_where_it_is_enforced(visiting: Widget, secret: str) -> None:
    secrets.enforce(on=True, actor=audit.by_system())
    assert visiting.says("Just a question") == 201


def test_history_is_for_those_who_proved_who_they_are(visiting: Widget, secret: str) -> None:
    first = Conversation.objects.get()
    Conversation.objects.update(
        status="resolved", due_at=None, unanswered_since=None, updated_at=timezone.now() - timedelta(days=30)
    )
    assert visiting.says("Something new") == 201
    assert visiting.get("conversations")[0] == 403
    assert visiting.get(f"conversations/{first.id}")[0] == 403
    visiting.hello(signed(secret))
    status, listed = visiting.get("conversations")
    assert status == 200
    assert [one["id"] for one in listed["data"]] == [first.id]
    status, told = visiting.get(f"conversations/{first.id}")
    assert (status, texts(told)) == (200, ["I am on the page"])
    other = Widget(visiting.client)
    other.hello(signed(secret, "u2", "john@example.org"))
    assert other.get(f"conversations/{first.id}")[0] == 404


def test_another_address_proven_at_the_same_browser_opens_nothing_of_before(visiting: Widget) -> None:
    customer = Customer.objects.get()
    proofs.prove(customer, "alice@example.com", how=ProvenHow.CODE)
    assert visiting.get("conversations")[0] == 200
    Proof.objects.update(expires_at=timezone.now())
    proofs.prove(customer, "mallory@example.org", how=ProvenHow.CODE)
    assert visiting.get("conversations")[0] == 403


def test_the_pages_attributes_are_kept_apart_and_prove_nothing(visiting: Widget) -> None:
    body = {"attributes": {"plan": "gold", "vip": True}}
    url = "/api/v1/widget/attributes"
    assert visiting.client.post(url, body, "application/json", headers=visiting.bearer()).status_code == 204
    body = {"attributes": {"plan": None, "seats": 4}}
    assert visiting.client.post(url, body, "application/json", headers=visiting.bearer()).status_code == 204
    customer = Customer.objects.get()
    assert customer.page_attributes == {"vip": True, "seats": 4}
    assert customer.attributes == {}
    body = {"attributes": {"x": "y" * 300}}
    refused = visiting.client.post(url, body, "application/json", headers=visiting.bearer())
    assert (refused.status_code, refused.json()["error"]["param"]) == (422, "attributes.x")
