"""Agreement beyond chance, against examples worked out by hand."""

from random import Random

import pytest

from conversations.assessments import agreeing
from conversations.assessments.agreeing import Pair


def pairs(table: dict[Pair, int]) -> list[Pair]:
    """So many of each pair."""
    return [pair for pair, times in table.items() for _ in range(times)]


# Both yes 20, both no 15, first alone yes 5, second alone yes 10: 35 of 50 the same.
GRANTS = pairs({(1, 1): 20, (0, 0): 15, (1, 0): 5, (0, 1): 10})


def test_kappa_of_a_table() -> None:
    """Expected to be the same: (25*30 + 25*20) / 50^2 = 0.5; (0.7 - 0.5) / (1 - 0.5) = 0.4."""
    assert agreeing.kappa(GRANTS) == pytest.approx(0.4)


def test_alpha_of_a_table() -> None:
    """55 yes and 45 no: expected to differ 2*55*45 / (100*99) = 0.5 of all; 1 - 0.3/0.5 = 0.4."""
    assert agreeing.alpha(GRANTS) == pytest.approx(1 - 0.3 / (2 * 55 * 45 / (100 * 99)))


def test_on_a_scale_one_step_apart_is_nearer_than_four() -> None:
    """Steps are 0, ¼ … 1: one pair of four by one step against one by all of them."""
    near = [(0.0, 0.0), (1.0, 1.0), (0.5, 0.5), (0.5, 0.75)]
    far = [(0.0, 0.0), (1.0, 1.0), (0.5, 0.5), (0.0, 1.0)]
    one, other = agreeing.kappa(near), agreeing.kappa(far)
    assert one is not None
    assert other is not None
    assert one > 0.9
    assert other < 0.5


def test_where_all_say_the_same_one_thing_there_is_nothing_to_measure() -> None:
    told = agreeing.agreement([(1.0, 1.0)] * 12)
    assert (told.kappa, told.alpha, told.enough) == (None, None, "some")
    assert told.same is not None
    assert (told.same.value, told.same.of) == (1.0, 12)


def test_full_agreement_of_few_is_not_sure() -> None:
    told = agreeing.measured([(1.0, 1.0), (0.0, 0.0)] * 4, agreeing.kappa)
    assert told is not None
    assert (told.value, told.high) == (1.0, 1.0)
    assert 0 < told.low < 0.6


def test_how_few_there_are_is_said() -> None:
    """A wide interval of 50 asks for more; with four times as many of the same it is half as wide."""
    few, many = agreeing.agreement(GRANTS[:6]), agreeing.agreement(GRANTS * 8)
    whole = agreeing.agreement(GRANTS)
    assert (few.enough, whole.enough, many.enough) == ("few", "good", "good")
    assert whole.needed is not None
    assert 60 <= whole.needed <= 100
    assert many.needed is None
    assert agreeing.agreement([]) == agreeing.Agreement(0, None, None, None, "none", 10)


def test_the_interval_holds_the_truth() -> None:
    """Of 200 samples of 40 pairs with a kappa of 0.6 about 190 intervals hold it; the jackknife's are a bit short."""
    chance, held = Random(7), 0
    for _ in range(200):
        sample: list[Pair] = []
        for _ in range(40):
            first = float(chance.random() < 0.6)
            sample.append((first, first if chance.random() < 0.6 else float(chance.random() < 0.6)))
        told = agreeing.measured(sample, agreeing.kappa)
        held += told is not None and told.low <= 0.6 <= told.high
    assert held >= 176
