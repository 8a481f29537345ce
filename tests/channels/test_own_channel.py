"""The company's server writes as its customers: all that holds in the widget holds here."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from pytest_django import Settings

from conversations import receive, turn
from conversations.known import known
from conversations.models import (
    AuthorKind,
    Conversation,
    Customer,
    Message,
    Proof,
    WebhookEndpoint,
    WebhookEvent,
)
from tenants.models import Job, Tenant
from tenants.trail.models import AuditEntry
from tests import cast
from tests.clients import HostClient
from tests.tokens.program import Program, error

CAROL = {"external_id": "c-17", "email": "Carol@Example.org", "name": "Carol"}


@pytest.fixture
def server(in_acme: Tenant) -> Program:
    """Acme's own server."""
    cast.rules()
    cast.knowledge()
    return Program("channels:write", "conversations:read")


def begins(server: Program, text: str = "How long does delivery take?", **more: Any) -> Any:
    asked = {"customer": CAROL, "client_id": str(cast.new_id()), "text": text, **more}
    return server.post("conversations", asked)


def says(server: Program, talk: str, text: str) -> Any:
    return server.post(f"conversations/{talk}/customer_messages", {"client_id": str(cast.new_id()), "text": text})


def take_turn(talk: str) -> Conversation:
    conversation = Conversation.objects.get(pk=talk)
    turn.take(talk, conversation.last_customer_seq)
    conversation.refresh_from_db()
    return conversation


def test_the_assistant_answers_and_the_answer_is_read_from_the_log(server: Program, settings: Settings) -> None:
    settings.MAIL_LEAVES = True
    made = begins(server, channel_ref="wa-1").json()
    assert "AI" in made["ai_notice"]
    talk = take_turn(made["conversation_id"])
    assert (talk.channel, talk.channel_ref, talk.customer.email) == ("api", "wa-1", "carol@example.org")
    told = server.get(f"conversations/{talk.id}/events?after_seq={made['seq']}").json()["data"]
    assert [(one["data"]["ai"], "2 to 4 working days" in one["data"]["text"]) for one in told] == [(True, True)]
    assert not Job.objects.filter(kind="mail").exists(), "the company delivers what is said here"
    row = server.get("conversations?channel=api").json()["data"][0]
    assert (row["id"], row["channel"]) == (talk.id, "api")
    assert server.get("conversations?channel=widget").json()["data"] == []


def test_a_person_is_asked_for_by_words_or_by_the_channels_button(server: Program) -> None:
    first = begins(server, "I want to talk to a human").json()["conversation_id"]
    assert take_turn(first).holder == "queue"
    second = begins(server, "Hello").json()["conversation_id"]
    asked = server.post(f"conversations/{second}/person_requests", {"client_id": str(cast.new_id())})
    assert (asked.status_code, take_turn(second).holder) == (201, "queue")


def test_a_repeated_request_stores_nothing_twice(server: Program) -> None:
    for who in (CAROL, {"name": "Somebody", "email": "somebody@example.org"}):
        same = {"customer": who, "client_id": str(cast.new_id()), "text": "Hello"}
        first, second = (server.post("conversations", same) for _ in range(2))
        assert (first.status_code, first.json()) == (201, second.json())
        assert error(server.post("conversations", {**same, "text": "Other"})) == (409, "client_id_reused", "client_id")
    assert (Customer.objects.count(), Conversation.objects.count(), Message.objects.count()) == (2, 2, 2)


def test_a_thread_of_the_channel_is_one_conversation_until_it_rests_for_good(server: Program) -> None:
    talk = begins(server, channel_ref="wa-1").json()["conversation_id"]
    assert begins(server, "And returns?", channel_ref="wa-1").json()["conversation_id"] == talk
    assert begins(server, "Something else", channel_ref="wa-2").json()["conversation_id"] != talk
    assert begins(server, "No thread").json()["conversation_id"] != talk
    other = begins(server, customer={"external_id": "c-18"}, channel_ref="wa-1").json()
    assert other["conversation_id"] != talk, "another customer's is another"
    long_ago = timezone.now() - timedelta(days=8)
    Conversation.objects.filter(pk=talk).update(status="resolved", due_at=None, updated_at=long_ago)
    assert begins(server, "I am back", channel_ref="wa-1").json()["conversation_id"] != talk


def test_the_companys_own_id_proves_the_address_and_nothing_else_does(server: Program) -> None:
    talk = Conversation.objects.get(pk=begins(server).json()["conversation_id"])
    assert known(talk).proven == {"carol@example.org"}
    moved = begins(server, customer={**CAROL, "email": "new@example.org"}).json()
    assert moved["customer_id"] == talk.customer_id
    assert known(talk).proven == {"new@example.org"}, "what the server said last"
    past = timezone.now() - timedelta(days=1)
    Proof.objects.update(proven_at=past, expires_at=past + timedelta(hours=8))
    assert known(talk).proven == frozenset()
    says(server, str(talk.id), "It is me again")
    assert known(talk).proven == {"new@example.org"}, "the server vouches with each message"
    Customer.objects.filter(pk=talk.customer_id).update(email="typed@example.org")
    says(server, str(talk.id), "And again")
    assert "typed@example.org" not in known(talk).proven, "an address that the desk noted proves nothing"
    for _ in range(2):
        begins(server, customer={"email": "carol@example.org", "name": "Claims to be Carol"})
    strangers = Customer.objects.filter(external_id="", email="carol@example.org")
    assert strangers.count() == 2, "who only gave an address shares nothing with anybody"
    assert not Proof.objects.filter(customer__in=strangers).exists()


def test_the_widget_does_not_go_on_with_it(server: Program) -> None:
    made = begins(server).json()
    carol = Customer.objects.get(pk=made["customer_id"])
    assert receive.current_conversation_id(carol) is None
    there = receive.message(carol, "Hello from the site", client_id=cast.new_id())
    assert there.conversation_id != made["conversation_id"]
    assert Conversation.objects.get(pk=there.conversation_id).channel == "widget"
    assert error(says(server, there.conversation_id, "Words in her mouth")) == (409, "other_channel", None)
    assert Message.objects.filter(conversation=there.conversation_id).count() == 1


def test_a_customer_writes_on_reads_types_and_sends_files(server: Program, settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    made = begins(server).json()
    talk, who = made["conversation_id"], made["customer_id"]
    file = server.upload(f"customers/{who}/attachments", SimpleUploadedFile("note.txt", b"the number is 7")).json()
    body = {"client_id": str(cast.new_id()), "text": "See here", "attachments": [file["id"]]}
    assert server.post(f"conversations/{talk}/customer_messages", body).json()["seq"] == 2
    assert Message.objects.get(seq=2).data["attachments"][0]["name"] == "note.txt"
    assert server.post(f"conversations/{talk}/customer_typing", {"active": True}).status_code == 204
    for seq in (2, 1, 900):
        assert server.post(f"conversations/{talk}/seen", {"seq": seq}).status_code == 204
    assert Conversation.objects.get(pk=talk).seen_seq == 2


def test_twenty_messages_a_minute_are_taken_of_one_customer(server: Program) -> None:
    talk = begins(server).json()["conversation_id"]
    for _ in range(receive.MOST_PER_MINUTE - 1):
        assert says(server, talk, "More").status_code == 201
    late = says(server, talk, "Too much")
    assert (error(late)[:2], late["Retry-After"]) == ((429, "rate_limited"), "30")
    assert error(begins(server))[1] == "rate_limited"
    assert Message.objects.filter(author_kind=AuthorKind.CUSTOMER).count() == receive.MOST_PER_MINUTE
    assert begins(server, customer={"external_id": "c-18"}).status_code == 201


@pytest.mark.parametrize(
    ("given", "param"),
    [
        ({"customer": {}}, "customer"),
        ({"customer": {"email": "no address"}}, "customer.email"),
        ({"customer": {"id": "cus_1", "name": "Carol"}}, "customer.id"),
        ({"customer": {**CAROL, "attributes": {"a b": 1}}}, "attributes"),
        ({"customer": {**CAROL, "external_id": "x" * 200}}, "customer.external_id"),
        ({"client_id": "1"}, "client_id"),
        ({"text": " "}, "text"),
        ({"text": "x" * 5000}, "text"),
        ({"attachments": ["att_1"]}, "attachments"),
    ],
)
def test_a_wrong_field_is_named_and_nothing_is_kept(server: Program, given: dict[str, Any], param: str) -> None:
    assert error(begins(server, **given))[::2] == (422, param)
    assert (Customer.objects.count(), Conversation.objects.count()) == (0, 0)


def test_nobody_of_the_desk_speaks_for_a_customer(server: Program) -> None:
    talk = begins(server).json()["conversation_id"]
    bob = cast.agent("bob")
    assert begins(Program("conversations:write")).status_code == 403
    desk = cast.signed_in(HostClient("acme.localhost"), bob.email)
    words = {"client_id": str(cast.new_id()), "text": "Made up"}
    for path, body in (
        ("conversations", {"customer": CAROL, **words}),
        (f"conversations/{talk}/customer_messages", words),
        (f"conversations/{talk}/seen", {"seq": 1}),
    ):
        assert desk.post(f"/api/v1/{path}", body, content_type="application/json").status_code == 403
    assert Message.objects.count() == 1


def test_webhooks_hear_of_new_and_changed_customers_once(server: Program) -> None:
    WebhookEndpoint.objects.create(url="https://example.org/hook", types=["customer.created", "customer.updated"])
    for who in (CAROL, CAROL, {**CAROL, "name": "Carola"}, {"name": "Somebody"}):
        begins(server, customer=who)
    told = WebhookEvent.objects.order_by("created_at", "id").values_list("type", flat=True)
    assert list(told) == ["customer.created", "customer.updated", "customer.created"]


def test_a_customer_is_written_down_once_under_the_companys_own_id(server: Program) -> None:
    program = Program("customers:read", "customers:write")
    first = program.post("customers", {**CAROL, "attributes": {"plan": "gold", "seats": 3}})
    again = program.post("customers", {"external_id": "c-17", "attributes": {"seats": None, "city": "Ghent"}})
    assert (first.status_code, again.status_code, again.json()["id"]) == (201, 200, first.json()["id"])
    carol = Customer.objects.get()
    assert (carol.name, carol.email, carol.attributes) == (
        "Carol",
        "carol@example.org",
        {"plan": "gold", "city": "Ghent"},
    )
    assert not Proof.objects.exists(), "she said nothing yet"
    assert begins(server, customer={"external_id": "c-17"}).json()["customer_id"] == carol.id
    program.post("customers", {"email": "carol@example.org"})
    for asked, found in (
        ("email=CAROL@example.org", 2),
        ("external_id=c-17", 1),
        ("external_id=c-1", 0),
        ("search=carol", 2),
    ):
        assert len(program.get(f"customers?{asked}").json()["data"]) == found
    assert (
        list(AuditEntry.objects.filter(action__startswith="customer.").values_list("action", flat=True))
        == [
            "customer.created",
            "customer.changed",
            "customer.created",
        ][::-1]
    )
    desk = cast.signed_in(HostClient("acme.localhost"), cast.agent("bob").email)
    refused = desk.post("/api/v1/customers", {"external_id": "c-17", "name": "X"}, content_type="application/json")
    assert (error(refused)[::2], Customer.objects.get(pk=carol.pk).name) == ((422, "external_id"), "Carol")
