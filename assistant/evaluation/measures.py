"""The measures of retrieval: each a value, its number of cases and a 95% interval."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np

from assistant.evaluation import bench, figures, fitting
from assistant.evaluation.bench import Ask, Bench
from assistant.evaluation.figures import Outcome
from assistant.evaluation.fitting import Eyes, Family, Seen

DRAWS = 500
SEED = 7


class Measured(NamedTuple):
    """A figure over some cases."""

    value: float
    cases: int
    low: float
    high: float


def share(hits: int, cases: int) -> Measured:
    """A share of cases with Wilson's interval."""
    value = hits / cases if cases else 0.0
    return Measured(value, cases, *figures.interval(value, cases))


def right_first(outcomes: Sequence[Outcome]) -> Measured:
    """Share of the answerable questions whose first hit was right."""
    right = [one.right for one in outcomes if one.answerable]
    return share(sum(right), len(right))


def refused(outcomes: Sequence[Outcome], answered: float) -> Measured:
    """Share of the unanswerable ones that are refused where `answered` of the others are let through."""
    cases = sum(not one.answerable for one in outcomes)
    value = figures.refused_at(list(outcomes), answered)
    return Measured(value, cases, *_drawn(outcomes, lambda drawn: figures.refused_at(drawn, answered)))


def calibration_error(outcomes: Sequence[Outcome]) -> Measured:
    """Expected calibration error; its interval is by resampling, and so lies above the value."""
    value = figures.calibration_error(list(outcomes))
    return Measured(value, len(outcomes), *_drawn(outcomes, figures.calibration_error))


def _drawn(outcomes: Sequence[Outcome], figure: Callable[[list[Outcome]], float]) -> tuple[float, float]:
    """95% of what `figure` gives on DRAWS fixed resamples."""
    dice = np.random.default_rng(SEED)
    found = [
        figure([outcomes[place] for place in row]) for row in dice.integers(0, len(outcomes), (DRAWS, len(outcomes)))
    ]
    low, high = np.nanquantile(found, [0.025, 0.975])
    return float(low), float(high)


@dataclass(frozen=True)
class OfRetrieval:
    """What retrieval made of the companies written for this project, each by a fit that saw nothing of it."""

    english: Sequence[tuple[Bench, Outcome]]
    abroad: Sequence[tuple[Bench, Outcome]]

    def asked(self, ask: Ask) -> list[Outcome]:
        """English outcomes of one kind of unanswerable question, with the answerable ones beside it."""
        return [outcome for one, outcome in self.english if one.ask is ask]

    def in_other_languages(self) -> list[Outcome]:
        """Outcomes of the questions in other languages."""
        return [outcome for _, outcome in self.abroad]


def of_retrieval(data: Path, say: Callable[[str], None]) -> OfRetrieval:
    """Read the companies and the public sets in `data`, fit with each company left out, and search."""
    eyes = Eyes()

    def see(one: Bench) -> Seen:
        say(f"reading {one.name}: {len(one.articles)} articles, {len(one.asked)} questions")
        return eyes.see(one)

    english = [see(one) for one in bench.all_ways(bench.own())]
    public = [see(one) for one in bench.public(data)]
    abroad = [see(one) for one in bench.in_other_languages()]
    return OfRetrieval(
        _held_out(english, public, fitting.ENGLISH, say), _held_out(abroad, [*english, *public], fitting.OTHER, say)
    )


def _held_out(
    seen: Sequence[Seen], also: Sequence[Seen], family: Family, say: Callable[[str], None]
) -> list[tuple[Bench, Outcome]]:
    """The outcomes of each group of `seen` by a fit on other groups and on `also`."""
    found: list[tuple[Bench, Outcome]] = []
    for part in fitting.left_out([one.bench.group for one in seen]):
        say(f"fitting {family.name} without {', '.join(sorted(part))}")
        fitted = fitting.fit([one for one in (*seen, *also) if one.bench.group not in part], family)
        for one in seen:
            if one.bench.group in part:
                found += [(one.bench, outcome) for outcome in fitting.outcomes(one, fitted)]
    return found
