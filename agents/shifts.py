"""When a person works: their weekly shifts, in their time zone."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from agents import hours
from agents.hours import END_OF_DAY, Hours, Stretch, WeekPart
from agents.models import Agent, Shift
from tenants import current

Json = dict[str, Any]


def read(time_zone: str, stored: Sequence[Json]) -> Hours | None:
    """A person's week as the database tells it; None for who has no shifts, and works whenever they are here."""
    if not stored:
        return None
    week = [
        Stretch(one["weekday"], time.fromisoformat(one["starts"]), time.fromisoformat(one["ends"])) for one in stored
    ]
    return Hours(ZoneInfo(time_zone or current.tenant().time_zone), tuple(week))


def on_shift(week: Hours | None, at: datetime) -> bool:
    """Whether the person works at that moment."""
    return week is None or hours.at_work(week, at)


def works_now(person: Agent) -> bool:
    """Whether the person is within a shift now; who has no shifts always is."""
    week = [Stretch(row.weekday, row.starts, row.ends) for row in Shift.objects.filter(agent=person)]
    zone = ZoneInfo(person.time_zone or current.tenant().time_zone)
    return on_shift(Hours(zone, tuple(week)) if week else None, timezone.now())


def begins(week: Hours | None, at: datetime) -> datetime | None:
    """When the next shift of who does not work now begins."""
    return None if week is None else hours.next_opening(week, at)


def replace(person: Agent, wanted: Sequence[Stretch]) -> None:
    """Give the person this week in place of the one they had."""
    Shift.objects.filter(agent=person).delete()
    Shift.objects.bulk_create(
        Shift(agent=person, weekday=one.weekday, starts=one.opens, ends=one.closes) for one in wanted
    )


def shown(rows: Iterable[Shift]) -> list[WeekPart]:
    """The week, as it is shown and sent."""
    return [{"weekday": row.weekday, "opens": f"{row.starts:%H:%M}", "closes": _end(row)} for row in rows]


def in_words(rows: Iterable[Shift]) -> list[str]:
    """The week, as the audit log shows it."""
    return [f"{row.weekday} {row.starts:%H:%M}-{_end(row)}" for row in rows]


def _end(row: Shift) -> str:
    return "24:00" if row.ends == END_OF_DAY else f"{row.ends:%H:%M}"
