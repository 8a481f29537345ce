"""Loads the people of a tenant for routing, and keeps their presence."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, OuterRef, QuerySet
from django.db.models.functions import JSONObject
from django.utils import timezone
from django.utils.translation import gettext

from agents import dispatching, shifts
from agents.models import Agent, Presence, Role, Shift, SkillLevel, Team
from agents.routing import Candidate
from tenants import ids, jobs
from tenants.errors import ParameterError

MOVED = "desk_moved"  # the job that looks who could take what waits, since somebody came, left, or has room
WATCH = "agent_watch"  # the job that looks whether somebody is still there
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def who_take_conversations() -> QuerySet[Agent]:
    """The active agents who may hold a conversation; viewers only look."""
    return Agent.objects.filter(is_active=True).exclude(role=Role.VIEWER)


def candidates(loads: Mapping[str, int]) -> list[Candidate]:
    """Everybody who may take a conversation, in one query.

    `loads` says by agent id how many each has, held or offered.
    """
    now = timezone.now()
    levels = SkillLevel.objects.filter(agent=OuterRef("pk"))
    weekly = Shift.objects.filter(agent=OuterRef("pk"))
    teams = Agent.teams.through.objects.filter(agent=OuterRef("pk"))
    able = who_take_conversations().annotate(
        in_teams=ArraySubquery(teams.values(told=JSONObject(team=F("team_id")))),
        known=ArraySubquery(levels.values(told=JSONObject(skill=F("skill_id"), level="level"))),
        weekly=ArraySubquery(weekly.values(told=JSONObject(weekday="weekday", starts="starts", ends="ends"))),
    )
    return [_candidate(agent, loads.get(str(agent.id), 0), now) for agent in able]


def _candidate(agent: Any, load: int, now: datetime) -> Candidate:
    state, week = presence(agent), shifts.read(agent.time_zone, agent.weekly)
    works = shifts.on_shift(week, now)
    return Candidate(
        agent_id=str(agent.id),
        name=agent.name,
        team_ids=frozenset(_public("team", one["team"]) for one in agent.in_teams),
        languages=frozenset(agent.languages),
        levels={_public("skl", one["skill"]): one["level"] for one in agent.known},
        online=state == Presence.ONLINE,
        away=state == Presence.AWAY,
        on_shift=works,
        shift_begins=None if works else shifts.begins(week, now),
        load=load,
        capacity=agent.capacity,
        idle_since=agent.free_since or LONG_AGO,
    )


def _public(prefix: str, stored: str) -> str:
    return ids.encode(prefix, UUID(stored))


def create_owner(name: str, email: str, password_hash: str) -> Agent:
    """The first person of a company that signed up, in the tenant entered now; the password comes hashed."""
    return Agent.objects.create(
        name=name,
        email=email.lower(),
        password=password_hash,
        role=Role.OWNER,
        presence=Presence.OFFLINE,
        tour_due=True,
    )


def team_named(name: str | None) -> Team | None:
    """The team of that name, or None when there is none or no name."""
    return Team.objects.filter(name=name).first() if name else None


def team(team_id: str) -> Team:
    """The team with this id; ParameterError when there is none."""
    try:
        return Team.objects.get(pk=team_id)
    except (Team.DoesNotExist, ValidationError) as error:
        raise ParameterError(gettext("team_id: there is no such team."), param="team_id") from error


def colleague(agent_id: str) -> Agent:
    """The agent with this id who may hold conversations; ParameterError when there is none."""
    try:
        return who_take_conversations().get(pk=agent_id)
    except (Agent.DoesNotExist, ValidationError) as error:
        raise ParameterError(
            gettext("agent_id: there is no such agent who takes conversations."), param="agent_id"
        ) from error


def presence(agent: Agent) -> Presence:
    """The agent's presence, which expires when nothing was heard for a while."""
    if agent.present_until is None or agent.present_until < timezone.now():
        return Presence.OFFLINE
    return Presence(agent.presence)


def gone_at(agent: Agent, grace: timedelta) -> datetime:
    """From when on what the agent holds goes to others, if they are not seen again and do not come back."""
    if agent.presence == Presence.OFFLINE and agent.presence_since is not None:
        return agent.presence_since + grace
    return agent.present_until or LONG_AGO


@transaction.atomic
def set_presence(agent_id: str, state: Presence, *, by_hand: bool = False) -> None:
    """Remember that the agent is there, away, or left; what waits is offered anew."""
    now = timezone.now()
    until = now + dispatching.grace()
    Agent.objects.filter(pk=agent_id).update(
        presence=state, presence_since=now, presence_by_hand=by_hand, seen_at=now, present_until=until
    )
    desk_moved()
    watch(agent_id, run_at=until)


def came(agent_id: str) -> None:
    """The agent opened the desk: online, unless they said not long ago that they are away."""
    agent = Agent.objects.get(pk=agent_id)
    before = presence(agent)
    if before == Presence.OFFLINE:
        set_presence(agent_id, Presence.ONLINE)
    else:
        still_there(agent_id)


def still_there(agent_id: str) -> bool:
    """Renew the presence of an agent whose socket is open; False when they are an active agent no more."""
    now = timezone.now()
    seen = {"seen_at": now, "present_until": now + dispatching.grace()}
    return Agent.objects.filter(pk=agent_id, is_active=True).update(**seen) > 0


def idles(agent_id: str) -> None:
    """Nothing was touched for long: who is online counts as away, until they touch something."""
    _turn(agent_id, Presence.ONLINE, Presence.AWAY)


def is_back(agent_id: str) -> None:
    """The agent touched something: who was away for idling only is online again."""
    _turn(agent_id, Presence.AWAY, Presence.ONLINE)


def _turn(agent_id: str, before: Presence, after: Presence) -> None:
    with transaction.atomic():
        theirs = Agent.objects.filter(pk=agent_id, presence=before)
        if after == Presence.ONLINE:
            theirs = theirs.filter(presence_by_hand=False)
        if theirs.update(presence=after, presence_since=timezone.now(), presence_by_hand=False):
            desk_moved()


def busied(agent_id: str) -> None:
    """The agent took a conversation, or ended one: of equals, the one who did so longest ago gets the next."""
    Agent.objects.filter(pk=agent_id).update(free_since=timezone.now())


def took(agent: Agent) -> None:
    """The agent took a conversation; who is not here now is watched, so that it does not stay with them for long."""
    busied(str(agent.id))
    watch_if_absent(agent)


def watch_if_absent(agent: Agent) -> None:
    """Look after a while whether the agent, if they are not here now, has come back."""
    if presence(agent) == Presence.OFFLINE:
        watch(str(agent.id), run_at=timezone.now() + dispatching.grace())


def desk_moved() -> None:
    """Somebody may take more than before, or less: what waits is looked at, once the change under way is committed."""
    jobs.write(MOVED, {})  # no key: that would let those wait for each other who write it at once


def watch(agent_id: str, *, run_at: datetime) -> None:
    """Look then whether the agent is still there."""
    jobs.write(WATCH, {"agent_id": agent_id}, key=agent_id, run_at=run_at)
