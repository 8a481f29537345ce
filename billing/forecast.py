"""How many resolutions the period will have when it ends, with the range in which four of five ends lie; pure.

A day is expected to bring what such weekdays brought, drawn toward the mean of all days while few of them are known.
The counts of days scatter more than chance alone (quasi-Poisson), and the rate itself is an estimate: both widen the
range. Sources: McCullagh and Nelder, Generalized Linear Models, 2nd ed., 6.2.3; the variance of a predicted sum is that
of the days and that of the estimated means.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

A_DAY = timedelta(days=1)
FEWEST_DAYS = 3  # whole ones, from which anything is said at all
FEWEST_UNITS = 5
WEEKDAYS_FROM = 14  # whole days, from which a Monday is told from a Sunday
DRAWN_BY = 2.0  # days' worth of the mean of all days in each weekday's
LOOKED_BACK = 56  # days; what was before is another time
WIDTH = 1.2816  # standard deviations on either side that hold four of five


@dataclass(frozen=True)
class Forecast:
    """Resolutions at the period's end, the range, and the day on which the bundle is used up; None when it lasts."""

    by_end: int
    low: int
    high: int
    used_up_on: date | None


@dataclass(frozen=True)
class Known:
    """What a forecast rests on, in the company's time zone: resolutions without credits of whole days, the newest
    last, ending with yesterday, and how many the period has so far.
    """

    days: Sequence[int]
    so_far: int
    now: datetime
    ends_at: datetime
    included: int | None


@dataclass(frozen=True)
class _Rates:
    """What each weekday brings, how many days that rests on, and how much more than by chance days scatter."""

    mean: Mapping[int, float]
    rests_on: Mapping[int, float]
    scatter: float


def by_end(known: Known) -> Forecast | None:
    """The forecast; None while it is too early to say, and where the period is over."""
    days = list(known.days)[-LOOKED_BACK:]
    if len(days) < FEWEST_DAYS or sum(days) < FEWEST_UNITS or known.now >= known.ends_at:
        return None
    rates = _rates(days, yesterday=known.now.date() - A_DAY)
    left = _left(known)
    expected = sum(share * rates.mean[day.weekday()] for day, share in left)
    chance = rates.scatter * expected
    unsure = rates.scatter * sum(_unsure(left, rates, weekday) for weekday in range(7))
    spread = WIDTH * (chance + unsure) ** 0.5
    return Forecast(
        by_end=known.so_far + round(expected),
        low=known.so_far + max(0, round(expected - spread)),
        high=known.so_far + round(expected + spread),
        used_up_on=_used_up_on(known, left, rates),
    )


def _rates(days: Sequence[int], *, yesterday: date) -> _Rates:
    """Of the whole days that ended with `yesterday`."""
    dated = [(yesterday - A_DAY * back, count) for back, count in enumerate(reversed(days))]
    overall = max(0.0, sum(days) / len(days))
    if len(days) < WEEKDAYS_FROM:
        mean, rests_on = dict.fromkeys(range(7), overall), dict.fromkeys(range(7), float(len(days)))
        return _Rates(mean, rests_on, _scatter(dated, mean, fitted=1))
    mean, rests_on = {}, {}
    for weekday in range(7):
        counts = [count for day, count in dated if day.weekday() == weekday]
        rests_on[weekday] = len(counts) + DRAWN_BY
        mean[weekday] = max(0.0, (sum(counts) + DRAWN_BY * overall) / rests_on[weekday])
    return _Rates(mean, rests_on, _scatter(dated, mean, fitted=7))


def _scatter(dated: Sequence[tuple[date, int]], mean: Mapping[int, float], *, fitted: int) -> float:
    """Pearson's estimate, at least 1: that much chance alone brings."""
    told = [(count - mean[day.weekday()]) ** 2 / mean[day.weekday()] for day, count in dated if mean[day.weekday()]]
    return max(1.0, sum(told) / max(1, len(dated) - fitted))


def _left(known: Known) -> list[tuple[date, float]]:
    """The days until the period ends, each with how much of it is left."""
    found: list[tuple[date, float]] = []
    moment = known.now
    while moment < known.ends_at:
        midnight = datetime.combine(moment.date() + A_DAY, time(), tzinfo=moment.tzinfo)
        until = min(midnight, known.ends_at)
        found.append((moment.date(), (until - moment) / A_DAY))
        moment = until.astimezone(moment.tzinfo)
    return found


def _unsure(left: Sequence[tuple[date, float]], rates: _Rates, weekday: int) -> float:
    """What the estimate of one weekday's mean adds to the variance of the sum."""
    share = sum(part for day, part in left if day.weekday() == weekday)
    return share**2 * rates.mean[weekday] / rates.rests_on[weekday]


def _used_up_on(known: Known, left: Sequence[tuple[date, float]], rates: _Rates) -> date | None:
    if known.included is None or known.so_far >= known.included:
        return None
    reached = float(known.so_far)
    for day, share in left:
        reached += share * rates.mean[day.weekday()]
        if reached >= known.included:
            return day
    return None
