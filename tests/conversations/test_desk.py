"""The desk over REST: list, thread, accept, reply, note, hand back, resolve."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from agents.models import Agent, Role
from conversations import control, log
from conversations.models import Conversation, Customer, Holder, Message, Note
from tests import cast

pytestmark = pytest.mark.usefixtures("equipped")
API = "/api/v1/conversations"


@pytest.fixture
def desk(acme_client: Client, bob: Agent) -> Client:
    """Bob's browser."""
    return cast.signed_in(acme_client, "bob@example.com")


@pytest.fixture
def waiting(carol: Customer, bob: Agent) -> Conversation:
    """A conversation that waits for a person."""
    return cast.answered(carol, "I want to talk to a human about order AC-10442")


def post(client: Client, path: str, **body: Any) -> Any:
    return client.post(path, body, content_type="application/json")


def test_nobody_reads_without_signing_in(acme_client: Client, waiting: Conversation) -> None:
    for path in ("/api/v1/me", API, f"{API}/{waiting.id}", f"{API}/{waiting.id}/events"):
        reply = acme_client.get(path)
        assert (reply.status_code, reply.json()["error"]["code"]) == (401, "unauthenticated")


def test_the_list_shows_who_waits_with_the_reason(desk: Client, waiting: Conversation) -> None:
    row = desk.get(f"{API}?view=waiting").json()["data"][0]
    assert row["id"] == waiting.id
    assert row["trigger"] == {"name": "asks_human", "label": "Asks for a person"}
    assert row["control"]["holder"] == "queue"
    assert row["offered_to"]["name"] == "Bob Example"
    counted = desk.get(f"{API}/counts").json()
    assert {view: count for view, count in counted.items() if count} == {"waiting": 1, "team": 1, "all": 1}
    assert {"mine", "unassigned", "mentions", "snoozed", "sla", "held", "assistant", "tasks", "resolved"} < {*counted}


def test_the_card_answers_why_and_what(desk: Client, waiting: Conversation) -> None:
    card = desk.get(f"{API}/{waiting.id}").json()["handover"]
    assert card["trigger"]["name"] == "asks_human"
    assert card["signals"][0]["evidence"][0]["seq"] == 1
    assert card["facts"][0]["value"] == "AC-10442"
    assert card["wants"]


def test_the_list_costs_the_same_number_of_queries_for_one_row_and_for_many(
    desk: Client, waiting: Conversation, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(12):
        cast.says(cast.customer(f"customer{number}"), "Hello there")
    with django_assert_max_num_queries(6):
        assert len(desk.get(f"{API}?view=all").json()["data"]) == 13


def test_pages_by_cursor_show_each_conversation_once(desk: Client, waiting: Conversation) -> None:
    for number in range(6):
        cast.says(cast.customer(f"customer{number}"), "Hello there")
    seen, cursor = [], ""
    while True:
        page = desk.get(f"{API}?view=all&limit=3&cursor={cursor}").json()
        seen += [row["id"] for row in page["data"]]
        cursor = page["next_cursor"]
        if not page["has_more"]:
            break
    assert len(seen) == len(set(seen)) == 7


def test_a_wrong_cursor_names_the_field(desk: Client) -> None:
    reply = desk.get(f"{API}?cursor=nonsense")
    assert (reply.status_code, reply.json()["error"]["param"]) == (422, "cursor")


def test_accept_reply_note_hand_back_resolve(desk: Client, waiting: Conversation, bob: Agent) -> None:
    accepted = post(desk, f"{API}/{waiting.id}/takeover", epoch=waiting.epoch).json()
    assert accepted["control"]["agent"]["name"] == "Bob Example"
    said = post(desk, f"{API}/{waiting.id}/messages", client_id=str(uuid4()), text="Hello **Carol**").json()
    assert said["html"] == "<p>Hello <strong>Carol</strong></p>"
    assert said["author"]["name"] == "Bob"
    note = post(desk, f"{API}/{waiting.id}/notes", client_id=str(uuid4()), text="VIP, be kind")
    assert note.status_code == 201
    epoch = accepted["control"]["epoch"]
    back = post(desk, f"{API}/{waiting.id}/handback", epoch=epoch, brief="Refund is on its way").json()
    assert back["control"]["holder"] == "assistant"
    done = post(desk, f"{API}/{waiting.id}/resolve", epoch=epoch + 1).json()
    assert done["status"] == "resolved"
    assert Note.objects.count() == 2
    assert waiting.handovers.get().accepted_by == bob


def test_a_reply_takes_over_from_the_assistant_in_the_same_step(desk: Client, carol: Customer) -> None:
    conversation = cast.answered(carol, "Do you take PayPal?")
    post(desk, f"{API}/{conversation.id}/messages", client_id=str(uuid4()), text="I'll take this one.")
    conversation.refresh_from_db()
    assert conversation.holder == Holder.AGENT


def test_the_second_to_accept_gets_a_409_that_names_the_first(
    desk: Client, waiting: Conversation, alice: Agent
) -> None:
    epoch = waiting.epoch
    with log.writing(str(waiting.id)) as held:
        control.take(held, alice)
    reply = post(desk, f"{API}/{waiting.id}/takeover", epoch=epoch)
    assert reply.status_code == 409
    assert reply.json()["error"]["code"] == "stale_epoch"
    assert "Alice Example" in reply.json()["error"]["message"]
    waiting.refresh_from_db()
    assert waiting.agent == alice


def test_a_repeated_reply_is_stored_once(desk: Client, waiting: Conversation) -> None:
    body = {"client_id": str(uuid4()), "text": "On it."}
    first = post(desk, f"{API}/{waiting.id}/messages", **body).json()
    second = post(desk, f"{API}/{waiting.id}/messages", **body).json()
    assert first["seq"] == second["seq"]
    assert Message.objects.filter(author_kind="agent").count() == 1


@pytest.mark.parametrize("body", [{}, {"client_id": "x", "text": "hi"}, {"client_id": str(uuid4()), "text": "  "}])
def test_a_bad_reply_names_the_field_and_stores_nothing(
    desk: Client, waiting: Conversation, body: dict[str, str]
) -> None:
    before = Message.objects.count()
    reply = post(desk, f"{API}/{waiting.id}/messages", **body)
    assert reply.status_code == 422
    assert reply.json()["error"]["param"] in {"client_id", "text"}
    assert Message.objects.count() == before


def test_notes_leave_no_trace_in_the_customers_log(desk: Client, waiting: Conversation) -> None:
    before = desk.get(f"{API}/{waiting.id}/events").json()
    post(desk, f"{API}/{waiting.id}/notes", client_id=str(uuid4()), text="secret thoughts")
    assert desk.get(f"{API}/{waiting.id}/events").json() == before


def test_an_unknown_or_malformed_id_is_a_404(desk: Client) -> None:
    for wrong in ("conv_00000000000000000000000000", "1", "agt_zz", "conv_%00"):
        assert desk.get(f"{API}/{wrong}").status_code == 404


def test_an_order_number_said_in_the_thread_brings_the_order(desk: Client, waiting: Conversation) -> None:
    assert desk.get(f"{API}/{waiting.id}").json()["orders"] == []


def test_a_viewer_reads_and_cannot_write(acme_client: Client, waiting: Conversation) -> None:
    cast.agent("victor", Role.VIEWER)
    viewer = cast.signed_in(acme_client, "victor@example.com")
    assert viewer.get(f"{API}/{waiting.id}").status_code == 200
    reply = post(viewer, f"{API}/{waiting.id}/messages", client_id=str(uuid4()), text="Hello")
    assert (reply.status_code, reply.json()["error"]["code"]) == (403, "forbidden")
