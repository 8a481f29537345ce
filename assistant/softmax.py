"""Softmax regression, fitted in NumPy: what scikit-learn would hold in every worker's memory (87 MB) for this alone."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]
Loss = Callable[[NDArray[np.float64]], tuple[float, NDArray[np.float64]]]
Steps = deque[tuple[NDArray[np.float64], NDArray[np.float64]]]

MOST_ROUNDS = 300
REMEMBERED = 10  # steps from which the curvature is guessed
FLAT = 1e-4  # largest slope at which it has arrived
ENOUGH = 1e-4  # of the fall that the slope promises


@dataclass(frozen=True)
class Softmax:
    """One column of weights for each class."""

    weights: Numbers
    bias: Numbers

    def log_chances(self, features: Numbers) -> Numbers:
        """Logarithms of the probabilities of each class, one row for each row of `features`."""
        return _log_softmax(features @ self.weights + self.bias)


def fit(
    features: Numbers, of: NDArray[np.int64], *, classes: int, strength: float, begin: Softmax | None = None
) -> Softmax:
    """Learn the class numbers `of` the rows; `strength` is the inverse of the regularisation, bias not counted.

    The result does not depend on where it begins; from what was learnt on like rows it is found sooner.
    """
    count, width = features.shape
    features = np.ascontiguousarray(features, dtype=np.float32)
    rows = np.arange(count)
    ridge = 1.0 / (strength * count)

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        table = flat.reshape(width + 1, classes)
        logs = _log_softmax(features @ table[:-1].astype(np.float32) + table[-1].astype(np.float32))
        value = -float(logs[rows, of].mean(dtype=np.float64)) + ridge / 2 * float((table[:-1] ** 2).sum())
        off = np.exp(logs)
        off[rows, of] -= 1.0
        slope = np.vstack([features.T @ off, off.sum(axis=0)]).astype(np.float64) / count
        slope[:-1] += ridge * table[:-1]
        return value, slope.ravel()

    start = np.vstack([begin.weights, begin.bias]) if begin else np.zeros((width + 1, classes))
    found = _lowest(loss, start.astype(np.float64).ravel()).reshape(width + 1, classes).astype(np.float32)
    return Softmax(found[:-1], found[-1])


def _log_softmax(scores: Numbers) -> Numbers:
    shifted = scores - scores.max(axis=1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True)), dtype=np.float32)


def _lowest(loss: Loss, start: NDArray[np.float64]) -> NDArray[np.float64]:
    """Where the convex `loss` is least: L-BFGS with steps halved until they fall (Nocedal and Wright 2006, 7.4)."""
    place, steps = start, Steps(maxlen=REMEMBERED)
    value, slope = loss(place)
    for _ in range(MOST_ROUNDS):
        if float(np.abs(slope).max()) < FLAT:
            break
        way = -_bent(slope, steps)
        promised, length = float(slope @ way), 1.0 if steps else 1.0 / float(np.linalg.norm(slope))
        there, next_slope = loss(place + length * way)
        while there > value + ENOUGH * length * promised and length > 1e-8:
            length /= 2
            there, next_slope = loss(place + length * way)
        step, change = length * way, next_slope - slope
        if float(step @ change) > 1e-12:
            steps.append((step, change))
        place, value, slope = place + step, there, next_slope
    return place


def _bent(slope: NDArray[np.float64], steps: Steps) -> NDArray[np.float64]:
    """The slope through the curvature of the last steps."""
    way, parts = slope.copy(), []
    for step, change in reversed(steps):
        part = float(step @ way) / float(step @ change)
        way -= part * change
        parts.append(part)
    if steps:
        step, change = steps[-1]
        way *= float(step @ change) / float(change @ change)
    for (step, change), part in zip(steps, reversed(parts), strict=True):
        way += (part - float(change @ way) / float(step @ change)) * step
    return way
