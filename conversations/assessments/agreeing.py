"""How far two reviewers of the same conversations agree on a question, beyond what chance alone would give; pure.

Cohen's kappa (Educational and Psychological Measurement 20, 1960; with squared weights on scales: Psychological
Bulletin 70, 1968) and Krippendorff's alpha ("Content Analysis", 2004; nominal, on scales interval) are both
1 - observed / expected disagreement: kappa expects what each reviewer's own habits make likely, alpha what those of
both do. Intervals are the jackknife's. Where no pair differs it sees no spread: then the lower end is what would stand
if as many pairs differed as Wilson's interval of none allows, on scales by one step.
"""

import itertools
import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import variance
from typing import Literal

from conversations.insights import intervals
from conversations.insights.intervals import Moments
from conversations.quality import estimating
from conversations.quality.estimating import Estimate
from escalation.evaluation import wilson

Pair = tuple[float, float]
Enough = Literal["none", "few", "some", "good"]
Statistic = Callable[[Sequence[Pair]], float | None]
FEW, SOME = 10, 30  # pairs: below the first nothing can be said, from the second on it stands
WISHED = 0.2  # how far an interval should reach to either side at most


@dataclass(frozen=True)
class Measured:
    """A coefficient, 1 for full agreement and 0 for that of chance, with its 95% interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Agreement:
    """Of how many pairs; the share that said the same; kappa and alpha, none where all say one and the same thing.

    `enough` is none, few, some or good; `needed` how many pairs would make the interval narrow, where it is not.
    """

    of: int
    same: Estimate | None
    kappa: Measured | None
    alpha: Measured | None
    enough: Enough
    needed: int | None


def agreement(pairs: Sequence[Pair]) -> Agreement:
    """What pairs of answers say; each answer is a number, 0..1 on a scale, its place in the list of choices else."""
    same = sum(first == second for first, second in pairs)
    found = measured(pairs, kappa)
    return Agreement(
        of=len(pairs),
        same=estimating.share(same, len(pairs)),
        kappa=found,
        alpha=measured(pairs, alpha),
        enough=_enough(len(pairs)),
        needed=_needed(len(pairs), found),
    )


def kappa(pairs: Sequence[Pair]) -> float | None:
    """Cohen's kappa; None where both always say the same one thing, so that chance explains all."""
    firsts, seconds = Counter(one for one, _ in pairs), Counter(two for _, two in pairs)
    expected = (
        sum(_apart(one, two) * n * m for one, n in firsts.items() for two, m in seconds.items()) / len(pairs) ** 2
    )
    return _beyond(pairs, expected)


def alpha(pairs: Sequence[Pair]) -> float | None:
    """Krippendorff's alpha of two reviewers who both answered."""
    values = Counter(value for pair in pairs for value in pair)
    of = 2 * len(pairs)
    expected = sum(_apart(one, two) * n * m for one, n in values.items() for two, m in values.items())
    return _beyond(pairs, expected / (of * (of - 1)))


def measured(pairs: Sequence[Pair], statistic: Statistic) -> Measured | None:
    """The coefficient with its interval; None without two pairs, or where there is nothing to agree on."""
    if len(pairs) < 2 or (value := statistic(pairs)) is None:
        return None
    if all(one == two for one, two in pairs):
        return Measured(value, _if_some_differed(pairs), 1.0)
    # A set without one pair may leave nothing to agree on; that pair then has no say in the spread.
    without = [statistic([*pairs[:at], *pairs[at + 1 :]]) for at in range(len(pairs))]
    pseudo = [len(pairs) * value - (len(pairs) - 1) * one for one in without if one is not None]
    told = intervals.mean(Moments(len(pseudo), value, variance(pseudo))) if len(pseudo) > 1 else None
    if told is None or told.low is None or told.high is None:
        return Measured(value, -1.0, 1.0)
    return Measured(value, max(-1.0, told.low), min(1.0, told.high))


def _beyond(pairs: Sequence[Pair], expected: float) -> float | None:
    if expected <= 0:
        return None
    return 1 - sum(_apart(one, two) for one, two in pairs) / len(pairs) / expected


def _apart(one: float, two: float) -> float:
    """How far two answers lie apart: on a scale by their squared distance; others by a whole number, which is 1."""
    return min(1.0, (one - two) ** 2)


def _if_some_differed(pairs: Sequence[Pair]) -> float:
    values = sorted({one for one, _ in pairs})
    step = min(_apart(one, two) for one, two in itertools.pairwise(values))
    spread = sum(_apart(one, two) for one, _ in pairs for two, _ in pairs) / len(pairs) ** 2
    return max(-1.0, 1 - (1 - wilson(len(pairs), len(pairs))[0]) * step / spread)


def _enough(of: int) -> Enough:
    if of == 0:
        return "none"
    return "few" if of < FEW else "some" if of < SOME else "good"


def _needed(of: int, found: Measured | None) -> int | None:
    if found is None:
        return FEW if of < FEW else None
    half = (found.high - found.low) / 2
    if half <= WISHED and of >= FEW:
        return None
    return max(FEW, 10 * math.ceil(of * (half / WISHED) ** 2 / 10))
