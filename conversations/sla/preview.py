"""What a promise means for a message that comes just before people go home."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone
from typing_extensions import TypedDict

from agents.models import Team
from conversations.models import SlaHours
from conversations.sla import books
from conversations.sla.worktime import AROUND_THE_CLOCK
from tenants import current

JUST_BEFORE = timedelta(minutes=10)
A_WEEK = timedelta(days=7)


class SlaPreview(TypedDict):
    """A message and when its promise is due, by the team's own clock: `2026-11-20T17:50:00+01:00`."""

    at: str
    due_at: str
    time_zone: str
    known: bool
    """False where nobody works that long within a year."""


def due(*, team: Team | None, hours: str, minutes: int, at: datetime | None) -> SlaPreview:
    """When so many minutes of the time that counts are over after `at`, with the zone to tell it in. Four queries.

    Without `at` it is ten minutes before the longest pause of the coming week begins, where surprises are.
    """
    by_team = books.worktimes()
    key = None if team is None else str(team.id)
    work = AROUND_THE_CLOCK if hours == SlaHours.ALWAYS else by_team.get(key, by_team[None])
    now = timezone.now().replace(second=0, microsecond=0)
    begins = at
    if begins is None:
        closing = work.before_longest_pause(now, now + A_WEEK)
        begins = now if closing is None else closing - JUST_BEFORE
    zone = (team.time_zone if team is not None else "") or current.tenant().time_zone
    ends = work.after(begins, minutes * books.MINUTE)
    return {
        "at": _stamp(begins, zone),
        "due_at": _stamp(ends, zone),
        "time_zone": zone,
        "known": work.between(begins, ends) >= minutes * books.MINUTE - 1,
    }


def _stamp(moment: datetime, zone: str) -> str:
    """With the offset of that zone, so that a reader elsewhere sees the team's own clock."""
    return moment.astimezone(UTC).astimezone(ZoneInfo(zone)).isoformat()
