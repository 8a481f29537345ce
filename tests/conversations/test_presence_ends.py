"""Away after idling, offline after a lost socket: what somebody who is gone holds goes on after the grace."""

from datetime import timedelta

from django.db.models import F

from agents import people
from agents.models import Agent, Presence
from conversations import deadlines, leaving
from conversations.inbox import writes
from conversations.models import Conversation, Holder, Status
from tenants.jobs import Lease
from tenants.models import Job
from tests import cast
from tests.conversations.doors import TOMORROW

GRACE = timedelta(seconds=75)


def goes_by(by: timedelta) -> None:
    """Nobody is heard of for so long."""
    Agent.objects.update(**{moment: F(moment) - by for moment in ("seen_at", "present_until", "presence_since")})
    Conversation.objects.update(held_since=F("held_since") - by)


def look_after(agent: Agent) -> None:
    """The watch over the agent runs."""
    Job.objects.filter(kind=people.WATCH).delete()
    leaving.look_after(Lease(cast.new_id(), cast.new_id(), "acme", people.WATCH, {"agent_id": str(agent.id)}, 1))


def state(agent: Agent) -> Presence:
    return people.presence(Agent.objects.get(pk=agent.pk))


def test_within_the_grace_a_lost_socket_changes_nothing_and_the_watch_goes_on(bobs: Conversation, bob: Agent) -> None:
    goes_by(GRACE - timedelta(seconds=5))
    look_after(bob)
    bobs.refresh_from_db()
    assert (state(bob), bobs.agent) == (Presence.ONLINE, bob)
    assert Job.objects.get(kind=people.WATCH).key == bob.id


def test_after_the_grace_what_they_hold_waits_for_a_colleague(bobs: Conversation, bob: Agent) -> None:
    cast.says(bobs.customer, "And now?")
    goes_by(GRACE + timedelta(seconds=1))
    alice = cast.agent("alice")
    look_after(bob)
    bobs.refresh_from_db()
    assert (bobs.holder, bobs.offered_to, bobs.held_because) == (Holder.QUEUE, alice, "returned")
    assert bobs.messages.get(seq=bobs.seq).text != ""


def test_a_customer_who_waits_for_nothing_is_told_nothing(bobs: Conversation, bob: Agent) -> None:
    goes_by(GRACE + timedelta(seconds=1))
    look_after(bob)
    bobs.refresh_from_db()
    assert (bobs.holder, bobs.held_because, bobs.priority) == (Holder.QUEUE, deadlines.LET_GO, "normal")
    assert bobs.messages.get(seq=bobs.seq).text == ""
    assert bobs.waiting_since is not None
    assert deadlines.waits_on_at(bobs, bobs.waiting_since) == bobs.waiting_since + deadlines.QUIET_WITH_AGENT


def test_who_says_that_they_leave_has_the_grace_too(bobs: Conversation, bob: Agent) -> None:
    people.set_presence(str(bob.id), Presence.OFFLINE)
    look_after(bob)
    assert Conversation.objects.get().agent == bob
    goes_by(GRACE + timedelta(seconds=1))
    look_after(bob)
    assert Conversation.objects.get().agent is None


def test_what_rests_until_a_time_stays_theirs(bobs: Conversation, bob: Agent) -> None:
    Conversation.objects.update(status=Status.SNOOZED, snoozed_until=TOMORROW)
    goes_by(GRACE * 2)
    look_after(bob)
    assert Conversation.objects.get().agent == bob


def test_who_takes_something_while_not_here_is_watched(waiting: Conversation, bob: Agent) -> None:
    goes_by(GRACE * 2)
    writes.take_over(str(waiting.id), Agent.objects.get(), epoch=waiting.epoch)
    assert Job.objects.get(kind=people.WATCH).key == bob.id
    look_after(bob)
    assert Conversation.objects.get().agent == bob
    goes_by(GRACE + timedelta(seconds=1))
    look_after(bob)
    assert Conversation.objects.get().agent is None


def test_idling_ends_with_the_next_touch_but_what_was_set_by_hand_stays(bob: Agent) -> None:
    people.idles(str(bob.id))
    assert state(bob) == Presence.AWAY
    people.is_back(str(bob.id))
    assert state(bob) == Presence.ONLINE
    people.set_presence(str(bob.id), Presence.AWAY, by_hand=True)
    people.is_back(str(bob.id))
    people.came(str(bob.id))
    assert state(bob) == Presence.AWAY
    goes_by(GRACE * 2)
    people.came(str(bob.id))
    assert state(bob) == Presence.ONLINE
