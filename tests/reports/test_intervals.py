"""The intervals of figures: they cover the truth as often as they say, and no change is called clear that is none."""

import math
from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from conversations.insights import intervals
from conversations.insights.intervals import Figure, Moments, Pairs, Scale

ROUNDS = 1500
Numbers = NDArray[np.float64]
Draw = Callable[[np.random.Generator, int], Numbers]


def moments(values: Numbers) -> Moments:
    return Moments(len(values), float(values.mean()), float(values.var(ddof=1)) if len(values) > 1 else 0.0)


def covers(one: Figure | None, truth: float) -> bool:
    assert one is not None
    assert one.low is not None
    assert one.high is not None
    assert one.low <= one.value <= one.high
    return one.low <= truth <= one.high


def turns(chance: np.random.Generator, count: int) -> Numbers:
    return 1.0 + chance.poisson(2.5, count).astype(np.float64)


def seldom(chance: np.random.Generator, count: int) -> Numbers:
    return chance.binomial(1, 0.08, count).astype(float)


def moods(chance: np.random.Generator, count: int) -> Numbers:
    return chance.normal(0.2, 0.4, count)


@pytest.mark.parametrize(
    ("draw", "truth", "count"),
    [(turns, 3.5, 12), (turns, 3.5, 200), (moods, 0.2, 4), (moods, 0.2, 40), (seldom, 0.08, 150)],
)
def test_the_interval_of_a_mean_covers_it(draw: Draw, truth: float, count: int) -> None:
    chance, scale = np.random.default_rng(5), Scale(step=1.0 if draw is not moods else 0.0)
    covered = [covers(intervals.mean(moments(draw(chance, count)), scale), truth) for _ in range(ROUNDS)]
    assert 0.925 <= np.mean(covered) <= 0.985


@pytest.mark.parametrize("count", [6, 9, 40, 300])
def test_the_interval_of_a_median_covers_it(count: int) -> None:
    chance, truth = np.random.default_rng(6), 100_000 * math.log(2)
    covered = [
        covers(intervals.median(chance.exponential(100_000, count).astype(np.int64)), truth) for _ in range(ROUNDS)
    ]
    assert 0.935 <= np.mean(covered) <= 0.985, "an order statistic cannot hit 95% exactly"


def test_the_interval_of_a_cost_for_each_gain_covers_it() -> None:
    chance, covered = np.random.default_rng(7), []
    for _ in range(ROUNDS):
        cost, gain = chance.exponential(4.0, 120), chance.binomial(1, 0.8, 120)
        pairs = Pairs(
            120,
            float(gain.mean()),
            float(cost.mean()),
            float(gain.var() * 120),
            float(cost.var() * 120),
            float(((cost - cost.mean()) * (gain - gain.mean())).sum()),
        )
        covered.append(covers(intervals.ratio(pairs), 4.0 / 0.8))
    assert 0.92 <= np.mean(covered) <= 0.97


def test_the_interval_of_a_share_from_unequal_chances_covers_it() -> None:
    """1 in 15 of 3,000 was missed; the doubtful ones are drawn up to eight times as often as the others."""
    chance, covered = np.random.default_rng(9), []
    drawn = 0.02 + 0.14 * chance.random(3000) ** 3
    missed = chance.random(3000) < 0.04 + 0.6 * (drawn - 0.02)
    for _ in range(ROUNDS):
        sample = np.flatnonzero(chance.random(3000) < drawn)
        weights, hits = 1 / drawn[sample], missed[sample]
        told = intervals.sampled(weights[hits].tolist(), len(sample), weight=float(weights.sum()))
        covered.append(covers(told, float(missed.mean())))
    assert 0.93 <= np.mean(covered) <= 0.985


def test_a_change_that_is_none_is_called_clear_in_one_of_twenty_at_most() -> None:
    """Two periods of 60 ratings each, 80% satisfied in both; and with 60% in the second, most see the change."""
    chance = np.random.default_rng(8)
    for other, low, high in ((0.8, 0.0, 0.06), (0.55, 0.75, 1.0)):
        clear = [
            intervals.change(
                intervals.share(int(chance.binomial(60, 0.8)), 60), intervals.share(int(chance.binomial(60, other)), 60)
            )
            != 0
            for _ in range(ROUNDS)
        ]
        assert low <= np.mean(clear) <= high


@pytest.mark.parametrize(("freedom", "quantile"), [(1, 12.706), (2, 4.303), (5, 2.571), (10, 2.228), (100, 1.984)])
def test_student_s_quantile_is_that_of_the_tables(freedom: int, quantile: float) -> None:
    """Of two values 0 and 1 apart by their spread, the half width is the quantile times the standard error."""
    told = intervals.mean(Moments(freedom + 1, 0.0, 1.0))
    assert told is not None
    assert told.high is not None
    assert told.high * math.sqrt(freedom + 1) == pytest.approx(quantile, abs=0.001)


def test_what_is_all_alike_proves_nothing_about_the_next_one() -> None:
    told = intervals.mean(Moments(10, 5.0, 0.0), Scale(least=1.0, most=5.0, step=1.0))
    assert told is not None
    assert told.low == pytest.approx(5 - 2.262 / math.sqrt(110), abs=0.001)
    assert told.high == 5.0


def test_too_little_has_no_interval_and_nothing_is_no_figure() -> None:
    assert intervals.mean(Moments(0, 0.0, 0.0)) is None
    assert intervals.mean(Moments(1, 3.0, 0.0)) == Figure(3.0, None, None, 1)
    assert intervals.median(np.array([], dtype=np.int64)) is None
    assert intervals.median(np.array([4, 1, 9, 7, 2])) == Figure(4.0, None, None, 5), "five values cannot hold it"
    assert intervals.median(np.array([4, 1, 9, 7, 2, 8])) == Figure(5.5, 1.0, 9.0, 6)
    assert intervals.ratio(Pairs(3, 0.0, 8.0, 0.0, 1.0, 0.0)) is None, "a cost without any gain is no price"
    assert intervals.share(0, 0) is None
    assert intervals.change(Figure(0.5, 0.4, 0.6, 90), None) is None
    assert intervals.change(intervals.counted(7, of=7), intervals.counted(9, of=9)) is None
