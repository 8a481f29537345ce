"""To whom a waiting conversation is offered."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count

from agents import people, routing
from agents.models import Agent, Team
from conversations.models import Conversation, Holder


@dataclass(frozen=True)
class Offer:
    """The agent to offer it to, or nobody, and why."""

    agent: Agent | None
    why: str


def best(conversation: Conversation, team: Team | None, *, not_to: Collection[str] = ()) -> Offer:
    """The best person of the team for this customer, passing over the agents whose ids are in `not_to`."""
    need = routing.Need(team_id=None if team is None else str(team.id), language=conversation.language)
    candidates = [c for c in people.candidates(loads()) if c.agent_id not in not_to]
    choice = routing.choose(need, candidates)
    agent = None if choice.agent_id is None else Agent.objects.get(pk=choice.agent_id)
    return Offer(agent, choice.why)


def loads() -> dict[str, int]:
    """How many conversations each agent holds, by id."""
    held = Conversation.objects.filter(holder=Holder.AGENT).values_list("agent_id")
    return {str(agent_id): count for agent_id, count in held.annotate(count=Count("id"))}
