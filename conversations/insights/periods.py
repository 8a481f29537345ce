"""Days as the company's clocks show them: a period, the one before it, and its days, weeks or months; pure."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

A_DAY = timedelta(days=1)


class Compared(StrEnum):
    """With what a period is compared."""

    PREVIOUS = "previous"
    YEAR = "year"
    NONE = "none"


class Step(StrEnum):
    """Into what a course is cut."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True)
class Period:
    """From the beginning of a day to the end of another, in a time zone; both days are part of it."""

    first: date
    last: date
    zone: ZoneInfo

    @property
    def begins(self) -> datetime:
        """The first moment."""
        return datetime.combine(self.first, time(), tzinfo=self.zone)

    @property
    def ends(self) -> datetime:
        """The first moment after it."""
        return datetime.combine(self.last + A_DAY, time(), tzinfo=self.zone)

    @property
    def days(self) -> int:
        """How many there are."""
        return (self.last - self.first).days + 1

    def compared(self, how: Compared) -> "Period | None":
        """As many days right before, or the same days of the year before."""
        match how:
            case Compared.PREVIOUS:
                back = timedelta(days=self.days)
                return Period(self.first - back, self.last - back, self.zone)
            case Compared.YEAR:
                return Period(_year_before(self.first), _year_before(self.last), self.zone)
            case Compared.NONE:
                return None

    def cut(self, step: Step) -> "dict[date, Period]":
        """Its days, weeks from Monday on, or months, by the day on which each begins; the outer ones cut off."""
        found: dict[date, Period] = {}
        day = begin(self.first, step)
        while day <= self.last:
            following = _next(day, step)
            found[day] = Period(max(day, self.first), min(following - A_DAY, self.last), self.zone)
            day = following
        return found


def begin(day: date, step: Step) -> date:
    """The first day of the week or month."""
    match step:
        case Step.DAY:
            return day
        case Step.WEEK:
            return day - timedelta(days=day.weekday())
        case Step.MONTH:
            return day.replace(day=1)


def _next(day: date, step: Step) -> date:
    days = {Step.DAY: 1, Step.WEEK: 7, Step.MONTH: monthrange(day.year, day.month)[1]}
    return day + timedelta(days=days[step])


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, monthrange(day.year - 1, day.month)[1]))
