"""What a stated interval is worth: it covers the truth as often as it says, whatever the sample was drawn like."""

from random import Random

import numpy as np
import pytest

from conversations.quality import estimating, sampling
from conversations.quality.estimating import Estimate, Total

ROUNDS = 1500
WORLDS = {  # conversations alone, reviewed, handed over, share of misses, share of handovers with a label
    "a busy month": (3000, 500, 150, 0.01, 0.6),
    "few reviews of many": (12000, 700, 600, 0.01, 0.5),
    "a small company that reviews half": (400, 200, 40, 0.02, 0.7),
    "many misses": (1200, 300, 60, 0.03, 0.5),
}


@pytest.mark.parametrize("world", WORLDS)
def test_the_95_percent_interval_of_recall_covers_the_truth_as_often_as_it_says(world: str) -> None:
    talks, reviews, handovers, missing, labelled = WORLDS[world]
    chance = np.random.default_rng(7)
    doubts = chance.beta(1.2, 4, talks)
    drawn = np.array(sampling.probabilities(doubts.tolist(), reviews))
    missed_by = np.minimum(1, doubts**2 / np.mean(doubts**2) * missing)
    edges = np.concatenate([[0], np.cumsum(drawn)])
    covered = 0
    for _ in range(ROUNDS):
        missed, start = chance.random(talks) < missed_by, chance.random()
        sample = np.flatnonzero(np.floor(edges[1:] - start) > np.floor(edges[:-1] - start))
        judged = sample[chance.random(len(sample)) < 0.9]
        weights = estimating.scaled((1 / drawn[judged]).tolist(), stand_for=float((1 / drawn[sample]).sum()))
        found = [weight for weight, miss in zip(weights, missed[judged], strict=True) if miss]
        right, said = chance.random(handovers) < 0.85, chance.random(handovers) < labelled
        precise = estimating.share(int((right & said).sum()), int(said.sum()))
        assert precise is not None
        total = estimating.total(found, usual=sum(weights) / len(weights))
        told = estimating.recall(estimating.times(handovers, precise), total, of=len(found))
        assert told is not None
        assert told.low <= told.value <= told.high
        covered += told.low <= right.sum() / (right.sum() + missed.sum()) <= told.high
    assert 0.93 <= covered / ROUNDS <= 0.97


@pytest.mark.parametrize(("share", "cases"), [(0.9, 40), (0.5, 25), (0.97, 200), (0.2, 60)])
def test_wilsons_interval_covers_a_share_93_to_97_percent_of_the_time(share: float, cases: int) -> None:
    hits = np.random.default_rng(3).binomial(cases, share, 4000)
    told = [estimating.share(int(hit), cases) for hit in range(cases + 1)]
    covered = np.mean([one is not None and one.low <= share <= one.high for one in (told[hit] for hit in hits)])
    assert 0.93 <= covered <= 0.97


def test_the_total_is_that_of_horvitz_and_thompson_on_average() -> None:
    chance, missed = Random(5), {3, 17, 30, 41}
    chances = sampling.probabilities([(place % 10) / 10 for place in range(60)], 15)
    totals = [
        sum(1 / chances[place] for place in sampling.draw(chances, chance) if place in missed) for _ in range(4000)
    ]
    assert np.mean(totals) == pytest.approx(len(missed), rel=0.05)


def test_where_everything_was_looked_at_nothing_is_uncertain() -> None:
    assert estimating.total([1.0, 1.0], usual=1.0) == Total(2.0, 2.0, 2.0)
    assert estimating.total([], usual=1.0) == Total(0.0, 0.0, 0.0)


def test_finding_no_miss_in_few_reviews_says_little() -> None:
    few, many = (estimating.total([], usual=usual) for usual in (20.0, 2.0))
    assert (few.value, few.low) == (0.0, 0.0)
    assert few.high > 50 > many.high
    told = estimating.recall(Total(30, 25, 30), few, of=30)
    assert told is not None
    assert (told.value, told.high) == (1.0, 1.0)
    assert told.low < 0.5


def test_what_was_found_bounds_the_total() -> None:
    assert estimating.total([1.1, 1.1, 40.0], usual=12.0).low >= 3


def test_nothing_said_is_no_number() -> None:
    assert estimating.share(0, 0) is None
    assert estimating.recall(Total(0, 0, 0), Total(0, 0, 0), of=0) is None
    nothing_found = estimating.recall(Total(0, 0, 4), Total(3, 1, 9), of=3)
    assert nothing_found is not None
    assert (nothing_found.value, nothing_found.low) == (0.0, 0.0)
    assert 0 < nothing_found.high < 1


def test_a_drop_is_clear_only_where_the_intervals_lie_apart() -> None:
    high, lower = Estimate(0.9, 0.84, 0.95, 100), Estimate(0.8, 0.7, 0.85, 40)
    assert estimating.apart(Estimate(0.6, 0.5, 0.7, 60), high)
    assert not estimating.apart(lower, high)
    assert not estimating.apart(high, lower)
    assert not estimating.apart(None, high)
