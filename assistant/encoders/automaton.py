"""The byte automaton of the language model, kept small: most steps lead where they lead from the start."""

from array import array
from collections import Counter

import numpy as np
from numpy.typing import ArrayLike


class Automaton:
    """Counts the features of a text; of each row of 256 steps only those are kept that differ from the start's.

    py3langid keeps all of them, which takes 38 MB instead of 11.
    """

    def __init__(self, steps: ArrayLike, row_of: ArrayLike, feature_of: ArrayLike) -> None:
        """Take the model as py3langid stores it: `steps` from each row by byte, and the row and feature of a state."""
        table = np.asarray(steps).reshape(-1, 256)
        rows = np.asarray(row_of)
        start = table[rows[0]]
        of_row, byte = np.nonzero(table != start)
        self._start: list[int] = start.tolist()
        self._bytes = byte.astype(np.uint8).tobytes()  # where a step differs: row by row
        self._targets = array("I", table[of_row, byte].astype(np.uint32).tobytes())
        ends = np.searchsorted(of_row, np.arange(len(table) + 1))
        self._ends = array("I", ends.astype(np.uint32).tobytes())
        self._row_of = array("I", rows.astype(np.uint32).tobytes())
        self._feature_of = array("i", np.asarray(feature_of, dtype=np.int32).tobytes())

    def count(self, text: bytes) -> Counter[int]:
        """How often each feature ends somewhere in the text."""
        state, found = 0, []
        for byte in text:
            row = self._row_of[state]
            place = self._bytes.find(byte, self._ends[row], self._ends[row + 1])
            state = self._start[byte] if place < 0 else self._targets[place]
            feature = self._feature_of[state]
            if feature >= 0:
                found.append(feature)
        return Counter(found)
