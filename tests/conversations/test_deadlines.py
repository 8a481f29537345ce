"""Every live conversation has a holder and a deadline, and when it passes the next step is taken."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from agents import people
from agents.models import Agent, Presence
from conversations import control, deadlines, log, steps, tasks
from conversations.inbox import writes
from conversations.models import AuthorKind, Conversation, Customer, Handover, Holder, Kind, Message, Status
from tenants import jobs
from tenants.models import Job, JobState, Tenant
from tests import cast

MOMENTS = (
    "due_at",
    "waiting_since",
    "held_since",
    "offered_until",
    "look_again_at",
    "unanswered_since",
    "snoozed_until",
)


@pytest.fixture
def carol(in_acme: Tenant) -> Customer:
    """A customer of acme, which has rules and articles."""
    cast.rules()
    cast.knowledge()
    return cast.customer()


@pytest.fixture
def bob(in_acme: Tenant) -> Agent:
    """An agent who is online."""
    return cast.agent("bob")


def _held_by(agent: Agent, carol: Customer) -> Conversation:
    conversation = cast.answered(carol, "How long does delivery take?")
    return writes.take_over(str(conversation.id), agent, epoch=conversation.epoch)


def _pass_deadline(conversation: Conversation) -> Conversation:
    """Time goes by until its deadline, and the timer runs."""
    conversation.refresh_from_db()
    now = timezone.now()
    assert conversation.due_at is not None
    passed = {moment: F(moment) - (conversation.due_at - now) for moment in MOMENTS}
    Conversation.objects.filter(pk=conversation.pk).update(**passed)
    Job.objects.filter(kind=deadlines.KIND).update(run_at=now)
    for job_id in Job.objects.filter(kind=deadlines.KIND).values_list("id", flat=True):
        jobs.run(job_id, tasks.work)
    conversation.refresh_from_db()
    return conversation


def _timer(conversation: Conversation) -> Job:
    return Job.objects.get(kind=deadlines.KIND, key=str(conversation.id))


def test_a_live_conversation_without_a_deadline_cannot_be_stored(carol: Customer) -> None:
    conversation = cast.says(carol, "Hello")
    with pytest.raises(IntegrityError, match="conversation_due_iff_live"), transaction.atomic():
        Conversation.objects.filter(pk=conversation.pk).update(due_at=None)


def test_the_timer_never_runs_after_the_deadline(carol: Customer, bob: Agent) -> None:
    conversation = cast.answered(carol, "How long does delivery take?")
    assert conversation.due_at is not None
    assert _timer(conversation).run_at <= conversation.due_at
    cast.says(carol, "And are you open on Saturday?")
    conversation.refresh_from_db()
    assert conversation.due_at is not None
    assert _timer(conversation).run_at == conversation.timer_at
    assert conversation.timer_at is not None
    assert conversation.timer_at <= conversation.due_at


def test_a_message_that_the_assistant_leaves_unanswered_goes_to_a_person(carol: Customer, bob: Agent) -> None:
    conversation = cast.says(carol, "How long does delivery take?")
    Job.objects.exclude(kind=deadlines.KIND).delete()  # the turn is lost
    conversation = _pass_deadline(conversation)
    assert conversation.holder == Holder.QUEUE
    assert conversation.offered_to_id == bob.id
    assert Handover.objects.get().decision.trigger == "assistant_down"


def test_who_waits_is_offered_to_the_next_and_told_now_and_then(carol: Customer, bob: Agent) -> None:
    alice = cast.agent("alice")
    conversation = cast.answered(carol, "I want to talk to a person")
    first = conversation.offered_to_id
    conversation = _pass_deadline(conversation)
    assert {first, conversation.offered_to_id} == {alice.id, bob.id}
    told = conversation.messages.filter(kind=Kind.STATUS, data__notice=True)
    assert told.count() == 1
    while conversation.offered_to is not None:
        conversation = _pass_deadline(conversation)
    assert [one.end for one in conversation.routing_choices.all()] == ["nobody", "expired", "expired"]
    assert told.count() == 1
    assert conversation.due_at is not None
    assert conversation.waiting_since is not None
    assert conversation.due_at - conversation.waiting_since <= deadlines.FIRST_STEPS[2]


def test_after_an_outage_who_waits_is_told_once_for_all_the_steps_that_were_missed(carol: Customer) -> None:
    conversation = cast.answered(carol, "I want to talk to a person")
    Conversation.objects.filter(pk=conversation.pk).update(waiting_since=F("waiting_since") - timedelta(minutes=16))
    conversation = _pass_deadline(conversation)
    assert conversation.messages.filter(kind=Kind.STATUS, data__notice=True).count() == 1
    assert conversation.steps == len(deadlines.FIRST_STEPS)
    assert conversation.due_at is not None
    assert conversation.due_at > timezone.now()


def test_an_agent_who_left_loses_the_conversation_to_the_queue(carol: Customer, bob: Agent) -> None:
    conversation = _held_by(bob, carol)
    people.set_presence(str(bob.id), Presence.OFFLINE)
    alice = cast.agent("alice")
    cast.says(carol, "Are you still there?")
    conversation = _pass_deadline(conversation)
    assert (conversation.holder, conversation.offered_to_id) == (Holder.QUEUE, alice.id)
    assert conversation.held_because == "returned"


def test_an_absent_agents_deadline_is_shorter(carol: Customer, bob: Agent) -> None:
    conversation = _held_by(bob, carol)
    cast.says(carol, "One more thing")
    conversation.refresh_from_db()
    assert conversation.unanswered_since is not None
    assert conversation.due_at == conversation.unanswered_since + deadlines.REPLY
    people.set_presence(str(bob.id), Presence.OFFLINE)
    cast.says(carol, "Hello?")
    conversation.refresh_from_db()
    assert conversation.unanswered_since is not None
    assert conversation.due_at == conversation.unanswered_since + deadlines.ABSENT_REPLY


def test_an_agent_who_is_there_is_pressed_before_somebody_else_is_asked(carol: Customer, bob: Agent) -> None:
    conversation = _held_by(bob, carol)
    cast.says(carol, "One more thing")
    conversation = _pass_deadline(conversation)
    assert (conversation.holder, conversation.steps) == (Holder.AGENT, 1)
    assert conversation.messages.filter(kind=Kind.STATUS, data__notice=True).count() == 1
    conversation = _pass_deadline(_pass_deadline(conversation))
    assert conversation.holder == Holder.QUEUE


def test_a_reply_clears_what_was_overdue(carol: Customer, bob: Agent) -> None:
    conversation = _held_by(bob, carol)
    cast.says(carol, "One more thing")
    conversation = _pass_deadline(conversation)
    writes.reply(str(conversation.id), bob, "Here I am.", client_id=cast.new_id())
    conversation.refresh_from_db()
    assert (conversation.steps, conversation.unanswered_since) == (0, None)
    assert conversation.due_at is not None
    assert conversation.due_at > timezone.now() + timedelta(hours=71)


def test_what_rests_for_long_is_resolved_and_has_no_deadline(carol: Customer) -> None:
    conversation = _pass_deadline(cast.answered(carol, "How long does delivery take?"))
    assert (conversation.status, conversation.due_at) == (Status.RESOLVED, None)


def test_a_snoozed_conversation_wakes_at_its_time_in_the_same_hand(carol: Customer, bob: Agent) -> None:
    conversation = _held_by(bob, carol)
    until = timezone.now() + timedelta(hours=2)
    conversation = writes.snooze(str(conversation.id), bob, epoch=conversation.epoch, until=until)
    assert (conversation.status, conversation.due_at) == (Status.SNOOZED, until)
    conversation = _pass_deadline(conversation)
    assert (conversation.status, conversation.agent_id, conversation.snoozed_until) == (Status.OPEN, bob.id, None)


def test_a_timer_that_runs_too_early_takes_no_step_and_is_set_anew(carol: Customer, bob: Agent) -> None:
    conversation = _held_by(bob, carol)
    Job.objects.filter(kind=deadlines.KIND).update(run_at=timezone.now())
    before = Message.objects.count()
    jobs.run(_timer(conversation).id, tasks.work)
    conversation.refresh_from_db()
    assert Message.objects.count() == before
    assert _timer(conversation).run_at == conversation.due_at == conversation.timer_at


def test_a_timer_that_failed_for_good_is_set_anew_when_something_happens(carol: Customer) -> None:
    conversation = cast.answered(carol, "How long does delivery take?")
    Job.objects.filter(kind=deadlines.KIND).update(state=JobState.DEAD)
    Conversation.objects.update(timer_at=timezone.now() - deadlines.FAILED_AFTER)
    cast.says(carol, "Hello?")
    conversation.refresh_from_db()
    waiting = Job.objects.get(kind=deadlines.KIND, state=JobState.READY)
    assert waiting.run_at == conversation.timer_at == conversation.due_at


def test_a_step_for_a_conversation_that_was_resolved_meanwhile_does_nothing(carol: Customer) -> None:
    conversation = cast.answered(carol, "How long does delivery take?")
    with log.writing(str(conversation.id)) as held:
        control.resolve(held)
    Job.objects.filter(kind=deadlines.KIND).delete()
    steps.take(str(conversation.id))
    conversation.refresh_from_db()
    assert conversation.status == Status.RESOLVED
    assert not Job.objects.filter(kind=deadlines.KIND).exists()
    assert conversation.messages.filter(author_kind=AuthorKind.SYSTEM).count() == 1
