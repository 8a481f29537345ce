"""The trained half of a signal: a logistic over sentence vector, hashed words and cues, read from its weights file."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from escalation.signals import cues, lexical

WEIGHTS = Path(__file__).parent / "weights"
DIMENSIONS = 384
VECTOR_SCALE = 6.0  # a unit vector's numbers are about .05: brought to the size of the other features
LEXICAL_SCALE = 3.0


class WeightsError(RuntimeError):
    """A weights file is missing, damaged, or of another version's shape."""


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """One weight per feature; `bias` already holds the threshold, so that a sum of zero means value one half."""

    vector: NDArray[np.float32]
    lexical: NDArray[np.float32]
    cues: NDArray[np.float32]
    bias: float

    def value(self, vector: NDArray[np.float32], rest: str, tone: list[float]) -> float:
        """The model's value within 0..1 for one text, of which `rest` is the plain wording without near misses."""
        total = VECTOR_SCALE * float(vector @ self.vector) + float(np.asarray(tone, np.float32) @ self.cues)
        words = lexical.features(rest)
        total += LEXICAL_SCALE * sum(float(self.lexical[bucket]) * weight for bucket, weight in words.items())
        return 1.0 / (1.0 + math.exp(-min(max(total + self.bias, -30.0), 30.0)))

    def tell(self, plain: str) -> float:
        """How much the words of a clause speak for the signal, for choosing the clause to quote."""
        found = lexical.buckets(plain)
        return sum(float(self.lexical[bucket]) for bucket in found) / math.sqrt(len(found)) if found else -math.inf


@cache
def load(name: str) -> Weights:
    """The committed weights of a signal; raises WeightsError when they cannot serve."""
    path = WEIGHTS / f"{name}.npz"
    try:
        with np.load(path, allow_pickle=False) as stored:
            weights = Weights(stored["vector"], stored["lexical"], stored["cues"], float(stored["bias"]))
    except (OSError, KeyError, ValueError) as error:
        raise WeightsError(f"the weights {path.name} cannot be read; run train_signals") from error
    shapes = (weights.vector.shape, weights.lexical.shape, weights.cues.shape)
    if shapes != ((DIMENSIONS,), (lexical.BUCKETS,), (len(cues.NAMES),)):
        raise WeightsError(f"the weights {path.name} have the shapes {shapes} of another version; run train_signals")
    return weights


def save(name: str, weights: Weights, folder: Path = WEIGHTS) -> Path:
    """Write a signal's weights; the same numbers always give the same bytes inside."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.npz"
    np.savez_compressed(
        path, vector=weights.vector, lexical=weights.lexical, cues=weights.cues, bias=np.float64(weights.bias)
    )
    return path
