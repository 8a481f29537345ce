"""A colleague who is mentioned in a note is told, sees it once, and nobody else hears of it."""

from typing import Any
from uuid import uuid4

from django.test import Client

from agents.models import Agent
from conversations import mentions
from conversations.models import Alert, AlertKind, Conversation, Mention, Note


def note(desk: Client, conversation: Conversation, *mentioned: str) -> Any:
    body = {"client_id": str(uuid4()), "text": "@Alice look", "mentions": list(mentioned)}
    return desk.post(f"/api/v1/conversations/{conversation.id}/notes", body, content_type="application/json")


def test_who_is_mentioned_is_told_once(desk: Client, bobs: Conversation, alice: Agent) -> None:
    made = note(desk, bobs, str(alice.id), str(alice.id))
    assert made.json()["mentions"] == [{"id": alice.id, "name": "Alice Example"}]
    alert = Alert.objects.get()
    assert (alert.kind, alert.agent, alert.conversation) == (AlertKind.MENTIONED, alice, bobs)
    assert Mention.objects.get().seen_at is None
    assert (mentions.see(bobs, alice), mentions.see(bobs, alice)) == (1, 0)


def test_who_mentions_themselves_is_not_told(desk: Client, bobs: Conversation, bob: Agent) -> None:
    note(desk, bobs, str(bob.id))
    assert not Alert.objects.exists()
    assert desk.put(f"/api/v1/conversations/{bobs.id}/mentions_seen").json() == {"seen": 0}


def test_a_mention_of_nobody_writes_no_note(desk: Client, bobs: Conversation) -> None:
    refused = note(desk, bobs, "agt_00000000000000000000000000")
    assert (refused.status_code, refused.json()["error"]["param"]) == (422, "mentions")
    assert not Note.objects.exists()
