"""What is drawn for review: the doubtful more often, everything with a chance, and as often as it says."""

from random import Random

import pytest

from conversations.quality import sampling

DOUBTS = [0.0, 0.1, 0.3, 0.5, 0.9, 1.0, 0.2, 0.0, 0.7, 0.4]


def test_the_probabilities_add_up_to_what_is_drawn_and_rise_with_doubt() -> None:
    chances = sampling.probabilities(DOUBTS, 4)
    assert sum(chances) == pytest.approx(4)
    assert sorted(DOUBTS) == [doubt for _, doubt in sorted(zip(chances, DOUBTS, strict=True))]
    assert min(chances) > 0.05


def test_nobody_is_drawn_with_more_than_certainty() -> None:
    chances = sampling.probabilities([1.0, 1.0, 0.0, 0.0, 0.0, 0.0], 4)
    assert chances[:2] == [1.0, 1.0]
    assert sum(chances) == pytest.approx(4)
    assert sampling.probabilities([0.3, 0.0], 12) == [1.0, 1.0]
    assert sampling.probabilities([], 12) == []


def test_each_is_drawn_as_often_as_its_probability_says() -> None:
    chances, chance, often = sampling.probabilities(DOUBTS, 4), Random(11), [0] * len(DOUBTS)
    for _ in range(6000):
        places = sampling.draw(chances, chance)
        assert len(places) == 4
        for place in places:
            often[place] += 1
    assert [count / 6000 for count in often] == pytest.approx(chances, abs=0.025)


def test_certain_ones_are_always_drawn() -> None:
    assert sampling.draw([1.0, 1.0, 1.0], Random(1)) == [0, 1, 2]
    assert sampling.draw([], Random(1)) == []
