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

    `minilm` and `use` hear in the vectors of a question alone how likely it is that a company's articles answer such a
    question: where a parcel is, rather than who wrote Faust.
    """

    views: NDArray[np.float32]
    signs: NDArray[np.float32]
    minilm: NDArray[np.float32]
    use: NDArray[np.float32]
    bias: float

    def probability(self, signs: NDArray[np.float32], query: Query) -> float:
        """That the best hit for `query`, for which `signs` speak, is right (logistic)."""
        return float(1.0 / (1.0 + np.exp(-self.certainty(signs, query))))

    def certainty(self, signs: NDArray[np.float32], query: Query) -> float:
        """The logarithm of the odds."""
        return float(signs @ self.signs + query.minilm @ self.minilm + query.use @ self.use + self.bias)


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
        )
        for name, entry in document.items()
    }


def of_language(language: str) -> Weights:
    """The weights for a question in `language`."""
    return load()["en" if language == ENGLISH else "other"]
