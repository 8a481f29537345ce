"""A forecast says what it can: nothing too early, weekdays once they are known, and a range that holds four of five."""

import random
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from billing import forecast
from billing.forecast import Forecast, Known

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 6, 1, tzinfo=BERLIN)
A_DAY = timedelta(days=1)


def known(days: list[int], *, ends_in: float = 10, so_far: int | None = None, included: int | None = None) -> Known:
    """As of the first moment of a Monday, with so many days left."""
    counted = sum(days) if so_far is None else so_far
    return Known(days=days, so_far=counted, now=MONDAY, ends_at=MONDAY + A_DAY * ends_in, included=included)


def said(told: Known) -> Forecast:
    """The forecast, which there is."""
    found = forecast.by_end(told)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "told",
    [known([]), known([40, 50]), known([1, 1, 1]), known([0] * 30), known([9] * 20, ends_in=0)],
    ids=["nothing", "two days", "four of them", "none ever", "the end"],
)
def test_it_says_nothing_too_early_nor_too_late(told: Known) -> None:
    assert forecast.by_end(told) is None


def test_even_days_go_on_as_they_were_and_a_shorter_past_is_less_sure() -> None:
    short, long = said(known([10] * 4, so_far=40)), said(known([10] * 13, so_far=40))
    assert short.by_end == long.by_end == 140
    assert short.low < long.low < 140 < long.high < short.high


def test_a_week_end_is_no_monday_once_there_are_two_weeks() -> None:
    week = [20, 20, 20, 20, 20, 0, 0]
    five, two = said(known(week * 8, ends_in=5, so_far=0)), said(known(week * 8, ends_in=7, so_far=0))
    assert five.by_end == pytest.approx(100, abs=18)
    assert two.by_end - five.by_end < 12
    before = said(known(week[-6:], ends_in=5, so_far=0))  # six days: each is as likely as the other
    assert before.by_end == pytest.approx(5 * 80 / 6, abs=1)


def test_what_is_left_of_today_counts_by_the_clock() -> None:
    noon = Known(days=[24] * 10, so_far=12, now=MONDAY + timedelta(hours=12), ends_at=MONDAY + A_DAY, included=None)
    assert said(noon).by_end == 24


def test_it_names_the_day_on_which_the_bundle_is_used_up() -> None:
    assert said(known([10] * 10, so_far=60, included=100)).used_up_on == date(2026, 6, 4)
    assert said(known([10] * 10, so_far=60, included=300)).used_up_on is None
    assert said(known([10] * 10, so_far=60)).used_up_on is None
    assert said(known([10] * 10, so_far=100, included=100)).used_up_on is None


def test_days_that_were_credited_more_than_counted_make_no_negative_range() -> None:
    told = said(known([3, 4, -2, 1, -1, 0, 2, 0, 0, 0, -1, 0, 0, 0], so_far=6))
    assert 6 <= told.low <= told.by_end <= told.high


def test_four_of_five_ends_are_within_the_range() -> None:
    """Desks with quiet week ends whose days scatter twice as much as chance: four weeks known, twenty days to come."""
    dice = random.Random(7)
    held, trials = 0, 400
    for _ in range(trials):
        rate = dice.uniform(4, 60)
        past = [_day(dice, rate, MONDAY + A_DAY * back) for back in range(-28, 0)]
        rest = [_day(dice, rate, MONDAY + A_DAY * ahead) for ahead in range(20)]
        told = said(known(past, ends_in=20, so_far=0))
        held += told.low <= sum(rest) <= told.high
    assert 0.74 <= held / trials <= 0.90


def _day(dice: random.Random, rate: float, day: datetime) -> int:
    """A negative binomial count with a variance of twice its mean."""
    mean = rate * (0.2 if day.weekday() >= 5 else 1.0)
    rain = dice.gammavariate(mean, 1.0)  # Poisson with a Gamma rate of shape `mean`, scale 1: the variance is 2 * mean
    left, count = 1.0, -1
    while left > 2.718281828**-rain:
        left *= dice.random()
        count += 1
    return count
