"""Figures with 95% intervals, from counts and moments, and whether one is clearly another than one before; pure."""

import math
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from conversations.quality import estimating

Z = NormalDist().inv_cdf(0.975)
EXACT_UP_TO = 200  # cases of which the interval of a median is worked out from the binomial distribution itself


@dataclass(frozen=True)
class Figure:
    """A number, its 95% interval (None where none can be told, or where it was simply counted), and of how many."""

    value: float
    low: float | None
    high: float | None
    of: int


@dataclass(frozen=True)
class Scale:
    """Between which values something can lie, and its smallest step; 0 where there is none."""

    least: float = -math.inf
    most: float = math.inf
    step: float = 0.0


ANY = Scale()
Known = tuple[float, float, float]  # a value, and the low and the high end of its interval


@dataclass(frozen=True)
class Moments:
    """So many values, their mean and the variance of the sample."""

    count: int
    mean: float
    variance: float


@dataclass(frozen=True)
class Pairs:
    """Of so many cases a cost y and a gain x: both means, and the sums of squares and products around them."""

    count: int
    mean_x: float
    mean_y: float
    sxx: float
    syy: float
    sxy: float


def share(hits: int, of: int) -> Figure | None:
    """`hits` of `of`, with Wilson's interval (E. B. Wilson, JASA 22, 1927); None of none."""
    found = estimating.share(hits, of)
    return None if found is None else Figure(found.value, found.low, found.high, found.of)


def mean(told: Moments, scale: Scale = ANY) -> Figure | None:
    """The mean, with Student's interval; None of none, and without an interval of fewer than two.

    Values that are all alike prove nothing about the next one: the variance counts at least as much as if one case more
    had been one step away.
    """
    if told.count == 0:
        return None
    if told.count == 1:
        return Figure(told.mean, None, None, 1)
    variance = max(told.variance, scale.step**2 / (told.count + 1))
    half = _student(told.count - 1) * math.sqrt(variance / told.count)
    return Figure(told.mean, max(scale.least, told.mean - half), min(scale.most, told.mean + half), told.count)


def median(values: NDArray[np.int64]) -> Figure | None:
    """The median, between the order statistics that hold it in 95 of 100 samples; None of none.

    W. J. Conover, Practical Nonparametric Statistics, 3.2. Of fewer than six cases no two of them do.
    """
    count = len(values)
    if count == 0:
        return None
    ordered = np.sort(values)
    middle = float(ordered[(count - 1) // 2] + ordered[count // 2]) / 2
    rank = _rank(count)
    if rank == 0:
        return Figure(middle, None, None, count)
    return Figure(middle, float(ordered[rank - 1]), float(ordered[count - rank]), count)


def ratio(told: Pairs) -> Figure | None:
    """Mean cost by mean gain, such as money by what was gained with it; None where nothing was gained.

    The interval is the delta method's (W. G. Cochran, Sampling Techniques, 6.3), for cases that are independent.
    """
    if told.count == 0 or told.mean_x <= 0:
        return None
    value = told.mean_y / told.mean_x
    if told.count == 1:
        return Figure(value, None, None, 1)
    spread = max(0.0, told.syy - 2 * value * told.sxy + value**2 * told.sxx) / (told.count - 1)
    half = _student(told.count - 1) * math.sqrt(spread / told.count) / told.mean_x
    return Figure(value, max(0.0, value - half), value + half, told.count)


def sampled(hits: list[float], judged: int, *, weight: float) -> Figure | None:
    """The share of all, from cases drawn with unequal chances: the hits' weights among `judged` of `weight` in all.

    Weights are inverse probabilities (Hájek's mean); the interval is that of `estimating.total`.
    """
    if judged == 0 or weight <= 0:
        return None
    total = estimating.total([max(1.0, one) for one in hits], usual=max(1.0, weight / judged))
    value = min(1.0, sum(hits) / weight)
    return Figure(value, max(0.0, min(value, total.low / weight)), min(1.0, max(value, total.high / weight)), judged)


def counted(number: float, *, of: int) -> Figure:
    """What was counted to the last one, and so has no interval."""
    return Figure(number, None, None, of)


def change(now: Figure | None, before: Figure | None) -> float | None:
    """By how much it clearly changed; 0.0 where that cannot be said, None where there is nothing to compare."""
    if now is None or before is None:
        return None
    if now.low is None or now.high is None or before.low is None or before.high is None:
        return None
    low, high = difference((now.value, now.low, now.high), (before.value, before.low, before.high))
    return now.value - before.value if low > 0 or high < 0 else 0.0


def difference(one: Known, other: Known) -> tuple[float, float]:
    """The interval of `one` less `other`, from the intervals of both.

    MOVER: G. Y. Zou and A. Donner, Statistics in Medicine 27, 2008; of Wilson's intervals it is Newcombe's.
    """
    (value, low, high), (other_value, other_low, other_high) = one, other
    down = math.hypot(value - low, other_high - other_value)
    up = math.hypot(high - value, other_value - other_low)
    return value - other_value - down, value - other_value + up


def _rank(count: int) -> int:
    """The rank, from either end, of the order statistics that hold the median; 0 where there are none."""
    if count > EXACT_UP_TO:
        return max(0, math.floor((count - Z * math.sqrt(count)) / 2))
    below, rank = 0, 0
    while (below + math.comb(count, rank)) * 40 <= 2**count:
        below += math.comb(count, rank)
        rank += 1
    return rank


def _student(freedom: int) -> float:
    """The 0.975 quantile of Student's t: exact for 1 and 2, else its expansion (Abramowitz and Stegun, 26.7.5)."""
    if freedom == 1:
        return math.tan(math.pi * 0.475)
    if freedom == 2:
        return 2 * 0.475 * math.sqrt(2 / (1 - (2 * 0.475) ** 2))
    terms = (
        Z,
        (Z**3 + Z) / 4,
        (5 * Z**5 + 16 * Z**3 + 3 * Z) / 96,
        (3 * Z**7 + 19 * Z**5 + 17 * Z**3 - 15 * Z) / 384,
        (79 * Z**9 + 776 * Z**7 + 1482 * Z**5 - 1920 * Z**3 - 945 * Z) / 92160,
    )
    return math.fsum(term / freedom**power for power, term in enumerate(terms))
