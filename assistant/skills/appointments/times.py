"""Which free times to offer for what the customer said about day and time; pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from assistant.skills import dates, saying
from assistant.skills.contract import Choice, Value

MOST = 12  # times that are offered at once
MOST_DAYS = 4  # that they are spread over
AHEAD = timedelta(days=400)  # the calendar's own horizon is nearer
Free = Callable[[date, date], Sequence[datetime]]  # the openings from one day to another


@dataclass(frozen=True)
class Wanted:
    """Days and minutes of the day that suit; `late` when the time was said after the day, as of what was offered."""

    first: date
    last: date
    minutes: tuple[int, int] | None = None
    late: bool = False
    exact: datetime | None = None

    @property
    def one_time(self) -> bool:
        """Whether it is one time of one day."""
        return self.first == self.last and self.minutes is not None and self.minutes[0] == self.minutes[1]

    def suits(self, local: datetime) -> bool:
        """Whether a time lies in it."""
        if self.exact is not None:
            return local == self.exact
        at = local.hour * 60 + local.minute
        first, last = self.minutes or (0, 24 * 60)
        return first == at if first == last else first <= at < last


@dataclass(frozen=True)
class Chosen:
    """The one free time that is meant."""

    at: datetime


@dataclass(frozen=True)
class Offered:
    """Times to choose from; `instead` when none was free as wanted."""

    times: tuple[datetime, ...]
    instead: bool = False


def wanted(days: Value | None, time: Value | None, *, today: date, zone: ZoneInfo) -> Wanted | None:
    """What the two slots say together; None when they say nothing."""
    minutes = None if time is None else dates.minutes(time.value)
    if days is None:
        return None if minutes is None else Wanted(today, today + AHEAD, minutes)
    late = time is not None and time.seq > days.seq
    if "T" in days.value:
        at = datetime.fromisoformat(days.value).astimezone(zone)
        picked = (at.hour * 60 + at.minute,) * 2
        if not late:
            return Wanted(at.date(), at.date(), picked, exact=at)
        return Wanted(at.date(), at.date(), minutes or picked)
    first, last = dates.first_and_last(days.value)
    return Wanted(first, last, minutes, late)


def find(wish: Wanted | None, free: Free, *, today: date, zone: ZoneInfo) -> Chosen | Offered:
    """The time that is meant, or those to choose from: none at all when the calendar has none."""
    if wish is None:
        return Offered(spread(free(today, today + AHEAD), zone))
    inside = [one for one in free(wish.first, wish.last) if wish.suits(one.astimezone(zone))]
    if inside:
        return Chosen(inside[0]) if wish.one_time else Offered(spread(inside, zone))
    nearest = _nearest(wish, free, today=today, zone=zone)
    if wish.one_time and wish.late:
        meant = [one for one in nearest if wish.suits(one.astimezone(zone))]
        if meant:  # the day was full; the reply is one of the times that were offered instead
            return Chosen(meant[0])
    return Offered(spread(nearest, zone), instead=True)


def spread(times: Sequence[datetime], zone: ZoneInfo) -> tuple[datetime, ...]:
    """A few of them, on the first days and over each day, in order."""
    days = [list(group) for _, group in groupby(times, key=lambda one: one.astimezone(zone).date())][:MOST_DAYS]
    each = MOST // len(days) if days else 0
    return tuple(one for day in days for one in _evenly(day, each))


def choices(times: Sequence[datetime], zone: ZoneInfo, language: str) -> tuple[Choice, ...]:
    """The times as buttons; `detail` is the local time with its distance from UTC."""
    return tuple(
        Choice(said := saying.moment(one, zone, language), said, at := one.astimezone(zone).isoformat(), at)
        for one in times
    )


def _nearest(wish: Wanted, free: Free, *, today: date, zone: ZoneInfo) -> Sequence[datetime]:
    """Other times of those days, near the one that is wanted; else those of the first days after, or before."""
    same_day = free(wish.first, wish.last)
    if same_day and wish.minutes is not None:
        middle = sum(wish.minutes) // 2
        near = sorted(same_day, key=lambda one: abs(_minute(one, zone) - middle))[:MOST]
        return sorted(near)
    return free(max(wish.first, today), wish.last + AHEAD) or free(today, wish.first)


def _minute(at: datetime, zone: ZoneInfo) -> int:
    local = at.astimezone(zone)
    return local.hour * 60 + local.minute


def _evenly(day: Sequence[datetime], many: int) -> Sequence[datetime]:
    """So many of the day's times, from the first to the last."""
    if len(day) <= many:
        return day
    return [day[round(number * (len(day) - 1) / (many - 1))] for number in range(many)] if many > 1 else day[:1]
