"""The fitted numbers of retrieval: how views are summed, and how sure a hit is (see `manage.py fit_retrieval`)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.knowledge.confidence import SIGNS
from assistant.knowledge.views import ENGLISH, FEATURES

FILE = Path(__file__).parent / "weights.json"


@dataclass(frozen=True)
class Weights:
    """`views` sums the similarities of an article to its score; `signs` and `bias` turn signs into a probability."""

    views: NDArray[np.float32]
    signs: NDArray[np.float32]
    bias: float


@cache
def load() -> Mapping[str, Weights]:
    """The committed weights: "en" for English questions, "other" for all languages MiniLM cannot read."""
    document = json.loads(FILE.read_text())
    return {
        name: Weights(
            np.array([entry["views"].get(feature, 0.0) for feature in FEATURES], dtype=np.float32),
            np.array([entry["signs"].get(sign, 0.0) for sign in SIGNS], dtype=np.float32),
            float(entry["bias"]),
        )
        for name, entry in document.items()
    }


def of_language(language: str) -> Weights:
    """The weights for a question in `language`."""
    return load()["en" if language == ENGLISH else "other"]
