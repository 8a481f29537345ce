"""A table of many short strings and a number for each, kept as hashes: a tenth of what a dict takes."""

from array import array
from bisect import bisect_left
from collections.abc import Mapping

import numpy as np


class Prefixes:
    """Answers `get` as the mapping does that it is made of; 250,000 entries take 3 MB instead of 33.

    Two strings are taken for the same when their 64-bit hashes are: for a string that is not in the table that happens
    once in 70 trillion look-ups.
    """

    def __init__(self, numbers: Mapping[str, int]) -> None:
        hashes = np.fromiter(map(_hash, numbers), dtype=np.int64, count=len(numbers))
        values = np.fromiter(numbers.values(), dtype=np.int32, count=len(numbers))
        order = np.argsort(hashes)
        self._hashes = array("q", hashes[order].tobytes())
        self._values = array("i", values[order].tobytes())

    def get(self, text: str) -> int | None:
        """The number of the text, None when it has none."""
        wanted = _hash(text)
        place = bisect_left(self._hashes, wanted)
        if place == len(self._hashes) or self._hashes[place] != wanted:
            return None
        return self._values[place]


def _hash(text: str) -> int:
    """Python hashes the bytes that a string is kept in, which are those of 乃 for CN: their lengths tell them apart."""
    return hash(text) ^ len(text)
