"""One conversation is closed into another one of the same person, and nothing of it is lost."""

from uuid import uuid4

import pytest
from django.test import Client

from agents.models import Agent
from conversations import receive
from conversations.inbox import writes
from conversations.models import Conversation, Customer, Holder, Note, Status
from tests import cast


@pytest.fixture
def two(carol: Customer, bob: Agent) -> tuple[Conversation, Conversation]:
    """Carol's older conversation, which is bob's, and a newer one that nobody answered."""
    older = cast.says(carol, "Where is my parcel?")
    writes.reply(str(older.id), bob, "Let me look.", client_id=uuid4())
    newer = Conversation.objects.create(customer=carol, due_at=older.due_at)
    receive.message(carol, "And the invoice?", client_id=uuid4(), into=str(newer.id))
    return Conversation.objects.get(pk=older.id), Conversation.objects.get(pk=newer.id)


def close(desk: Client, source: Conversation, target: Conversation) -> int:
    body = {"epoch": source.epoch, "into": str(target.id)}
    return desk.post(f"/api/v1/conversations/{source.id}/merge", body, content_type="application/json").status_code


def test_notes_tags_and_the_open_question_go_along(
    desk: Client, bob: Agent, two: tuple[Conversation, Conversation]
) -> None:
    older, newer = two
    Conversation.objects.filter(pk=newer.id).update(tags=["invoice"], priority="high")
    note = writes.add_note(newer, bob, "Wants it by mail.", client_id=uuid4())
    assert close(desk, newer, older) == 200
    older.refresh_from_db()
    newer.refresh_from_db()
    assert (newer.status, newer.merged_into_id, newer.holder) == (Status.RESOLVED, older.id, Holder.ASSISTANT)
    assert (older.tags, older.priority, older.agent_id) == (["invoice"], "high", bob.id)
    assert older.unanswered_since is not None
    assert note.text in Note.objects.filter(conversation=older).values_list("text", flat=True)
    assert Note.objects.filter(conversation=newer).count() == 2
    said = newer.messages.order_by("-seq").values_list("text", flat=True)
    assert any("your other conversation" in text for text in said)


def test_the_customer_writes_on_in_the_one_that_is_left(
    desk: Client, carol: Customer, two: tuple[Conversation, Conversation]
) -> None:
    older, newer = two
    assert close(desk, newer, older) == 200
    stored = receive.message(carol, "Thank you", client_id=uuid4())
    assert stored.conversation_id == older.id
    again = receive.message(carol, "By the old mail", client_id=uuid4(), into=str(newer.id))
    newer.refresh_from_db()
    assert (again.conversation_id, newer.status) == (newer.id, Status.OPEN)
    assert not newer.merged_into_id


def test_another_persons_conversation_is_none_to_go_on_in(
    desk: Client, bob: Agent, two: tuple[Conversation, Conversation]
) -> None:
    older, newer = two
    others = cast.says(cast.customer("dora"), "Hello")
    assert close(desk, newer, others) == 422
    assert close(desk, newer, newer) == 422
    writes.resolve(str(older.id), epoch=older.epoch)
    assert close(desk, newer, older) == 409
    newer.refresh_from_db()
    assert newer.status == Status.OPEN
    stale = {"epoch": newer.epoch + 1, "into": str(older.id)}
    path = f"/api/v1/conversations/{newer.id}/merge"
    assert desk.post(path, stale, content_type="application/json").status_code == 409
