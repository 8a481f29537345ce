"""How long a wait will be: the range in which 8 of 10 waits like it ended, worked out from those that there were.

Waits like it are the nearest in what matters: how many are ahead for each seat of the people at work, how many seats
there are, the hour of the week, and how long ago it was. Waits that nobody ended, because the customer left or still
waits, count as long as they lasted (Kaplan and Meier 1958, with weights): who forgets them tells short waits only.
Where fewer than so many are like it there is no range. What was told lately and did not hold moves the two ends
(after Gibbs and Candès 2021), so that a change of the desk's pace is learnt within some dozens of waits.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
OUTSIDE = 0.1  # the share of waits that may end before the range, and as many after it
NEAREST = 160
LEAST = 25.0  # waits that a range must rest on, by the weights that they have
FARTHEST = 1.2  # beyond that distance a wait is not like it
WEEK = 168
HOURS_APART, DAYS_APART = 10.0, 60.0  # that count as much as a queue e times as long
MOVES = 0.8  # how much of an error in the share the ends move by
TRUSTED_AFTER = 30.0  # promises, until what did not hold counts for half
NARROWEST, WIDEST = 0.02, 0.35


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody who waits stands before: the hour of the week, those ahead, and the seats of people at work."""

    hour: int
    place: int
    seats: int
    free: int

    @property
    def ahead(self) -> float:
        """How many have to be done before there is a seat for this one."""
        return float(max(0, self.place - self.free))


@dataclass(frozen=True, slots=True, eq=False)
class Past:
    """Waits of before, one number of each in every column: seconds waited, whether a person then came, days ago."""

    hour: Numbers
    ahead: Numbers
    seats: Numbers
    days: Numbers
    waited: Numbers
    came: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.waited)


@dataclass(frozen=True, slots=True)
class Range:
    """From the moment at which it is told: seconds."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Held:
    """Of ranges that were told lately and whose wait is over: how many, and how many ended before and after theirs."""

    told: int = 0
    early: int = 0
    late: int = 0


def estimate(past: Past, now: Standing, held: Held = Held()) -> Range | None:
    """The range in which the wait will end in 8 of 10 cases; None where too little is known, or nobody is at work."""
    if now.seats == 0 or len(past) < LEAST:
        return None
    far = _distances(past, now)
    near = np.argsort(far, kind="stable")[:NEAREST]
    near = near[far[near] < FARTHEST]
    weights = (1 - (far[near] / FARTHEST) ** 3) ** 3
    if _worth(weights) < LEAST or _worth(weights[past.came[near]]) < LEAST / 2:
        return None
    waited = past.waited[near] * _pace(past, now, near)
    ends = _quantiles(
        waited, past.came[near], weights, (_level(held.told, held.early), 1 - _level(held.told, held.late))
    )
    if ends is None:
        return None
    return rounded(*ends)


def rounded(low: float, high: float) -> Range:
    """As one tells it: half minutes, whole minutes, then steps of five."""
    step = 30.0 if high < 180 else 60.0 if high < 1200 else 300.0
    first = math.floor(low / step + 0.5) * step
    return Range(int(first), int(max(first + step, math.floor(high / step + 0.5) * step)))


def left_of(told: Range, gone: float) -> Range | None:
    """What is left of a range that was told `gone` seconds ago; None once all of it is gone."""
    high = told.high - gone
    return None if high <= 0 else rounded(max(0.0, told.low - gone), high)


def _distances(past: Past, now: Standing) -> Numbers:
    queue = np.log((past.ahead + 0.5) / np.maximum(past.seats, 0.5))
    mine = math.log((now.ahead + 0.5) / now.seats)
    apart = np.abs(past.hour - now.hour)
    hours = np.minimum(apart, WEEK - apart) % 24  # the same hour of another day is near, of the same day nearer
    hours = np.minimum(hours, 24 - hours) + 0.05 * np.minimum(apart, WEEK - apart)
    seats = np.abs(np.log(np.maximum(past.seats, 0.25) / now.seats))
    served = np.where((past.ahead > 0) == (now.ahead > 0), 0.0, FARTHEST)  # at once is another thing than in turn
    far: Numbers = np.abs(queue - mine) + 0.7 * seats + hours / HOURS_APART * 0.5 + past.days / DAYS_APART + served
    return far


def _pace(past: Past, now: Standing, near: NDArray[np.intp]) -> Numbers | float:
    """How much longer this one takes than each of those, since more or fewer are ahead for each seat."""
    if now.ahead == 0:
        return 1.0
    mine, theirs = now.ahead / now.seats, past.ahead[near] / np.maximum(past.seats[near], 1.0)
    scaled: Numbers = np.clip(mine / np.maximum(theirs, 0.01), 0.5, 2.0)
    return scaled


def _worth(weights: Numbers) -> float:
    """How many waits of the same weight these are worth (Kish 1965)."""
    return float(weights.sum() ** 2 / (weights**2).sum()) if len(weights) else 0.0


def _level(told: int, outside: int) -> float:
    """The share to leave outside at one end, moved by how many were outside lately."""
    if told == 0:
        return OUTSIDE
    trust = told / (told + TRUSTED_AFTER)
    return min(WIDEST, max(NARROWEST, OUTSIDE + MOVES * trust * (OUTSIDE - outside / told)))


def _quantiles(
    waited: Numbers, came: NDArray[np.bool_], weights: Numbers, shares: tuple[float, float]
) -> tuple[float, float] | None:
    """The waits before which these shares were taken; None where too many are still waiting to know the longer one."""
    order = np.lexsort((~came, waited))
    waited, came, weights = waited[order], came[order], weights[order]
    at_risk = np.cumsum(weights[::-1])[::-1]
    alive = np.cumprod(np.where(came, 1 - weights / at_risk, 1.0))
    found = [np.flatnonzero((1 - alive >= share) & came) for share in shares]
    if any(len(one) == 0 for one in found):
        return None
    first, last = (float(waited[one[0]]) for one in found)
    return first, last
