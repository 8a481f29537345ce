"""When a report goes next, and which days it covers: calendar arithmetic on the company's clocks. Pure."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from conversations.insights.periods import A_DAY, Period
from conversations.models.reports import Cadence, Covers

LENGTHS = {Covers.DAY: 1, Covers.WEEK: 7, Covers.FOUR_WEEKS: 28, Covers.QUARTER: 90}


@dataclass(frozen=True)
class Plan:
    """How often and when: `weekday` (0 is Monday) of a weekly one, `day` of a monthly one, `at` on the wall's clock."""

    cadence: Cadence
    at: time
    weekday: int = 0
    day: int = 1


def next_after(plan: Plan, after: datetime, zone: ZoneInfo) -> datetime:
    """The first moment of the plan later than `after`, in UTC.

    A time that the clocks leave out in spring stands for the moment an hour later on them; of one that comes twice in
    autumn it is the first. A month that is too short for the day has its last day instead.
    """
    local = after.astimezone(zone).date()
    for day in _days(plan, local - A_DAY):  # a moment that was moved on in spring may lie on the day before
        moment = datetime.combine(day, plan.at, tzinfo=zone).astimezone(UTC)
        if moment > after:
            return moment
    raise OverflowError(plan)  # the calendar ends in the year 9999


def covered(covers: Covers, moment: datetime, zone: ZoneInfo) -> Period:
    """The whole days before `moment` that a report covers; today, which is not over, is never among them."""
    today = moment.astimezone(zone).date()
    if covers == Covers.MONTH:
        last = today.replace(day=1) - A_DAY
        return Period(last.replace(day=1), last, zone)
    return Period(today - timedelta(days=LENGTHS[covers]), today - A_DAY, zone)


def _days(plan: Plan, first: date) -> Iterator[date]:
    """The plan's days from `first` on."""
    match plan.cadence:
        case Cadence.DAILY:
            day = first
            while True:
                yield day
                day += A_DAY
        case Cadence.WEEKLY:
            day = first + timedelta(days=(plan.weekday - first.weekday()) % 7)
            while True:
                yield day
                day += timedelta(days=7)
        case Cadence.MONTHLY:
            year, month = first.year, first.month
            while True:
                day = date(year, month, min(plan.day, calendar.monthrange(year, month)[1]))
                if day >= first:
                    yield day
                year, month = (year, month + 1) if month < 12 else (year + 1, 1)
