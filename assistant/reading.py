"""Reads texts once: their language and their vectors, for the signals and for retrieval alike."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.encoders import language, minilm, use


@dataclass(frozen=True)
class Reading:
    """What the encoders see in some texts; one row for each text, in their order, each of length one."""

    language: str  # ISO 639-1, of the newest text
    vectors: NDArray[np.float32]  # MiniLM, 384 columns: English
    vectors_use: NDArray[np.float32]  # multilingual USE, 512 columns: 16 languages


def read(texts: Sequence[str], *, prior: str = "en") -> Reading:
    """Read `texts`, oldest first; `prior` is the language that the conversation had so far."""
    found = prior
    for text in texts:
        found = language.identify(text, found)
    return Reading(language=found, vectors=minilm.encode(texts), vectors_use=use.encode(texts))
