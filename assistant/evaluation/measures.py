"""The measures of retrieval: each a value, its number of cases and a 95% interval."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from assistant.evaluation import bench, figures, fitting
from assistant.evaluation.figures import Outcome
from assistant.evaluation.fitting import Seen
from assistant.knowledge import confidence
from assistant.knowledge.views import FEATURES

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


def of_retrieval(data: Path, say: Callable[[str], None]) -> tuple[list[Outcome], list[Outcome]]:
    """Outcomes on the own companies, English and other languages, each by a fit that saw nothing of the company."""

    def see(one: bench.Bench) -> Seen:
        say(f"reading {one.name}: {len(one.articles)} articles, {len(one.asked)} questions")
        return fitting.see(one)

    own = bench.own()
    english = [see(one) for company in own for one in (company, *bench.with_questions(company))]
    public = [see(one) for one in bench.public(data)]
    abroad = [see(one) for one in bench.in_other_languages()]
    say("fitting")
    return (
        _held_out(english, public, views=FEATURES, signs=confidence.SIGNS),
        _held_out(abroad, [*english, *public], views=fitting.READ_BY_ALL, signs=fitting.SIGNS_FOR_ALL),
    )


def _held_out(
    seen: Sequence[Seen], also: Sequence[Seen], *, views: Sequence[str], signs: Sequence[str]
) -> list[Outcome]:
    """The outcomes of each group of `seen` by a fit on the other groups and on `also`."""
    found: list[Outcome] = []
    for group in dict.fromkeys(one.bench.group for one in seen):
        fitted = fitting.fit([one for one in (*seen, *also) if one.bench.group != group], views=views, signs=signs)
        for one in seen:
            if one.bench.group == group:
                found += fitting.outcomes(one, fitted)
    return found
