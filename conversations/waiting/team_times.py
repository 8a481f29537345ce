"""When a team is at work around now, and who of it is there: what every estimate of a wait begins with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from agents import hours, people
from agents.hours import Hours
from agents.models import Team
from agents.routing import Candidate
from conversations import offers
from conversations.sla.worktime import AROUND_THE_CLOCK, Worktime
from tenants import current

BACK, AHEAD = 45, 14  # days


@dataclass(frozen=True)
class Times:
    """The hours of a team, None for the whole desk, which is always there."""

    hours: Hours | None
    zone: ZoneInfo
    work: Worktime

    def is_open(self, at: datetime) -> bool:
        """Whether the team is at work."""
        return self.hours is None or hours.at_work(self.hours, at)

    def opens_at(self, at: datetime) -> datetime | None:
        """When it is back; None while it is at work, or when that is not known."""
        opens = None if self.hours is None else hours.next_opening(self.hours, at)
        return None if opens is None or opens <= at else opens

    def closes_at(self, at: datetime) -> datetime | None:
        """When it goes home, where it is at work and ever goes home within two days."""
        if self.hours is None:
            return None
        here = at.astimezone(self.zone).date()
        closes = None
        for begins, ends in hours.stretches(self.hours, here - timedelta(days=1), days=4):
            if (closes is None and begins <= at < ends) or begins == closes:
                closes = ends
        return None if closes is None or closes - at > timedelta(days=2) else closes

    def hour_of_week(self, at: datetime) -> int:
        """0 is Monday at midnight, as the team's clocks show it."""
        there = at.astimezone(self.zone)
        return there.weekday() * 24 + there.hour


@dataclass(frozen=True)
class Crew:
    """Those of a team who can be offered something now: how many, and their seats."""

    at_work: int
    seats: int
    free: int


def of(team: Team | None, now: datetime) -> Times:
    """The team's hours, some weeks around now."""
    if team is None:
        return Times(None, ZoneInfo(current.tenant().time_zone), AROUND_THE_CLOCK)
    loaded = hours.of(team)
    first = now.astimezone(UTC).date() - timedelta(days=BACK)
    spans = hours.stretches(loaded, first, days=BACK + AHEAD)
    return Times(loaded, loaded.zone, Worktime((opens.timestamp(), closes.timestamp()) for opens, closes in spans))


def crew(team: Team | None, everybody: Sequence[Candidate]) -> Crew:
    """Who of `everybody` works for the team now; their load is what they hold."""
    there = [one for one in everybody if one.online and one.on_shift and (team is None or str(team.id) in one.team_ids)]
    free = sum(max(0, one.capacity - one.load) for one in there)
    return Crew(len(there), sum(one.capacity for one in there), free)


def everybody() -> list[Candidate]:
    """All who take conversations, each with how many they hold."""
    return people.candidates(offers.held())
