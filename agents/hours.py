"""When a team is at work: pure questions about opening times and holidays in a time zone, daylight saving included."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q
from typing_extensions import TypedDict

from agents.models import Holiday, OpeningTime, Team
from tenants import current

END_OF_DAY = time.max  # stands for 24:00
LOOKS_AHEAD = 400  # days
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Stretch:
    """From when to when a team is at work on a weekday, as its clocks show it; 0 is Monday."""

    weekday: int
    opens: time
    closes: time


class WeekPart(TypedDict):
    """A part of a weekday."""

    weekday: int
    """0 is Monday."""
    opens: str
    """`HH:MM`, as the clocks show it there."""
    closes: str
    """`HH:MM`; the end of the day is `24:00`."""


@dataclass(frozen=True)
class Hours:
    """A team's week and its days off; a team without any stretch is always at work but on its days off."""

    zone: ZoneInfo
    weekly: tuple[Stretch, ...] = ()
    days_off: frozenset[date] = frozenset()


def of(team: Team) -> Hours:
    """The team's hours, with the holidays of the whole company."""
    stretches = OpeningTime.objects.filter(team=team).values_list("weekday", "opens", "closes")
    off = Holiday.objects.filter(Q(team=team) | Q(team__isnull=True)).values_list("day", flat=True)
    zone = ZoneInfo(team.time_zone or current.tenant().time_zone)
    return Hours(zone, tuple(Stretch(*one) for one in stretches), frozenset(off))


def at_work(hours: Hours, at: datetime) -> bool:
    """Whether the team is at work at the moment `at`, a time with a zone."""
    here = at.astimezone(hours.zone).date()
    return any(opens <= at < closes for opens, closes in stretches(hours, here, days=2))


def next_opening(hours: Hours, at: datetime) -> datetime | None:
    """The moment from which the team is at work: `at` itself when it is; None when not within LOOKS_AHEAD days."""
    here = at.astimezone(hours.zone).date()
    for opens, closes in stretches(hours, here, days=LOOKS_AHEAD):
        if at < closes:
            return max(opens, at)
    return None


def stretches(hours: Hours, day: date, *, days: int) -> Iterator[tuple[datetime, datetime]]:
    """The moments of opening and closing from `day` on, in their order, in UTC."""
    whole_days = [Stretch(weekday, time.min, END_OF_DAY) for weekday in range(7)]
    for number in range(days):
        today = day + number * DAY
        if today in hours.days_off:
            continue
        of_today = [one for one in hours.weekly or whole_days if one.weekday == today.weekday()]
        for one in sorted(of_today, key=lambda stretch: stretch.opens):
            opens = _moment(today, one.opens, hours.zone, fold=0)
            ends_today = one.closes != END_OF_DAY
            day_of_end, clock = (today, one.closes) if ends_today else (today + DAY, time.min)
            # An hour that comes twice belongs to the stretch both times, unless the next day begins with it.
            closes = _moment(day_of_end, clock, hours.zone, fold=1 if ends_today else 0)
            if opens < closes:
                yield opens, closes


def _moment(day: date, clock: time, zone: ZoneInfo, *, fold: int) -> datetime:
    """The moment at which the clocks there show this time; when they leap over it, the moment of the leap."""
    shown = datetime.combine(day, clock, zone).replace(fold=fold)
    moment = shown.astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) == shown.replace(tzinfo=None):
        return moment
    early, late = (shown.replace(fold=side).astimezone(UTC) for side in (1, 0))
    before = early.astimezone(zone).utcoffset()
    while late - early > timedelta(seconds=1):
        middle = early + timedelta(seconds=(late - early) // timedelta(seconds=2))
        if middle.astimezone(zone).utcoffset() == before:
            early = middle
        else:
            late = middle
    return late
