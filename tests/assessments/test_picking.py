"""What a list draws: evenly from its strata, the same ones for the same seed, each as likely as is kept."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.assessments import picking
from conversations.assessments.picking import Candidate

SIZES = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 40), min_size=1)


def frame(sizes: dict[str, int]) -> list[Candidate]:
    """So many candidates of each stratum."""
    return [Candidate(f"{name}{number}", name) for name, size in sizes.items() for number in range(size)]


@pytest.mark.parametrize(
    ("sizes", "most", "places"),
    [
        ({"a": 10, "b": 10}, 4, {"a": 2, "b": 2}),
        ({"a": 10, "b": 1, "c": 5}, 7, {"a": 3, "b": 1, "c": 3}),
        ({"a": 10, "b": 3}, 5, {"a": 3, "b": 2}),  # what is left over goes to the largest
        ({"a": 2, "b": 1}, 9, {"a": 2, "b": 1}),
    ],
)
def test_each_stratum_has_its_share(sizes: dict[str, int], most: int, places: dict[str, int]) -> None:
    assert picking.allocated(sizes, most) == places
    assert Counter(one.stratum for one in picking.pick(frame(sizes), most, seed="x")) == places


@settings(max_examples=30, deadline=None)
@given(SIZES, st.integers(1, 60), st.text(min_size=1, max_size=5))
def test_a_drawing_is_right_whatever_there_is(sizes: dict[str, int], most: int, seed: str) -> None:
    candidates = frame(sizes)
    drawn = picking.pick(candidates, most, seed=seed)
    assert len(drawn) == min(most, len(candidates))
    assert drawn == picking.pick(candidates[::-1], most, seed=seed)  # the same, in whatever order they come
    # The inverse of the probabilities adds up to how many there are, unless some strata had no place.
    if len(sizes) <= most:
        assert sum(1 / one.probability for one in drawn) == pytest.approx(len(candidates))


def test_what_was_not_drawn_may_go_without_a_change() -> None:
    candidates = frame({"a": 30})
    drawn = {one.key for one in picking.pick(candidates, 8, seed="s")}
    left = [one for one in candidates if one.key in drawn or one.key.endswith(("1", "2"))]
    assert {one.key for one in picking.pick(left, 8, seed="s")} == drawn


def test_each_is_drawn_as_often_as_its_probability_says() -> None:
    """Of 20 draw 5 with 1000 seeds: each comes about 250 times (standard deviation 14)."""
    candidates = frame({"a": 12, "b": 8})
    times = Counter(one.key for seed in range(1000) for one in picking.pick(candidates, 5, seed=str(seed)))
    chances = {one.key: one.probability for one in picking.pick(candidates, 5, seed="0")}
    assert all(abs(times[one.key] - 1000 / 4) < 65 for one in candidates)
    assert set(chances.values()) == {0.25}
