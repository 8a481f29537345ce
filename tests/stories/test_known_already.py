"""Who would ask a customer for what is known is warned; what was repeated all the same is counted."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from agents.models import Agent, Role
from conversations import receive, tasks
from conversations.inbox import writes
from conversations.known_already import soon
from conversations.models import Conversation, Customer
from tenants import jobs
from tenants.models import Job
from tests import cast
from tests.clients import HostClient


@pytest.fixture
def desk(acme_client: Client, bob: Agent) -> Client:
    """Bob's browser."""
    return cast.signed_in(acme_client, "bob@example.com")


@pytest.fixture
def held(carol: Customer, bob: Agent) -> Conversation:
    """A conversation that Bob accepted from the assistant."""
    cast.says(carol, "My order LC-104233 came with a bent wheel")
    conversation = cast.answered(carol, "I want to talk to a person")
    return writes.take_over(str(conversation.id), bob, epoch=conversation.epoch)


def _asks(desk: Client, held: Conversation, text: str) -> list[dict[str, Any]]:
    reply = desk.post(f"/api/v1/conversations/{held.id}/asks_known", {"text": text}, content_type="application/json")
    assert reply.status_code == 200
    return list(reply.json()["data"])


def test_an_agent_is_warned_before_asking_for_a_known_order_number(
    desk: Client, held: Conversation, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(14):
        (order, what) = _asks(desk, held, "Hello Carol! What is your order number? And what happened?")
    assert (order["label"], order["value"], order["seq"]) == ("Order number", "LC-104233", 1)
    assert order["sentence"] == "What is your order number?"
    assert (what["label"], what["seq"]) == ("What happened", 1)
    assert _asks(desk, held, "Is LC-104233 still the right order number?") == []
    assert _asks(desk, held, "What is your phone number?") == []
    (mail,) = _asks(desk, held, "Could you send me your e-mail address, please?")
    assert (mail["value"], mail["seq"]) == ("carol@example.org", None)


def test_what_had_to_be_said_again_is_counted_with_its_conversation(
    desk: Client, held: Conversation, carol: Customer, bob: Agent
) -> None:
    before = desk.get("/api/v1/handovers/repeats").json()
    assert (before["handovers"], before["share"]) == (0, None)
    writes.reply(str(held.id), bob, "What is your order number?", client_id=uuid4())
    receive.message(carol, "LC-104233, as I wrote", client_id=uuid4())
    held.refresh_from_db()
    writes.resolve(str(held.id), epoch=held.epoch)
    job = Job.objects.get(kind=soon.KIND, key=str(held.id))
    assert jobs.run(job.id, tasks.work)
    told = desk.get("/api/v1/handovers/repeats").json()
    assert (told["handovers"], told["repeated"], told["share"]["value"]) == (1, 1, 1.0)
    assert told["kinds"] == [{"what": "order", "label": "Order number", "asked": 1, "given": 1}]
    assert [one["conversation_id"] for one in told["conversations"]] == [str(held.id)]
    assert [one["by"] for one in told["conversations"][0]["repeats"]] == ["agent", "customer"]


def test_a_transfer_says_why_where_the_company_asks_for_it(desk: Client, held: Conversation) -> None:
    cast.agent("alice", Role.ADMIN)
    admin = cast.signed_in(HostClient("acme.localhost"), "alice@example.com")
    put = admin.put("/api/v1/handover_settings", {"transfer_needs_note": True}, content_type="application/json")
    assert (put.status_code, put.json()) == (200, {"transfer_needs_note": True})
    path, asked = f"/api/v1/conversations/{held.id}/assignments", {"epoch": held.epoch, "team_id": str(held.team_id)}
    refused = desk.post(path, asked, content_type="application/json")
    assert (refused.status_code, refused.json()["error"]["param"]) == (422, "note")
    held.refresh_from_db()
    assert held.holder == "agent"
    passed = desk.post(path, {**asked, "note": "Charged twice"}, content_type="application/json")
    assert passed.json()["control"]["holder"] == "queue"
    (note,) = desk.get(f"/api/v1/conversations/{held.id}").json()["notes"]
    assert (note["passed_on"], note["text"]) == ("transfer", "Charged twice")
