"""Loads the people of a tenant for routing, and keeps their presence."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone

from agents.models import Agent, Presence, Role, Team
from agents.routing import Candidate
from tenants.errors import ParameterError

PRESENCE_LASTS = timedelta(seconds=75)
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def who_take_conversations() -> QuerySet[Agent]:
    """The active agents who may hold a conversation; viewers only look."""
    return Agent.objects.filter(is_active=True).exclude(role=Role.VIEWER)


def candidates(loads: Mapping[str, int]) -> list[Candidate]:
    """Everybody who may take a conversation; `loads` says how many each holds, by agent id."""
    able = who_take_conversations().prefetch_related("teams")
    return [
        Candidate(
            agent_id=str(agent.id),
            team_ids=frozenset(str(team.id) for team in agent.teams.all()),
            languages=frozenset(agent.languages),
            online=presence(agent) == Presence.ONLINE,
            load=loads.get(str(agent.id), 0),
            capacity=agent.capacity,
            idle_since=agent.seen_at or LONG_AGO,
        )
        for agent in able
    ]


def create_owner(name: str, email: str, password_hash: str) -> Agent:
    """The first person of a company that signed up, in the tenant entered now; the password comes hashed."""
    return Agent.objects.create(
        name=name, email=email.lower(), password=password_hash, role=Role.OWNER, presence=Presence.OFFLINE
    )


def team_named(name: str | None) -> Team | None:
    """The team of that name, or None when there is none or no name."""
    return Team.objects.filter(name=name).first() if name else None


def team(team_id: str) -> Team:
    """The team with this id; ParameterError when there is none."""
    try:
        return Team.objects.get(pk=team_id)
    except (Team.DoesNotExist, ValidationError) as error:
        raise ParameterError("team_id: there is no such team.", param="team_id") from error


def colleague(agent_id: str) -> Agent:
    """The agent with this id who may hold conversations; ParameterError when there is none."""
    try:
        return who_take_conversations().get(pk=agent_id)
    except (Agent.DoesNotExist, ValidationError) as error:
        raise ParameterError("agent_id: there is no such agent who takes conversations.", param="agent_id") from error


def presence(agent: Agent) -> Presence:
    """The agent's presence, which expires when nothing was heard for a while."""
    if agent.seen_at is None or agent.seen_at < timezone.now() - PRESENCE_LASTS:
        return Presence.OFFLINE
    return Presence(agent.presence)


def set_presence(agent_id: str, state: Presence) -> None:
    """Remember that the agent is there, or left."""
    Agent.objects.filter(pk=agent_id).update(presence=state, seen_at=timezone.now())


def came(agent_id: str) -> None:
    """The agent opened the desk: online, unless they said not long ago that they are away."""
    agent = Agent.objects.get(pk=agent_id)
    set_presence(agent_id, Presence.AWAY if presence(agent) == Presence.AWAY else Presence.ONLINE)


def still_there(agent_id: str) -> bool:
    """Renew the presence of an agent whose socket is open; False when they are an active agent no more."""
    return Agent.objects.filter(pk=agent_id, is_active=True).update(seen_at=timezone.now()) > 0
