"""The line of those who wait for a team, and the place of each in it."""

from datetime import timedelta

from django.db.models import Case, DateTimeField, ExpressionWrapper, F, Q, QuerySet, Value, When
from django.utils import timezone

from agents import routing
from agents.models import Team
from conversations import events
from conversations.deadlines import CALLED_AHEAD
from conversations.models import Conversation, Holder
from conversations.waiting import moves

TURN_AT = ExpressionWrapper(
    F("waiting_since")
    - Case(*(When(priority=name, then=Value(ahead)) for name, ahead in routing.HEAD_START.items()),
           default=Value(timedelta(0))),
    output_field=DateTimeField(),
)  # fmt: skip


def resting() -> Q:
    """Those who wait for a call that was promised for later, so that nothing is to be done now."""
    return Q(call_at__gt=timezone.now() + CALLED_AHEAD)


def is_resting(conversation: Conversation) -> bool:
    """Whether it waits for a call that was promised for later."""
    return conversation.call_at is not None and conversation.call_at > timezone.now() + CALLED_AHEAD


def waiting(team: Team | None) -> QuerySet[Conversation]:
    """The conversations that stand in the team's line, the next one first, as routing serves them."""
    standing = Conversation.objects.filter(holder=Holder.QUEUE, team=team).exclude(resting())
    return standing.annotate(turn_at=TURN_AT).order_by("turn_at", "id")


def position(conversation: Conversation) -> int | None:
    """The customer's place in the line from 1, or None for who stands in none."""
    since = conversation.waiting_since
    if conversation.holder != Holder.QUEUE or since is None or is_resting(conversation):
        return None
    mine = routing.turn_at(conversation.priority, since)
    ahead = waiting(conversation.team).filter(Q(turn_at__lt=mine) | Q(turn_at=mine, pk__lt=conversation.pk))
    return ahead.count() + 1


def announce_moves(team: Team | None) -> None:
    """Tell the customers who wait for the team where they stand, once the change under way is committed."""
    events.after_commit(lambda: moves.expect(team))
