"""A supervisor holds the next reply: nothing of it is said, nor shown, before somebody says yes."""

from typing import Any

import pytest
from django.test import Client

from agents.models import Agent
from billing.models import UsageRecord
from conversations import queries, turn
from conversations.carrying_out import write
from conversations.models import (
    ActState,
    Conversation,
    Customer,
    Decision,
    Draft,
    DraftState,
    Holder,
    Kind,
    OversightAct,
)
from conversations.speech import Speech
from tests import cast

QUESTION = "How many days does the delivery take?"


def hold(room: Client, talk: Conversation, **body: Any) -> Any:
    asked = {"epoch": talk.epoch, **body}
    return room.put(f"/api/v1/conversations/{talk.id}/hold", asked, content_type="application/json")


def approve(room: Client, draft: Draft, **body: Any) -> Any:
    return room.post(f"/api/v1/drafts/{draft.id}/approve", body, content_type="application/json")


def said(talk: Conversation) -> list[str]:
    """What the assistant said."""
    return list(talk.messages.filter(kind=Kind.TEXT, author_kind="assistant").values_list("text", flat=True))


def test_the_next_reply_becomes_a_draft_that_an_edit_lets_out(
    room: Client, carol: Customer, talk: Conversation
) -> None:
    row = hold(room, talk).json()
    assert (row["state"], row["hold"]["by"]["name"]) == ("asked_for_hold", "Maya Example")
    before = said(talk)
    talk = cast.answered(carol, QUESTION)
    draft = Draft.objects.get()
    assert said(talk) == before
    assert draft.reason == "Maya wants to see this reply first."
    assert Decision.objects.latest("asked_seq").action == "held"
    assert approve(room, draft, text="Two days.").json()["state"] == "edited"
    assert said(talk)[-1] == "Two days."
    act = OversightAct.objects.get()
    assert (act.state, act.answer_seq) == (ActState.FOLLOWED, Draft.objects.get().answer_seq)
    assert said(cast.answered(carol, "Are you open on Saturday?"))[-1].startswith("We are open")


def test_pressed_while_the_answer_is_made_it_counts_still(
    room: Client, maya: Agent, carol: Customer, talk: Conversation
) -> None:
    talk = cast.says(carol, QUESTION)
    question = queries.question(str(talk.id), talk.last_customer_seq)
    assert question is not None
    speech = Speech(str(talk.id), question.epoch, question.asked_seq)
    decided, before = turn.decide(question, speech=speech), said(talk)
    hold(room, talk)
    write(question, decided, speech)
    assert said(talk) == before
    assert Draft.objects.get().state == DraftState.WAITING


@pytest.mark.parametrize("words", ["Thank you!", "xyzzy plugh grue"])
def test_words_that_state_nothing_wait_too(room: Client, carol: Customer, talk: Conversation, words: str) -> None:
    hold(room, talk)
    cast.answered(carol, words)
    metered = UsageRecord.objects.count()
    draft = Draft.objects.get()
    assert approve(room, draft).status_code == 200
    assert said(talk)[-1] == draft.text
    unsure = draft.carries["unmetered"]
    assert UsageRecord.objects.count() == metered + (not unsure)
    assert bool(talk.messages.latest("seq").data.get("offers_person")) == unsure


def test_it_stands_until_a_reply_went_out(room: Client, carol: Customer, talk: Conversation) -> None:
    hold(room, talk)
    cast.answered(carol, QUESTION)
    cast.answered(carol, "And on Sundays, are you open then?")
    states = list(Draft.objects.order_by("created_at").values_list("state", flat=True))
    assert states == [DraftState.SUPERSEDED, DraftState.WAITING]


def test_rejecting_it_gives_the_conversation_to_who_rejects(room: Client, carol: Customer, talk: Conversation) -> None:
    hold(room, talk)
    cast.answered(carol, QUESTION)
    room.post(f"/api/v1/drafts/{Draft.objects.get().id}/reject", {}, content_type="application/json")
    talk.refresh_from_db()
    assert talk.holder == Holder.AGENT
    assert OversightAct.objects.get().state == ActState.ENDED


def test_let_go_the_next_reply_is_said(room: Client, carol: Customer, talk: Conversation) -> None:
    hold(room, talk)
    assert hold(room, talk).status_code == 200
    assert OversightAct.objects.count() == 1
    assert room.delete(f"/api/v1/conversations/{talk.id}/hold").json()["hold"] is None
    assert room.delete(f"/api/v1/conversations/{talk.id}/hold").status_code == 409
    cast.answered(carol, QUESTION)
    assert not Draft.objects.exists()


def test_a_stale_epoch_and_a_persons_conversation_are_refused(room: Client, maya: Agent, talk: Conversation) -> None:
    assert hold(room, talk, epoch=talk.epoch + 1).json()["error"]["code"] == "stale_epoch"
    room.post(f"/api/v1/conversations/{talk.id}/takeover", {"epoch": talk.epoch}, content_type="application/json")
    talk.refresh_from_db()
    assert hold(room, talk).json()["error"]["code"] == "not_possible_now"
    assert not OversightAct.objects.exists()


def test_agents_may_not(acme_client: Client, bob: Agent, talk: Conversation) -> None:
    desk = cast.signed_in(acme_client, bob.email)
    assert hold(desk, talk).status_code == 403
    assert desk.get("/api/v1/control_room").status_code == 403
    assert not OversightAct.objects.exists()
