"""The fitted numbers of retrieval: how views are summed, and how sure a hit is (see `manage.py fit_retrieval`)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.encoders import minilm, use
from assistant.knowledge.confidence import SIGNS
from assistant.knowledge.views import ENGLISH, FEATURES, Query

FILE = Path(__file__).parent / "weights.json"


@dataclass(frozen=True)
class Weights:
    """`views` sums the similarities of an article to its score; the others turn signs and question into a probability.

    `minilm`, `use` and `halfway` hear in the vectors of a question alone how likely it is that a company's articles
    answer such a question: where a parcel is, rather than who wrote Faust. `middle` is what all questions have in
    common halfway.
    """

    views: NDArray[np.float32]
    signs: NDArray[np.float32]
    minilm: NDArray[np.float32]
    use: NDArray[np.float32]
    bias: float
    halfway: NDArray[np.float32]
    middle: NDArray[np.float32]

    def probability(self, signs: NDArray[np.float32], query: Query) -> float:
        """That the best hit for `query`, for which `signs` speak, is right (logistic)."""
        return float(1.0 / (1.0 + np.exp(-self.certainty(signs, query))))

    def certainty(self, signs: NDArray[np.float32], query: Query) -> float:
        """The logarithm of the odds."""
        of_question = query.minilm @ self.minilm + query.use @ self.use
        if self.halfway.any():
            of_question += apart(query.halfway, self.middle) @ self.halfway
        return float(signs @ self.signs + of_question + self.bias)


def apart(halfway: NDArray[np.float32], middle: NDArray[np.float32]) -> NDArray[np.float32]:
    """The directions in which rows differ from the `middle`, each of length one."""
    away = halfway - middle
    return np.asarray(away / np.maximum(np.linalg.norm(away, axis=-1, keepdims=True), 1e-9), dtype=np.float32)


@cache
def load() -> Mapping[str, Weights]:
    """The committed weights: "en" for English questions, "other" for all languages MiniLM cannot read."""
    document = json.loads(FILE.read_text())
    return {
        name: Weights(
            np.array([entry["views"].get(feature, 0.0) for feature in FEATURES], dtype=np.float32),
            np.array([entry["signs"].get(sign, 0.0) for sign in SIGNS], dtype=np.float32),
            np.array(entry.get("minilm") or np.zeros(minilm.DIMENSIONS), dtype=np.float32),
            np.array(entry.get("use") or np.zeros(use.DIMENSIONS), dtype=np.float32),
            float(entry["bias"]),
            np.array(entry.get("halfway") or np.zeros(minilm.DIMENSIONS), dtype=np.float32),
            np.array(entry.get("middle") or np.zeros(minilm.DIMENSIONS), dtype=np.float32),
        )
        for name, entry in document.items()
    }


def of_language(language: str) -> Weights:
    """The weights for a question in `language`."""
    return load()["en" if language == ENGLISH else "other"]
