"""The range of a wait: 8 of 10 hold on a simulated desk, and nothing is told where too little is known."""

from random import Random

import numpy as np
import pytest

from conversations.waiting.estimating import Held, Past, Range, Standing, estimate, left_of, rounded
from tests.waiting.simulation import Desk, Wait

NOW = Standing(hour=10, place=3, seats=4, free=0)


def past(count: int, *, came: bool = True, seats: float = 4.0, longest: float = 1200.0) -> Past:
    """So many waits like NOW's, evenly from none to the longest."""
    return Past(
        hour=np.full(count, 10.0),
        ahead=np.full(count, 3.0),
        seats=np.full(count, seats),
        days=np.ones(count),
        waited=np.linspace(0, longest, count),
        came=np.full(count, came),
    )


def share(waits: list[Wait]) -> float:
    return sum(wait.held for wait in waits) / len(waits)


@pytest.mark.parametrize(
    ("desk", "days"),
    [
        (Desk(Random(1)), 14),
        (Desk(Random(2), per_hour=30, drifts=True), 12),  # the pace of the desk changes by the week
    ],
)
def test_of_ranges_stated_at_80_percent_75_to_85_hold(desk: Desk, days: int) -> None:
    waits = desk.play(days)
    told = [one for one in waits[len(waits) // 3 :] if one.told is not None and one.came]
    in_line = [one for one in told if one.standing.ahead > 0]
    assert len(told) > 400
    assert 0.75 <= share(told) <= 0.85
    assert 0.75 <= share(in_line) <= 0.85


def test_the_range_leaves_a_tenth_outside_at_each_end() -> None:
    found = estimate(past(150), NOW)
    assert found is not None
    assert found.low == pytest.approx(120, abs=31)
    assert found.high == pytest.approx(1080, abs=61)


@pytest.mark.parametrize(
    ("known", "now"),
    [
        (past(20), NOW),  # too few
        (past(200), Standing(hour=10, place=3, seats=0, free=0)),  # nobody is at work
        (past(200), Standing(hour=10, place=60, seats=4, free=0)),  # none was like it
        (past(200, came=False), NOW),  # everybody left before a person came
    ],
)
def test_nothing_is_told_where_too_little_is_known(known: Past, now: Standing) -> None:
    assert estimate(known, now) is None


def test_who_left_or_waits_still_counts_as_long_as_they_waited() -> None:
    short = past(150, longest=600)
    half_left = Past(short.hour, short.ahead, short.seats, short.days, short.waited, np.arange(150) % 2 == 0)
    all_came, many_left = estimate(short, NOW), estimate(half_left, NOW)
    assert all_came is not None
    assert many_left is None or many_left.high > all_came.high


def test_what_did_not_hold_lately_widens_that_end() -> None:
    before, after = estimate(past(150), NOW, Held(100, 10, 10)), estimate(past(150), NOW, Held(100, 10, 30))
    assert before is not None
    assert after is not None
    assert after.high > before.high
    assert after.low == before.low


def test_a_range_counts_down_and_ends() -> None:
    assert rounded(140, 160) == Range(150, 180)
    assert left_of(Range(120, 600), 60) == Range(60, 540)
    assert left_of(Range(120, 600), 300) == Range(0, 300)
    assert left_of(Range(120, 600), 600) is None
