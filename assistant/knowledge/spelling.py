"""Mends words that are misspelled, by the words of the knowledge itself."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache

from assistant.encoders.wordpiece import vocabulary

SHORTEST = 5  # letters: shorter words have too many neighbours
_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def mend(text: str, known: AbstractSet[str]) -> str:
    """`text` with each unknown English word replaced when exactly one of the `known` words is one slip away."""
    return _WORD.sub(lambda match: _mended(match.group(), known), text)


def _mended(word: str, known: AbstractSet[str]) -> str:
    lower = word.lower()
    if len(lower) < SHORTEST or lower in known or lower in _english() or not lower.isascii():
        return word
    near = {other for other in _one_slip_away(lower) if other in known and not _inflected(lower, other)}
    return near.pop() if len(near) == 1 else word


def _inflected(word: str, other: str) -> bool:
    """Whether the two differ by an ending rather than by a slip: "voucher", "vouchers"; "didnt", "didn"."""
    return other.startswith(word) or (word.startswith(other) and word[-1] in "dst")


def _one_slip_away(word: str) -> Iterator[str]:
    parts = [(word[:cut], word[cut:]) for cut in range(len(word) + 1)]
    for left, right in parts:
        if right:
            yield left + right[1:]
            yield from (left + letter + right[1:] for letter in _LETTERS)
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]
        yield from (left + letter + right for letter in _LETTERS)


@cache
def _english() -> frozenset[str]:
    return frozenset(word for word in vocabulary() if word.isalpha())
