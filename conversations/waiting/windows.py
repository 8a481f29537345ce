"""When somebody may be called: whole hours in which the team is at work."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from babel.dates import format_skeleton
from typing_extensions import TypedDict

from agents import hours
from conversations import after_hours, words
from conversations.waiting.team_times import Times
from conversations.waiting.words import WINDOW

HOUR = timedelta(hours=1)
SOONEST = timedelta(minutes=15)  # from now to the beginning of the first window
DAYS, MOST = 8, 24
WAKING = range(8, 20)  # hours in which somebody may be called by a team that is always there


@dataclass(frozen=True)
class Window:
    """From when to when somebody is called."""

    begins: datetime
    ends: datetime


def offered(times: Times, now: datetime) -> list[Window]:
    """The windows to choose from, the soonest first; none where the team is not at work within some days."""
    first = (now + SOONEST).replace(minute=0, second=0, microsecond=0)
    first = first if first >= now + SOONEST else first + HOUR
    found = (first + number * HOUR for number in range(DAYS * 24))
    return [Window(one, one + HOUR) for one in found if _fits(times, one)][:MOST]


class CallWindow(TypedDict):
    """An hour in which somebody may be called."""

    begins_at: str
    ends_at: str


def shown(times: Times, now: datetime) -> list[CallWindow]:
    """The windows that are offered, as they go over the wire."""
    return [{"begins_at": one.begins.isoformat(), "ends_at": one.ends.isoformat()} for one in offered(times, now)]


def in_words(window: Window, times: Times, language: str) -> str:
    """The day, from when to when, and by which clock."""
    spoken = language if language in after_hours.DAYS else words.ENGLISH
    begins, ends = (one.astimezone(times.zone) for one in (window.begins, window.ends))
    date = format_skeleton("MMMMd", begins.replace(tzinfo=None), locale=spoken)
    day = f"{after_hours.DAYS[spoken][begins.weekday()]}, {date},"
    return WINDOW.format(day=day, begins=f"{begins:%H:%M}", ends=f"{ends:%H:%M}", zone=times.zone.key)


def _fits(times: Times, begins: datetime) -> bool:
    """Whether the team is at work all through the hour."""
    if times.hours is None or not times.hours.weekly:
        day_off = times.hours is not None and not hours.at_work(times.hours, begins)
        return not day_off and begins.astimezone(times.zone).hour in WAKING
    return all(hours.at_work(times.hours, begins + timedelta(minutes=minute)) for minute in (0, 30, 59))
