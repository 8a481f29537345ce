"""The queue as the desk sees it now: who waits for whom, what they were told, and who is at work with how much."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import F
from django.utils import timezone
from typing_extensions import TypedDict

from agents.models import Agent, Presence, Team
from agents.people import presence
from agents.routing import Candidate
from conversations import queue, rows, wire
from conversations.models import Callback, CallState, Conversation, WaitPromise
from conversations.waiting import promises, team_times
from conversations.waiting.showing import WaitRange

MOST_SHOWN = 200  # of a team's line


class WaitingConversation(TypedDict):
    """A conversation in a line, and what its customer was told."""

    conversation: rows.ConversationRow
    place: int
    told: WaitRange | None
    told_at: str | None
    left: WaitRange | None
    """What is left of that by now."""


class DeskPerson(TypedDict):
    """Somebody of a team, and how much they hold."""

    id: str
    name: str
    presence: Presence
    on_shift: bool
    load: int
    capacity: int


class QueueOfTeam(TypedDict):
    """A team with its line and its people; without team it is the whole desk."""

    team: wire.Named | None
    open: bool
    """The team is at work."""
    opens_at: str | None
    count: int
    waiting: list[WaitingConversation]
    """The first two hundred."""
    resting: int
    """Those who want to be called instead."""
    people: list[DeskPerson]


class QueueBoard(TypedDict):
    """The queue as it is now."""

    teams: list[QueueOfTeam]


def board() -> QueueBoard:
    """Each team with its line and its people; who waits for no team in particular stands under the whole desk."""
    now, everybody = timezone.now(), team_times.everybody()
    people = {str(one.id): one for one in Agent.objects.filter(pk__in=[each.agent_id for each in everybody])}
    teams: list[Team | None] = [*Team.objects.all(), None]
    shown = [_team(team, everybody, people, now) for team in teams]
    return {"teams": [one for one in shown if one["team"] is not None or one["waiting"] or one["resting"]]}


def _team(team: Team | None, everybody: Sequence[Candidate], people: dict[str, Agent], now: datetime) -> QueueOfTeam:
    line = list(queue.waiting(team).select_related("customer", "agent", "team", "offered_to")[:MOST_SHOWN])
    times = team_times.of(team, now)
    told = _told(line)
    opens = times.opens_at(now)
    mine = [one for one in everybody if team is None or str(team.id) in one.team_ids]
    resting = Callback.objects.filter(conversation__team=team, conversation__holder="queue", state=CallState.PROMISED)
    return {
        "team": wire.team(team),
        "open": times.is_open(now),
        "opens_at": None if opens is None else wire.stamp(opens),
        "count": len(line) if len(line) < MOST_SHOWN else queue.waiting(team).count(),
        "waiting": [_waits(one, place, told.get(str(one.id)), now) for place, one in enumerate(line, 1)],
        "resting": resting.count(),
        "people": sorted((_person(one, people[one.agent_id]) for one in mine), key=_there_first),
    }


def _waits(conversation: Conversation, place: int, told: WaitPromise | None, now: datetime) -> WaitingConversation:
    left = promises.left(told, now)
    first: WaitRange | None = None
    if told is not None and told.low is not None and told.high is not None:
        first = {"low": told.low, "high": told.high}
    return {
        "conversation": rows.row(conversation),
        "place": place,
        "told": first,
        "told_at": None if told is None else wire.stamp(told.told_at),
        "left": None if left is None else {"low": left.low, "high": left.high},
    }


def _told(line: Sequence[Conversation]) -> dict[str, WaitPromise]:
    found = WaitPromise.objects.filter(conversation__in=line, ended="", epoch=F("conversation__epoch"))
    return {str(one.conversation_id): one for one in found.order_by("told_at", "id")}


def _person(candidate: Candidate, agent: Agent) -> DeskPerson:
    return {
        "id": agent.id,
        "name": agent.name,
        "presence": presence(agent),
        "on_shift": candidate.on_shift,
        "load": candidate.load,
        "capacity": candidate.capacity,
    }


def _there_first(one: DeskPerson) -> tuple[int, str]:
    return [Presence.ONLINE, Presence.AWAY, Presence.OFFLINE].index(one["presence"]), one["name"]
