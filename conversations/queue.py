"""The place of each waiting conversation, as the customer is told it."""

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from agents.models import Team
from conversations import events
from conversations.models import Conversation, Holder, Priority

RANK = Case(
    When(priority=Priority.URGENT, then=Value(0)),
    When(priority=Priority.HIGH, then=Value(1)),
    default=Value(2),
    output_field=IntegerField(),
)
MOST_TOLD = 50


def waiting(team: Team | None) -> QuerySet[Conversation]:
    """The conversations that wait for the team, the next one first."""
    return (
        Conversation.objects.filter(holder=Holder.QUEUE, team=team)
        .annotate(rank=RANK)
        .order_by("rank", "waiting_since", "id")
    )


def position(conversation: Conversation) -> int | None:
    """The customer's place in the queue from 1, or None when not waiting."""
    if conversation.holder != Holder.QUEUE:
        return None
    rank = {Priority.URGENT: 0, Priority.HIGH: 1}.get(Priority(conversation.priority), 2)
    ahead = waiting(conversation.team).filter(
        Q(rank__lt=rank) | Q(rank=rank, waiting_since__lt=conversation.waiting_since)
    )
    return ahead.exclude(pk=conversation.pk).count() + 1


def announce_moves(team: Team | None) -> None:
    """Tell the customers of the team's queue their places, once the change under way is committed."""
    events.after_commit(lambda: _tell(team))


def _tell(team: Team | None) -> None:
    for place, conversation_id in enumerate(waiting(team).values_list("id", flat=True)[:MOST_TOLD], start=1):
        events.publish(events.QueueMoved(str(conversation_id), {"position": place}))
