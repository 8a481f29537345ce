"""Average linkage of our own puts together what SciPy's does."""

import time

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from assistant.gaps.linkage import together


def distances(count: int, seed: int) -> NDArray[np.float32]:
    """Of points that lie in heaps."""
    dice = np.random.default_rng(seed)
    points = dice.normal(size=(max(count // 4, 1), 6))[dice.integers(0, max(count // 4, 1), count)]
    points = points + 0.3 * dice.normal(size=points.shape)
    return np.asarray(np.linalg.norm(points[:, None] - points[None], axis=2), dtype=np.float32)


@pytest.mark.parametrize("count", [2, 3, 10, 60, 200])
@pytest.mark.parametrize("most", [0.5, 0.9, 2.0, 100.0])
def test_the_same_groups_as_scipy(count: int, most: float) -> None:
    apart = distances(count, seed=count)
    labels = fcluster(linkage(squareform(apart, checks=False), "average"), most, "distance")
    theirs = {frozenset(np.flatnonzero(labels == label).tolist()) for label in set(labels.tolist())}
    assert {frozenset(group) for group in together(apart, most)} == theirs


def test_the_same_question_many_times_is_one_group() -> None:
    assert together(np.zeros((5, 5), dtype=np.float32), 0.5) == [[0, 1, 2, 3, 4]]


def test_none_and_one_are_groups_of_their_own() -> None:
    assert together(np.zeros((0, 0), dtype=np.float32), 0.5) == []
    assert together(np.zeros((1, 1), dtype=np.float32), 0.5) == [[0]]


def test_two_thousand_take_less_than_two_seconds() -> None:
    apart = distances(2000, seed=1)
    began = time.process_time()
    together(apart, 0.9)
    assert time.process_time() - began < 2.0
