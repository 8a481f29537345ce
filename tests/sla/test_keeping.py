"""Clocks in the life of a conversation: kept with every change, told in time, and written down."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agents.models import Agent
from conversations import log, receive, rows
from conversations.inbox import writes
from conversations.models import Alert, AlertKind, Conversation, Priority, SlaBook, SlaOutcome, SlaPolicy
from conversations.sla import alarms, books, keeping
from tenants.jobs import Lease
from tenants.models import Job
from tests.there import there

MINUTE = timedelta(minutes=1)


def queued(conversation: Conversation) -> Conversation:
    """It waits for people."""
    with log.writing(str(conversation.id)) as held:
        from_assistant(held)
    return Conversation.objects.get(pk=conversation.id)


def from_assistant(held: Conversation) -> None:
    held.holder, held.waiting_since = "queue", timezone.now()


def taken(conversation: Conversation, agent: Agent) -> Conversation:
    return writes.take_over(str(conversation.id), agent, epoch=conversation.epoch)


def ring(conversation: Conversation) -> None:
    """The alarm of the conversation comes."""
    job = Job.objects.get(kind=keeping.ALARM, key=str(conversation.id))
    alarms.ring(Lease(job.id, uuid4(), job.schema_name, job.kind, job.ids, 1))


def earlier(conversation: Conversation, *, by: timedelta) -> None:
    """As if the desk's turn had begun so much earlier."""
    row = Conversation.objects.get(pk=conversation.id)
    stored: dict[str, Any] = dict(row.sla_clock or {})
    for name in ("since", "began"):
        stored[name] = (datetime.fromisoformat(stored[name]) - by).isoformat()
    Conversation.objects.filter(pk=row.id).update(sla_clock=stored)


def test_a_conversation_that_comes_to_people_gets_its_clock_and_its_alarm(asked: Conversation) -> None:
    assert rows.row(asked)["sla"] is None
    shown = there(rows.row(queued(asked))["sla"])
    assert (shown["kind"], shown["state"]) == ("first_reply", "running")
    alarm = Job.objects.get(kind=keeping.ALARM, key=str(asked.id))
    assert (alarm.run_at - timezone.now()).total_seconds() == pytest.approx(
        8 * 60, abs=10
    )  # four fifths of ten minutes


def test_the_first_reply_ends_its_clock_and_is_written_down(asked: Conversation, bob: Agent) -> None:
    taken(queued(asked), bob)
    held, _ = writes.reply(str(asked.id), bob, "Let me look.", client_id=uuid4())
    outcome = SlaOutcome.objects.get()
    assert (outcome.kind, outcome.target, outcome.breached_at, outcome.agent_id) == ("first_reply", 600, None, bob.id)
    assert there(rows.row(held)["sla"])["state"] == "paused"
    receive.message(held.customer, "Thank you. And now?", client_id=uuid4())
    assert there(rows.row(Conversation.objects.get(pk=asked.id))["sla"])["kind"] == "next_reply"


def test_who_holds_it_is_told_before_and_supervisors_when_it_is_over(
    asked: Conversation, bob: Agent, alice: Agent
) -> None:
    taken(queued(asked), bob)
    earlier(asked, by=9 * MINUTE)
    ring(asked)
    assert [(alert.agent_id, alert.kind) for alert in Alert.objects.all()] == [(bob.id, AlertKind.SLA_SOON)]
    earlier(asked, by=3 * MINUTE)
    ring(asked)
    late = Alert.objects.filter(kind=AlertKind.SLA_BREACHED)
    assert {alert.agent_id for alert in late} == {bob.id}  # here is no supervisor
    outcome = SlaOutcome.objects.get()
    assert (outcome.kind, outcome.ended_at, outcome.team_id) == ("first_reply", None, asked.team_id)
    writes.reply(str(asked.id), bob, "Sorry for the wait.", client_id=uuid4())
    outcome.refresh_from_db()
    assert outcome.ended_at is not None
    assert outcome.used is not None
    assert outcome.used >= 720


def test_an_alarm_that_comes_too_early_tells_nobody(asked: Conversation, bob: Agent) -> None:
    taken(queued(asked), bob)
    ring(asked)
    assert not Alert.objects.exists()
    assert Job.objects.filter(kind=keeping.ALARM, key=str(asked.id)).exists()


def test_new_policies_set_all_clocks(asked: Conversation) -> None:
    waits = queued(asked)
    SlaPolicy.objects.update(first_reply=60)
    books.renew()
    job = Job.objects.get(kind=books.RECOUNT)
    alarms.recount(Lease(job.id, uuid4(), job.schema_name, job.kind, job.ids, 1))
    again = Conversation.objects.get(pk=waits.id)
    assert again.sla_due_at is not None
    assert waits.sla_due_at is not None
    assert round((again.sla_due_at - waits.sla_due_at) / MINUTE) == 50
    SlaPolicy.objects.all().delete()
    books.renew()
    alarms.recount(Lease(job.id, uuid4(), job.schema_name, job.kind, job.ids, 1))
    assert rows.row(Conversation.objects.get(pk=waits.id))["sla"] is None


def test_a_policy_of_a_priority_counts_from_when_it_is_set(asked: Conversation) -> None:
    SlaPolicy.objects.create(priority=Priority.URGENT, first_reply=1, hours="always")
    books.renew()
    waits = queued(asked)
    with log.writing(str(waits.id)) as held:
        held.priority = Priority.URGENT
    due = Conversation.objects.get(pk=waits.id).sla_due_at
    assert due is not None
    assert due - timezone.now() < 1.1 * MINUTE


def test_clocks_cost_a_message_no_question(asked: Conversation, bob: Agent) -> None:
    taken(queued(asked), bob)
    writes.reply(str(asked.id), bob, "Let me look.", client_id=uuid4())
    receive.message(asked.customer, "First", client_id=uuid4())
    with CaptureQueriesContext(connection) as promised:
        receive.message(asked.customer, "Second", client_id=uuid4())
    SlaBook.objects.all().delete()
    receive.message(asked.customer, "Third", client_id=uuid4())
    with CaptureQueriesContext(connection) as plain:
        receive.message(asked.customer, "Fourth", client_id=uuid4())
    assert len(promised) == len(plain)
