"""One signal from examples to weights and figures: fit on the training part, set the threshold, measure the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from escalation.evaluation import Chosen, Figure, angry, happy, measure, neutral
from escalation.public_data import Example
from escalation.signals import training
from escalation.signals.model import Weights
from escalation.signals.sensing import THRESHOLD, Sensor

# The share of each kind of held-out message that the model may flag: somewhat under the goals, for text from elsewhere.
FALSE_ALARMS: dict[str, tuple[tuple[Chosen, float], ...]] = {
    "asks_human": ((neutral, 0.002),),
    "anger": ((neutral, 0.01), (happy, 0.065)),
    "distress": ((neutral, 0.003), (angry, 0.012)),
}
FEWEST = 50  # under so many messages of a kind a share says nothing; then half of the near misses is the border


@dataclass(frozen=True, slots=True, eq=False)
class Taught:
    """A signal's weights and how well they do."""

    weights: Weights
    figures: list[Figure]


def teach(signal: str, examples: Sequence[Example], vectors: NDArray[np.float32]) -> Taught:
    """Weights from the training part of the examples, one vector each; figures on the held-out part."""
    sensor = Sensor(signal)
    sample = training.Sample(
        [example.text for example in examples],
        vectors,
        np.array([example.label for example in examples]),
        np.array([example.weight for example in examples]),
    )
    held = np.array([example.held_out for example in examples])
    weights = training.fit(sensor, sample.part(~held))
    kept = sample.part(held)
    rest = [example for example, is_held in zip(examples, held, strict=True) if is_held]
    sums = training.sums(weights, training.features(sensor, kept.texts, kept.vectors))
    border = _border(signal, rest, sums)
    values = 1.0 / (1.0 + np.exp(-np.clip(sums - border, -30, 30)))
    values = np.maximum(values, training.strengths(sensor, kept.texts))
    return Taught(training.with_threshold(weights, border), measure(signal, rest, values, THRESHOLD))


def figures(signal: str, weights: Weights, examples: Sequence[Example], vectors: NDArray[np.float32]) -> list[Figure]:
    """The figures of given weights on held-out examples."""
    sensor, texts = Sensor(signal), [example.text for example in examples]
    sums = training.sums(weights, training.features(sensor, texts, vectors))
    values = 1.0 / (1.0 + np.exp(-np.clip(sums, -30, 30)))
    return measure(signal, examples, np.maximum(values, training.strengths(sensor, texts)), THRESHOLD)


def _border(signal: str, examples: Sequence[Example], sums: NDArray[np.float64]) -> float:
    borders = []
    for chosen, share in FALSE_ALARMS[signal]:
        negatives = sums[np.array([chosen(example) for example in examples], dtype=bool)]
        if len(negatives) >= FEWEST:
            borders.append(training.border_at(negatives, share))
    labels = np.array([example.label for example in examples])
    return max(borders) if borders else training.border_at(sums[~labels], 0.05)
