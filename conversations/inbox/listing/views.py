"""The views of the list: what belongs into each, for whom, and in which order."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext

from agents.models import Agent
from agents.tokens import Token
from conversations.access import Reader
from conversations.inbox.listing import orders
from conversations.inbox.listing.orders import Order
from conversations.models import Conversation, DeskTask, DeskTaskState, Holder, Mention, Status
from tenants.errors import ParameterError

ViewName = Literal[
    "waiting", "mine", "unassigned", "team", "all", "mentions", "snoozed", "sla", "held", "assistant", "tasks",
    "resolved",
]  # fmt: skip
Of = Callable[[Agent], Q]


@dataclass(frozen=True)
class View:
    """A condition, or one that depends on who looks; and an order."""

    holds: Q | Of
    order: Order = orders.NEWEST

    def rows(self, reader: Reader) -> QuerySet[Conversation]:
        """What belongs to it; ParameterError where that is a person's own and a token looks."""
        if isinstance(self.holds, Q):
            return Conversation.objects.filter(self.holds)
        if isinstance(reader, Token):
            raise ParameterError(gettext("view: a token has no conversations or teams of its own."), param="view")
        return Conversation.objects.filter(self.holds(reader))


def _mine(agent: Agent) -> Q:
    return Q(holder=Holder.AGENT, status=Status.OPEN, agent=agent)


def _of_teams(agent: Agent) -> Q:
    return Q(status=Status.OPEN, team__in=agent.teams.all())


def mentioned(agent: Agent, *, unseen: bool = False) -> Q:
    """Conversations in which a note names the agent."""
    named = Mention.objects.filter(agent=agent, note__conversation=OuterRef("pk"))
    return Q(Exists(named.filter(seen_at=None) if unseen else named))


def _tasks(agent: Agent) -> Q:
    mine = Q(owner=agent) | Q(owner=None, team__in=agent.teams.all())
    under_way = DeskTask.objects.filter(mine, state=DeskTaskState.OPEN, conversation=OuterRef("pk"))
    return Q(Exists(under_way), tasks_open__gt=0)


VIEWS: Mapping[str, View] = {
    "waiting": View(Q(holder=Holder.QUEUE), orders.WAITING),
    "mine": View(_mine),
    "unassigned": View(Q(holder=Holder.QUEUE, offered_to=None), orders.WAITING),
    "team": View(_of_teams),
    "all": View(~Q(status=Status.RESOLVED)),
    "mentions": View(mentioned),
    "snoozed": View(Q(status=Status.SNOOZED)),
    "sla": View(Q(sla_due_at__isnull=False), orders.DUE),
    "held": View(Q(draft_due_at__isnull=False)),
    "assistant": View(Q(holder=Holder.ASSISTANT, status=Status.OPEN)),
    "tasks": View(_tasks),
    "resolved": View(Q(status=Status.RESOLVED)),
}
