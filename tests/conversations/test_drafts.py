"""A held answer: approved, edited, rejected, overtaken or left alone, it never leaves a customer without anything."""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agents.models import Agent, Role
from assistant.models import AssistantSettings, Mode
from billing.models import UsageRecord
from conversations import control, deadlines, log, tasks, turn
from conversations.drafting import suggesting
from conversations.inbox import writes
from conversations.models import Conversation, Customer, Decision, Draft, DraftState, Holder, Message
from tenants import jobs
from tenants.models import Job
from tests import cast, stored
from tests.clients import HostClient
from tests.conversations.doors import error

pytestmark = pytest.mark.usefixtures("equipped")
QUESTION = "How many days does the delivery take?"


@pytest.fixture
def held(carol: Customer, bob: Agent) -> Draft:
    """The answer to carol's question, held for somebody to decide about."""
    AssistantSettings.objects.create(id=1, mode=Mode.SUPERVISED)
    return Draft.objects.get(conversation=cast.answered(carol, QUESTION))


def decide(client: Client, draft: Draft, what: str, **body: Any) -> Any:
    return client.post(f"/api/v1/drafts/{draft.id}/{what}", body, content_type="application/json")


def state(draft: Draft) -> str:
    draft.refresh_from_db()
    return str(draft.state)


def of(draft: Draft) -> Conversation:
    return Conversation.objects.get(pk=draft.conversation_id)


def newest(draft: Draft) -> Message:
    return of(draft).messages.filter(kind="text").latest("seq")


def test_it_is_listed_with_what_it_answers(
    desk: Client, held: Draft, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    desk.get("/api/v1/drafts")  # notes that this session is in use
    with django_assert_num_queries(4):  # search path, session, agent, the page
        page = desk.get("/api/v1/drafts?state=waiting").json()
    (shown,) = page["data"]
    assert (shown["id"], shown["kind"], shown["asked"]) == (held.id, "held", {"seq": 1, "text": QUESTION})
    assert (page["has_more"], page["next_cursor"]) == (False, None)
    assert desk.get(f"/api/v1/conversations/{held.conversation_id}").json()["draft"]["id"] == held.id
    row = desk.get("/api/v1/conversations").json()["data"][0]
    assert row["draft_due_at"] == shown["due_at"]


def test_an_approved_one_is_the_assistants_answer_checked_by_a_person(desk: Client, held: Draft) -> None:
    reply = decide(desk, held, "approve")
    assert (reply.status_code, reply.json()["state"]) == (200, "approved")
    said = newest(held)
    assert (said.author_kind, said.text, said.sources) == ("assistant", held.text, held.sources)
    assert said.data["checked_by"]["name"] == "Bob"
    assert Decision.objects.get().answer_seq == said.seq
    assert UsageRecord.objects.count() == 1
    conversation = of(held)
    assert (conversation.holder, conversation.draft_due_at, conversation.unanswered_since) == ("assistant", None, None)


def test_an_edited_one_is_said_in_the_agents_words(desk: Client, held: Draft) -> None:
    assert decide(desk, held, "approve", text=" Two days. ").json()["state"] == "edited"
    assert (newest(held).author_kind, newest(held).text) == ("assistant", "Two days.")


@pytest.mark.parametrize("text", ["", "  ", "x" * 8001])
def test_an_edit_that_cannot_be_said_changes_nothing(desk: Client, held: Draft, text: str) -> None:
    before = stored.everything()
    assert error(decide(desk, held, "approve", text=text)) == (422, "parameter_invalid", "text")
    assert (stored.everything(), state(held)) == (before, "waiting")


def test_who_repeats_an_approval_says_nothing_twice(desk: Client, held: Draft) -> None:
    decide(desk, held, "approve")
    before = stored.everything()
    assert decide(desk, held, "approve").status_code == 200
    assert stored.everything() == before


def test_of_two_agents_the_second_learns_who_was_quicker(desk: Client, held: Draft) -> None:
    decide(desk, held, "approve")
    cast.agent("alice", Role.ADMIN)
    alice = cast.signed_in(HostClient("acme.localhost"), "alice@example.com")
    before = stored.everything()
    for what in ("approve", "reject"):
        refusal = decide(alice, held, what)
        assert error(refusal) == (409, "draft_decided", None)
        assert refusal.json()["error"]["message"].startswith("Bob Example")
    assert stored.everything() == before


def test_who_rejects_it_answers_instead(desk: Client, held: Draft, bob: Agent) -> None:
    assert decide(desk, held, "reject", reason="It is about bicycles.").json()["state"] == "rejected"
    conversation = of(held)
    assert (conversation.holder, conversation.agent_id) == (Holder.AGENT, bob.id)
    assert conversation.unanswered_since is not None
    assert conversation.draft_due_at is None
    assert not Message.objects.filter(author_kind="assistant").exists()
    held.refresh_from_db()
    assert (held.decided_by_id, held.decided_because) == (bob.id, "It is about bicycles.")
    note = conversation.notes.get()
    assert (note.author, note.text) == (bob, "Why I rejected the assistant's answer: It is about bicycles.")


def test_a_viewer_decides_about_nothing(acme_client: Client, held: Draft) -> None:
    cast.agent("vera", Role.VIEWER)
    vera = cast.signed_in(acme_client, "vera@example.com")
    before = stored.everything()
    assert decide(vera, held, "approve").status_code == 403
    assert (stored.everything(), state(held)) == (before, "waiting")


def test_after_a_takeover_the_draft_can_never_be_said(desk: Client, held: Draft) -> None:
    alice = cast.agent("alice")
    writes.take_over(str(held.conversation_id), alice, epoch=1)
    assert state(held) == DraftState.SUPERSEDED
    before = stored.everything()
    assert error(decide(desk, held, "approve")) == (409, "draft_decided", None)
    assert stored.everything() == before


def test_a_draft_of_an_older_epoch_is_fenced_even_if_nothing_closed_it(desk: Client, held: Draft) -> None:
    Conversation.objects.update(epoch=5)
    before = stored.everything()
    assert error(decide(desk, held, "approve")) == (409, "draft_decided", None)
    assert stored.everything() == before


def test_a_newer_message_gets_a_draft_of_its_own_and_time_for_it(carol: Customer, held: Draft) -> None:
    Conversation.objects.update(unanswered_since=timezone.now() - timedelta(minutes=2, seconds=50))
    conversation = cast.says(carol, "When are you open on Saturday?")
    assert state(held) == DraftState.SUPERSEDED
    assert conversation.draft_due_at is None
    assert conversation.due_at is not None
    assert conversation.due_at > timezone.now()
    turn.take(str(conversation.id), conversation.last_customer_seq)
    (again,) = Draft.objects.filter(state=DraftState.WAITING)
    assert again.asked_seq == conversation.last_customer_seq


def test_the_same_turn_again_holds_nothing_twice(held: Draft) -> None:
    before = stored.everything()
    turn.take(str(held.conversation_id), held.asked_seq)
    turn.give_up(str(held.conversation_id), held.asked_seq)
    assert stored.everything() == before


def pass_deadline(draft: Draft) -> None:
    """The time to decide is over, and the timer runs."""
    now = timezone.now()
    Conversation.objects.update(due_at=now, draft_due_at=now)
    Job.objects.filter(kind=deadlines.KIND).update(run_at=now)
    for job_id in Job.objects.filter(kind=deadlines.KIND).values_list("id", flat=True):
        jobs.run(job_id, tasks.work)


def test_what_nobody_decides_about_goes_to_a_person_with_the_draft(held: Draft, bob: Agent) -> None:
    pass_deadline(held)
    conversation = of(held)
    assert state(held) == DraftState.EXPIRED
    assert (conversation.holder, conversation.trigger) == (Holder.QUEUE, "draft_expired")
    assert (conversation.offered_to_id, conversation.draft_due_at) == (bob.id, None)
    assert conversation.unanswered_since is not None
    handover = conversation.handovers.get()
    assert handover.card["suggestion"]["text"] == held.text
    assert handover.decision.asked_seq == held.asked_seq
    assert newest(held).data["farewell"] is True


def test_a_deadline_that_was_met_takes_no_step(desk: Client, held: Draft) -> None:
    decide(desk, held, "approve")
    Job.objects.filter(kind=deadlines.KIND).update(run_at=timezone.now())
    before = Message.objects.count()
    for job_id in Job.objects.filter(kind=deadlines.KIND).values_list("id", flat=True):
        jobs.run(job_id, tasks.work)
    assert (Message.objects.count(), of(held).holder) == (before, Holder.ASSISTANT)


def test_a_resolved_conversation_holds_nothing(held: Draft) -> None:
    with log.writing(str(held.conversation_id)) as conversation:
        control.resolve(conversation)
    assert state(held) == DraftState.SUPERSEDED
    assert of(held).draft_due_at is None


def taken_by(agent: Agent, carol: Customer, text: str) -> Conversation:
    """A conversation that the agent holds, with the customer's words unanswered."""
    conversation = cast.says(carol, "Hello")
    writes.reply(str(conversation.id), agent, "Hi, I am Bob.", client_id=cast.new_id())
    return cast.says(carol, text)


def suggested(desk: Client, conversation: Conversation) -> Any:
    """Asks for a suggestion, and lets the worker make it."""
    ask = partial(desk.post, f"/api/v1/conversations/{conversation.id}/suggestion", content_type="application/json")
    first = ask()
    assert (first.status_code, first.json()) == (202, {"draft": None})
    jobs.run(Job.objects.get(kind=suggesting.KIND).pk, tasks.work)
    return ask()


def test_who_holds_a_conversation_gets_a_reply_suggested(desk: Client, carol: Customer, bob: Agent) -> None:
    conversation = taken_by(bob, carol, QUESTION)
    reply = suggested(desk, conversation)
    assert reply.status_code == 200
    shown = reply.json()["draft"]
    assert (shown["kind"], "2 to 4 working days" in shown["text"]) == ("suggested", True)
    assert desk.get(f"/api/v1/conversations/{conversation.id}").json()["draft"]["id"] == shown["id"]
    said = desk.post(f"/api/v1/drafts/{shown['id']}/approve", {}, content_type="application/json").json()
    assert said["state"] == "approved"
    last = conversation.messages.latest("seq")
    assert (last.author_kind, last.agent_id, last.data) == ("agent", bob.id, {})
    assert not UsageRecord.objects.exists()


def test_a_suggestion_is_gone_once_the_agent_replied(desk: Client, carol: Customer, bob: Agent) -> None:
    conversation = taken_by(bob, carol, QUESTION)
    draft = Draft.objects.get(pk=suggested(desk, conversation).json()["draft"]["id"])
    writes.reply(str(conversation.id), bob, "Two days.", client_id=cast.new_id())
    assert desk.get("/api/v1/drafts").json()["data"] == []
    assert desk.get(f"/api/v1/conversations/{conversation.id}").json()["draft"] is None
    before = stored.everything()
    assert error(decide(desk, draft, "approve")) == (409, "draft_decided", None)
    assert stored.everything() == before


def test_an_assistant_that_is_off_suggests_nothing(desk: Client, carol: Customer, bob: Agent) -> None:
    AssistantSettings.objects.create(id=1, mode=Mode.OFF)
    conversation = taken_by(bob, carol, QUESTION)
    assert suggested(desk, conversation).json() == {"draft": None}
    assert not Draft.objects.exists()


def test_nothing_is_suggested_where_nobody_waits_for_an_agent(desk: Client, carol: Customer) -> None:
    conversation = cast.answered(carol, QUESTION)
    before = stored.everything()
    path = f"/api/v1/conversations/{conversation.id}/suggestion"
    assert error(desk.post(path, content_type="application/json")) == (409, "not_possible_now", None)
    assert stored.everything() == before
