"""Tells those who wait where they stand, after each move of the line and once a minute."""

from datetime import datetime, timedelta

from django.utils import timezone

from agents.models import Team
from conversations import events, queue
from conversations.models import Conversation
from conversations.waiting import moves, promises, showing, team_times
from conversations.waiting.team_times import Times
from tenants.jobs import Lease

MOST_TOLD = 500
EVERY = timedelta(minutes=1)


def work(held: Lease) -> None:
    """Tell the team's line; nothing when the team is gone."""
    try:
        team = moves.team_of(held.ids)
    except Team.DoesNotExist:
        return
    tell(team)


def tell(team: Team | None) -> None:
    """Tell each in the line their place and the range of their wait, and look again while anybody stands there."""
    now = timezone.now()
    line = list(queue.waiting(team).select_related("customer", "team")[:MOST_TOLD])
    times = team_times.of(team, now)
    told = promises.tell(team, line, times=times, now=now)
    scene = showing.scene(times, now, showing.calls_of(line))
    for conversation in line:
        shown = showing.shown(conversation, told[str(conversation.id)], scene)
        events.publish(events.QueueMoved(str(conversation.id), shown))
    if line:
        moves.expect_later(team, _later(times, now))


def again(conversation: Conversation) -> None:
    """Tell one customer anew, who chose how to wait, once the change under way is committed."""

    def say() -> None:
        shown = showing.of_conversation(Conversation.objects.select_related("customer", "team").get(pk=conversation.pk))
        if shown is not None:
            events.publish(events.QueueMoved(str(conversation.id), shown))

    events.after_commit(say)


def _later(times: Times, now: datetime) -> datetime:
    """In a minute, or when the team is back."""
    return times.opens_at(now) or now + EVERY
