"""Average linkage: groups whose members are near each other on average. SciPy has it too, and costs 30 MB a worker."""

import numpy as np
from numpy.typing import NDArray


def together(distances: NDArray[np.float32], most: float) -> list[list[int]]:
    """The numbers of the rows in groups: the two nearest join until none are within `most` on average.

    By chains of nearest neighbours (Murtagh 1983), in quadratic time: two that are nearest to each other may join at
    once, for no other joining brings anything nearer to either.
    """
    apart = np.maximum(distances, 0).astype(np.float64)
    np.fill_diagonal(apart, np.inf)
    groups = [[number] for number in range(len(apart))]
    open_ = set(range(len(apart)))
    chain: list[int] = []
    while open_:
        if not chain:
            chain.append(min(open_))
        last = chain[-1]
        nearest = _nearest(apart[last], chain)
        if apart[last, nearest] > most:
            open_.discard(last)  # nor is anything ever nearer to it
            apart[last], apart[:, last] = np.inf, np.inf
            chain.clear()
        elif len(chain) > 1 and nearest == chain[-2]:
            _join(apart, groups, last, nearest)
            open_.discard(nearest)
            del chain[-2:]
        else:
            chain.append(nearest)
    return [sorted(group) for group in groups if group]


def _nearest(row: NDArray[np.float64], chain: list[int]) -> int:
    """The nearest other group; of equally near ones the one before in the chain, so that no chain turns in a circle."""
    place = int(row.argmin())
    return chain[-2] if len(chain) > 1 and row[chain[-2]] <= row[place] else place


def _join(apart: NDArray[np.float64], groups: list[list[int]], into: int, gone: int) -> None:
    ours, theirs = len(groups[into]), len(groups[gone])
    means = (ours * apart[into] + theirs * apart[gone]) / (ours + theirs)
    means[into] = np.inf
    apart[into], apart[:, into] = means, means
    apart[gone], apart[:, gone] = np.inf, np.inf
    groups[into] += groups[gone]
    groups[gone] = []
