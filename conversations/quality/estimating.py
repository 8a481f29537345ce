"""Shares with 95% intervals, from counts and from samples in which not everything was as likely to be drawn; pure."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from typing_extensions import TypedDict

from escalation.evaluation import wilson

Z = 1.959964  # of a 95% interval
PSEUDO = 0.5  # of a case of average weight, so that a few light ones do not look surer than they are


@dataclass(frozen=True)
class Estimate:
    """A share within 0..1, its 95% interval, and the number of cases that it rests on."""

    value: float
    low: float
    high: float
    of: int


@dataclass(frozen=True)
class Total:
    """How many there are in all, as far as a sample tells, with its 95% interval."""

    value: float
    low: float
    high: float


class EstimatedTotal(TypedDict):
    """A number with its 95% interval."""

    value: float
    low: float
    high: float


class EstimatedShare(EstimatedTotal):
    """A share within 0..1 with its 95% interval; it rests on `of` cases."""

    of: int


def shown(one: Estimate | None) -> EstimatedShare | None:
    """A share as REST tells it."""
    return None if one is None else {"value": one.value, "low": one.low, "high": one.high, "of": one.of}


def shown_total(one: Total | None) -> EstimatedTotal | None:
    """A total as REST tells it."""
    return None if one is None else {"value": one.value, "low": one.low, "high": one.high}


def share(hits: int, of: int) -> Estimate | None:
    """`hits` of `of` with Wilson's interval (E. B. Wilson, JASA 22, 1927); None of none."""
    return Estimate(hits / of, *wilson(hits, of), of) if of else None


def total(weights: Sequence[float], *, usual: float) -> Total:
    """How many there are of what was found with these weights, each the inverse of the probability to be found, >= 1.

    The estimate is Horvitz and Thompson's (JASA 47, 1952), its variance that of draws that are independent of each
    other, sum w (w - 1). The interval shifts and stretches that of a Poisson count to it, after Dobson, Kuulasmaa,
    Eberle and Scherer (Statistics in Medicine 10, 1991), with the score limits of the count. `usual` is the mean weight
    of all that was looked at: it stands for what nobody found. What was found is there, so it bounds the total below.
    """
    found, value = len(weights), sum(weights)
    unsure = sum(w * (w - 1) for w in weights) + PSEUDO * usual * (usual - 1)
    step = math.sqrt(max(unsure, 0.0) / (found + PSEUDO))
    low, high = _score(found)
    return Total(value, max(float(found), value + step * (low - found)), value + step * (high - found))


def scaled(weights: Sequence[float], *, stand_for: float) -> list[float]:
    """The weights of those that were judged, so that they stand for all that were drawn (Hájek 1971); at least 1 each.

    `stand_for` is the sum of the weights of all that were drawn.
    """
    known = sum(weights)
    return [max(1.0, weight * stand_for / known) for weight in weights] if known else []


def recall(found: Total, missed: Total, *, of: int) -> Estimate | None:
    """Found of all that should have been: found / (found + missed); None where neither was ever seen.

    The interval is that of the ratio missed / found by the MOVER-R of Donner and Zou (Statistical Methods in Medical
    Research 21, 2012), from the intervals of both, which rest on different cases. `of` cases stand behind it.
    """
    if found.value + missed.value <= 0:
        return None
    if found.value <= 0:
        return Estimate(0.0, 0.0, found.high / (found.high + max(missed.low, 1.0)), of)
    low, high = _ratio(missed, found)
    value = found.value / (found.value + missed.value)
    return Estimate(value, min(value, 1 / (1 + high)), max(value, 1 / (1 + low)), of)


def times(count: int, one: Estimate) -> Total:
    """A share of `count` as a total."""
    return Total(count * one.value, count * one.low, count * one.high)


def apart(now: Estimate | None, before: Estimate | None) -> bool:
    """Whether `now` is clearly lower: its whole interval lies below the other one."""
    return now is not None and before is not None and now.high < before.low


def _score(count: int) -> tuple[float, float]:
    """The score limits of a Poisson mean of which `count` were seen (Rao 1948); the Poisson twin of Wilson's."""
    middle, half = count + Z * Z / 2, Z * math.sqrt(count + Z * Z / 4)
    return max(0.0, middle - half), middle + half


def _ratio(above: Total, below: Total) -> tuple[float, float]:
    """The limits of above / below; the upper one is infinite where `below` may be none."""
    product = above.value * below.value
    low_part = above.low * below.high * (2 * above.value - above.low) * (2 * below.value - below.high)
    high_part = above.high * below.low * (2 * above.value - above.high) * (2 * below.value - below.low)
    low_under, high_under = (edge * (2 * below.value - edge) for edge in (below.high, below.low))
    low = (product - math.sqrt(max(0.0, product**2 - low_part))) / low_under if low_under > 0 else 0.0
    high = (product + math.sqrt(max(0.0, product**2 - high_part))) / high_under if high_under > 0 else math.inf
    return max(0.0, low), high
