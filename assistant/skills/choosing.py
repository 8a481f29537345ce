"""Which skill a customer's words ask for, held against the examples of each; the encoders have read them already."""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.encoders import minilm, use
from assistant.intents import USE_COUNTS
from assistant.reading import Reading
from assistant.skills.configured import Configured

Numbers = NDArray[np.float32]

NEIGHBOURS = 2  # examples that a text is held against
NEAR = 0.52  # their mean cosine
MARGIN = 0.02  # by which they must be nearer than the nearest of what only sounds like it

_reading = threading.Lock()
_known: dict[str, tuple[Numbers, Numbers]] = {}


@dataclass(frozen=True)
class Chosen:
    """The skill, and how near its examples are."""

    name: str
    nearness: float


def choose(reading: Reading, skills: Mapping[str, Configured], *, row: int = -1) -> Chosen | None:
    """The skill that the text in this row of the reading asks for, among those that are on; None for no skill."""
    if not len(reading.vectors):
        return None
    best: Chosen | None = None
    for name, one in skills.items():
        if one.on and one.skill.examples:
            near = _nearness(reading, one, row)
            if near is not None and (best is None or near > best.nearness):
                best = Chosen(name, near)
    return best


def _nearness(reading: Reading, one: Configured, row: int) -> float | None:
    """How near the skill's examples are; None when not near enough, or when its near misses are nearer."""
    cosines = _cosines(reading, one.skill.examples, row)
    near = float(np.sort(cosines)[-NEIGHBOURS:].mean())
    if near < NEAR:
        return None
    misses = _cosines(reading, one.skill.near_misses, row) if one.skill.near_misses else np.zeros(1)
    return near if float(cosines.max()) >= float(misses.max()) + MARGIN else None


def _cosines(reading: Reading, texts: Sequence[str], row: int) -> Numbers:
    pairs = [_vectors(text) for text in texts]
    near, far = np.vstack([pair[0] for pair in pairs]), np.vstack([pair[1] for pair in pairs])
    cosines = near @ reading.vectors[row] + USE_COUNTS**2 * (far @ reading.vectors_use[row])
    return np.asarray(cosines / (1 + USE_COUNTS**2), dtype=np.float32)


def _vectors(text: str) -> tuple[Numbers, Numbers]:
    """The vectors of an example, made once for each process."""
    with _reading:
        if text not in _known:
            _known[text] = minilm.encode([text])[0], use.encode([text])[0]
        return _known[text]
