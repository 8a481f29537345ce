"""A draft follows its agent from one device to the other, loses nothing, and shows colleagues that somebody writes."""

from typing import Any

from django.test import Client
from pytest_django import DjangoAssertNumQueries

from agents.models import Agent
from conversations.models import Conversation, ReplyDraft
from conversations.reply_drafts import drafts


def put(desk: Client, conversation: Conversation, **fields: Any) -> Any:
    path = f"/api/v1/conversations/{conversation.id}/reply_draft"
    return desk.put(path, {"reply": "", "note": "", **fields}, content_type="application/json")


def got(desk: Client, conversation: Conversation) -> Any:
    return desk.get(f"/api/v1/conversations/{conversation.id}/reply_draft").json()


def test_a_draft_is_there_on_the_next_device(desk: Client, bobs: Conversation) -> None:
    assert got(desk, bobs)["draft"]["revision"] == 0
    kept = put(desk, bobs, reply="Dear  Carol\n", note="vip", mode="note", revision=0)
    assert (kept.status_code, kept.json()["revision"]) == (200, 1)
    found = got(desk, bobs)["draft"]
    assert (found["reply"], found["note"], found["mode"], found["revision"]) == ("Dear  Carol\n", "vip", "note", 1)


def test_an_older_device_overwrites_nothing(desk: Client, bobs: Conversation) -> None:
    put(desk, bobs, reply="Newer", revision=0)
    refused = put(desk, bobs, reply="Older", revision=0)
    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "stale_draft")
    assert ReplyDraft.objects.get().reply == "Newer"
    assert put(desk, bobs, reply="Newer", revision=0).json()["revision"] == 1  # the same again, after a lost answer


def test_colleagues_see_that_somebody_writes_and_not_what(
    desk: Client, bobs: Conversation, alice: Agent, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    drafts.keep(bobs, alice, {"reply": "Secret words", "note": "", "mode": "reply", "revision": 0})
    found = got(desk, bobs)
    assert [one["agent"]["name"] for one in found["others"]] == ["Alice Example"]
    assert "Secret" not in str(found)
    drafts.of(bobs, alice)  # the connection finds its schema
    with django_assert_num_queries(2):
        drafts.of(bobs, alice)


def test_words_that_were_not_said_come_back_in_front(bobs: Conversation, bob: Agent) -> None:
    drafts.keep(bobs, bob, {"reply": "And this.", "note": "", "mode": "reply", "revision": 0})
    drafts.put_back(bobs, bob, "First this.")
    assert ReplyDraft.objects.get().reply == "First this.\n\nAnd this."


def test_markdown_is_shown_as_it_will_look(desk: Client, bobs: Conversation) -> None:
    shown = desk.post("/api/v1/markdown", {"text": "**Hi** <script>x</script>"}, content_type="application/json")
    assert "<strong>Hi</strong>" in shown.json()["html"]
    assert "<script" not in shown.json()["html"]


def test_a_person_chooses_how_long_a_reply_can_be_taken_back(desk: Client) -> None:
    assert desk.get("/api/v1/composer").json()["undo_seconds"] == 5
    chosen = desk.patch("/api/v1/composer", {"undo_seconds": 0}, content_type="application/json")
    assert chosen.json()["undo_seconds"] == 0
    refused = desk.patch("/api/v1/composer", {"undo_seconds": 11}, content_type="application/json")
    assert (refused.status_code, desk.get("/api/v1/composer").json()["undo_seconds"]) == (422, 0)
