"""Which times a calendar can still give: pure, from its hours, its exceptions, its seats and what is booked.

Hours are those of the wall clock in the calendar's zone; times are counted in real minutes, so that an appointment of
an hour takes an hour also in the night when the clocks change.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MIDNIGHT = 24 * 60
Hours = tuple[tuple[int, int], ...]  # minutes since midnight: opens, closes


@dataclass(frozen=True)
class Plan:
    """What a calendar gives: hours by weekday (0 is Monday), other hours on single days, and its seats."""

    zone: ZoneInfo
    weekly: Mapping[int, Hours]
    seats: tuple[int, ...]
    step: timedelta
    lead: timedelta
    horizon: timedelta
    days: Mapping[date, Hours] = field(default_factory=dict)

    def on(self, day: date) -> Hours:
        """The hours of a day."""
        return self.days.get(day, self.weekly.get(day.weekday(), ()))


@dataclass(frozen=True)
class Length:
    """How long a service takes, and how long its seat stays empty afterwards."""

    takes: timedelta
    pause: timedelta = timedelta()


@dataclass(frozen=True)
class Taken:
    """A time that a seat is not free."""

    seat: int
    starts_at: datetime
    free_at: datetime


@dataclass(frozen=True)
class Opening:
    """A time that can be given, and the first seat that is free then."""

    starts_at: datetime  # UTC
    seat: int


def openings(
    plan: Plan, length: Length, taken: Sequence[Taken], *, now: datetime, first: date, last: date
) -> Iterator[Opening]:
    """All times from `first` to `last` that a customer may have, the earliest first."""
    earliest, latest = now + plan.lead, now + plan.horizon
    first = max(first, earliest.astimezone(plan.zone).date())
    last = min(last, latest.astimezone(plan.zone).date())
    for number in range((last - first).days + 1):
        for starts_at in starts(plan, length, first + timedelta(days=number)):
            seat = free_seat(plan, length, taken, starts_at)
            if seat is not None and earliest <= starts_at <= latest:
                yield Opening(starts_at, seat)


def starts(plan: Plan, length: Length, day: date) -> Iterator[datetime]:
    """The times of a day at which an appointment may begin, so that it ends before closing; in UTC."""
    for opens, closes in plan.on(day):
        at, end = _utc(plan.zone, day, opens), _utc(plan.zone, day, closes)
        while at + length.takes <= end:
            yield at
            at += plan.step


def is_offered(plan: Plan, length: Length, starts_at: datetime) -> bool:
    """Whether an appointment may begin then at all, by the hours alone."""
    day = starts_at.astimezone(plan.zone).date()
    return any(one == starts_at for one in starts(plan, length, day))


def free_seat(plan: Plan, length: Length, taken: Sequence[Taken], starts_at: datetime) -> int | None:
    """The first seat that is free for as long as it takes."""
    until = starts_at + length.takes + length.pause
    full = {one.seat for one in taken if one.starts_at < until and starts_at < one.free_at}
    return next((seat for seat in plan.seats if seat not in full), None)


def _utc(zone: ZoneInfo, day: date, minutes: int) -> datetime:
    """The moment when the wall clock shows so many minutes; one that is skipped counts from before the jump."""
    if minutes == MIDNIGHT:
        day, minutes = day + timedelta(days=1), 0
    return datetime.combine(day, time(minutes // 60, minutes % 60), tzinfo=zone).astimezone(UTC)
