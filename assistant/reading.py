"""Reads texts once: their language and their vectors, for the signals and for retrieval alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from assistant.encoders import language, minilm, use

REMEMBERED = 2048  # texts a process keeps the vectors of: 10 MB
MOST_REPLIES = 8  # of the assistant, the newest, that a talk is judged by
BEGINS = 300  # characters of a reply: it says at once what it is about


@dataclass(frozen=True)
class Reading:
    """What the encoders see in some texts; one row for each text, in their order, each of length one."""

    language: str  # ISO 639-1, of the newest text
    vectors: NDArray[np.float32]  # MiniLM, 384 columns: English
    vectors_use: NDArray[np.float32]  # multilingual USE, 512 columns: 16 languages
    newest: str = ""  # the newest text


def read(texts: Sequence[str], *, prior: str = "en") -> Reading:
    """Read `texts`, oldest first; `prior` is the language that the conversation had so far."""
    found = prior
    for text in texts:
        found = language.identify(text, found)
    near, far = vectors_of(texts)
    return Reading(language=found, vectors=near, vectors_use=far, newest=texts[-1] if texts else "")


def vectors_of(texts: Sequence[str]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The vectors of `texts` in both views; a conversation's earlier lines are remembered from turn to turn."""
    pairs = [_vectors(text) for text in texts]
    near = np.array([pair[0] for pair in pairs], dtype=np.float32).reshape(-1, minilm.DIMENSIONS)
    far = np.array([pair[1] for pair in pairs], dtype=np.float32).reshape(-1, use.DIMENSIONS)
    return near, far


def replies_of(texts: Sequence[str]) -> NDArray[np.float32]:
    """How the assistant's own lines begin, in the second view; of a long talk the newest, zeros for the others."""
    skipped = max(len(texts) - MOST_REPLIES, 0)
    rows = [np.zeros(use.DIMENSIONS, dtype=np.float32)] * skipped + [_far(text[:BEGINS]) for text in texts[skipped:]]
    return np.array(rows, dtype=np.float32).reshape(-1, use.DIMENSIONS)


@lru_cache(maxsize=REMEMBERED)
def _far(text: str) -> NDArray[np.float32]:
    return np.asarray(use.encode([text])[0], dtype=np.float32)


def halfway_of(text: str) -> NDArray[np.float32]:
    """What MiniLM holds of `text` halfway; it comes with the vectors, so once those are read it costs nothing."""
    return _vectors(text)[2]


@lru_cache(maxsize=REMEMBERED)
def _vectors(text: str) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    near, halfway = minilm.encode_twice([text])
    return near[0], use.encode([text])[0], halfway[0]
