"""Nobody waits for a person who was switched off, or who only looks from now on."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agents import roster
from agents.models import Agent
from conversations import tasks
from conversations.inbox import writes
from conversations.models import Conversation, Holder, Status
from tenants import jobs
from tenants.models import Job
from tenants.trail import audit

ME = audit.by_system("the tests")
pytestmark = pytest.mark.usefixtures("equipped")


def run_jobs() -> None:
    for job in Job.objects.filter(kind=roster.LEFT):
        jobs.run(job.id, tasks.work)


@pytest.mark.parametrize("how", ["switched off", "made a viewer"])
def test_what_they_held_waits_for_a_colleague(how: str, bobs: Conversation, bob: Agent, alice: Agent) -> None:
    if how == "switched off":
        roster.deactivate(alice, str(bob.id), actor=ME)
    else:
        roster.change(alice, str(bob.id), {"role": "viewer"}, actor=ME)
    run_jobs()
    bobs.refresh_from_db()
    assert (bobs.holder, bobs.offered_to) == (Holder.QUEUE, alice)
    assert bobs.agent is None
    assert bobs.due_at is not None


def test_what_they_snoozed_wakes_in_the_queue(bobs: Conversation, bob: Agent, alice: Agent) -> None:
    until = timezone.now() + timedelta(days=3)
    writes.snooze(str(bobs.id), bob, epoch=bobs.epoch, until=until)
    roster.deactivate(alice, str(bob.id), actor=ME)
    run_jobs()
    bobs.refresh_from_db()
    assert (bobs.status, bobs.holder) == (Status.OPEN, Holder.QUEUE)


def test_who_is_back_before_the_job_keeps_what_they_held(bobs: Conversation, bob: Agent, alice: Agent) -> None:
    roster.deactivate(alice, str(bob.id), actor=ME)
    roster.reactivate(alice, str(bob.id), actor=ME)
    run_jobs()
    bobs.refresh_from_db()
    assert (bobs.holder, bobs.agent_id) == (Holder.AGENT, bob.id)


def test_resolved_ones_stay_resolved(bobs: Conversation, bob: Agent, alice: Agent) -> None:
    writes.resolve(str(bobs.id), epoch=bobs.epoch)
    roster.deactivate(alice, str(bob.id), actor=ME)
    run_jobs()
    bobs.refresh_from_db()
    assert (bobs.status, bobs.holder) == (Status.RESOLVED, Holder.ASSISTANT)
