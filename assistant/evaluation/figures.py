"""Figures of a measurement: recall, refusal, calibration, each over labelled confidences."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

BINS = 10


@dataclass(frozen=True)
class Outcome:
    """One question: how sure the answer was, whether it was right, whether the knowledge held an answer at all."""

    confidence: float
    right: bool
    answerable: bool


def right_first(outcomes: list[Outcome]) -> float:
    """Share of the answerable questions whose first hit was right."""
    return float(np.mean([one.right for one in outcomes if one.answerable]))


def refused_at(outcomes: list[Outcome], answered: float) -> float:
    """Share of the unanswerable questions under the threshold that lets `answered` of the answerable through."""
    of_answerable = [one.confidence for one in outcomes if one.answerable]
    others = np.array([one.confidence for one in outcomes if not one.answerable])
    if not len(others):
        return float("nan")
    return float(np.mean(others < np.quantile(of_answerable, 1.0 - answered)))


def calibration_error(outcomes: list[Outcome]) -> float:
    """Expected calibration error over bins of equal number (Guo et al. 2017, with quantile bins)."""
    ordered = sorted(outcomes, key=lambda one: one.confidence)
    parts: list[NDArray[np.object_]] = np.array_split(np.array(ordered, dtype=object), BINS)
    gaps = [
        len(part) * abs(float(np.mean([one.confidence - one.right for one in part]))) for part in parts if len(part)
    ]
    return sum(gaps) / len(outcomes)


def interval(share: float, count: int) -> tuple[float, float]:
    """95% interval of a share of `count` cases (Wilson 1927)."""
    if not count:
        return 0.0, 1.0
    z = 1.96
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z * float(np.sqrt(share * (1 - share) / count + z * z / (4 * count * count))) / (1 + z * z / count)
    return middle - half, middle + half
