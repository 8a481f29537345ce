"""Fitting a signal's model: texts, vectors and labels in, weights out; the same input always gives the same weights."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from escalation.signals import cues, lexical
from escalation.signals.model import DIMENSIONS, LEXICAL_SCALE, VECTOR_SCALE, Weights
from escalation.signals.sensing import Sensor
from escalation.signals.wording import plain_wording

STRICTNESS = 0.1  # inverse strength of the L2 penalty, chosen by cross-validation on the training part
MOST_STEPS = 400


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """Texts of one signal with one vector each, whether the signal holds, and how far to trust the label."""

    texts: Sequence[str]
    vectors: NDArray[np.float32]
    labels: NDArray[np.bool_]
    trust: NDArray[np.float64]

    def part(self, chosen: NDArray[np.bool_]) -> Sample:
        """The chosen rows."""
        texts = [text for text, take in zip(self.texts, chosen, strict=True) if take]
        return Sample(texts, self.vectors[chosen], self.labels[chosen], self.trust[chosen])


def fit(sensor: Sensor, sample: Sample, *, strictness: float = STRICTNESS) -> Weights:
    """Logistic regression over vector, words and cues; positives and negatives weigh the same in all.

    The bias is the fitted one: `with_threshold` moves it so that one half is the threshold.
    """
    labels, trust = sample.labels, sample.trust.copy()
    for kind in (True, False):
        trust[labels == kind] *= 0.5 * len(labels) / max(trust[labels == kind].sum(), 1e-9)
    learner = LogisticRegression(C=strictness, max_iter=MOST_STEPS, tol=1e-5)
    learner.fit(features(sensor, sample.texts, sample.vectors), labels, sample_weight=trust)
    found = learner.coef_[0].astype(np.float32)
    words = DIMENSIONS + lexical.BUCKETS
    return Weights(found[:DIMENSIONS], found[DIMENSIONS:words], found[words:], float(learner.intercept_[0]))


def features(sensor: Sensor, texts: Sequence[str], vectors: NDArray[np.float32]) -> csr_matrix:
    """One row per text as `Weights.value` sees it."""
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    tones = np.zeros((len(texts), len(cues.NAMES)), dtype=np.float32)
    for number, text in enumerate(texts):
        wording = plain_wording(text)
        found, tones[number] = sensor.look(wording)
        for bucket, weight in lexical.features(found.rest).items():
            rows.append(number)
            columns.append(bucket)
            values.append(LEXICAL_SCALE * weight)
    words = csr_matrix((values, (rows, columns)), shape=(len(texts), lexical.BUCKETS), dtype=np.float32)
    return hstack([csr_matrix(vectors * VECTOR_SCALE), words, csr_matrix(tones)], format="csr")


def sums(weights: Weights, table: csr_matrix) -> NDArray[np.float64]:
    """The logistic's inner sum for each row of a table of features."""
    together = np.concatenate([weights.vector, weights.lexical, weights.cues])
    return np.asarray(table @ together, dtype=np.float64) + weights.bias


def with_threshold(weights: Weights, border: float) -> Weights:
    """The same weights with a bias that makes the sum `border` come out as value one half."""
    return Weights(weights.vector, weights.lexical, weights.cues, weights.bias - border)


def border_at(negatives: NDArray[np.float64], false_alarms: float) -> float:
    """The least sum that at most this share of the negatives reaches."""
    ordered = np.sort(negatives)[::-1]
    allowed = int(false_alarms * len(ordered))
    return float(np.nextafter(ordered[min(allowed, len(ordered) - 1)], np.inf))


def strengths(
    sensor: Sensor, texts: Sequence[str], tell: Callable[[int], None] = lambda _: None
) -> NDArray[np.float64]:
    """The strongest phrase of each text, 0 where there is none; `tell` hears how many are done."""
    found = np.zeros(len(texts))
    for number, text in enumerate(texts):
        found[number] = sensor.look(plain_wording(text))[0].strength
        tell(number + 1)
    return found
