"""Words, word pairs and letter groups of a text as hashed features: the lexical half of a signal's model."""

from __future__ import annotations

import itertools
import math
import re
import zlib
from functools import lru_cache

BUCKETS = 16_384
_WORDS = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[!?]+")


def features(plain: str) -> dict[int, float]:
    """Bucket to weight for a plain wording, of length one; empty for a text without words."""
    found = set(buckets(plain))
    weight = 1.0 / math.sqrt(len(found)) if found else 0.0
    return dict.fromkeys(found, weight)


def buckets(plain: str) -> list[int]:
    """The buckets of every word, word pair and letter group, in order, with repeats."""
    words = _WORDS.findall(plain)
    found = [bucket for word in words for bucket in _of_word(word)]
    found += [_bucket(f"2 {one} {two}") for one, two in itertools.pairwise(words)]
    return found


@lru_cache(maxsize=20_000)
def _of_word(word: str) -> tuple[int, ...]:
    framed = f"<{word}>"
    groups = {framed[i : i + 4] for i in range(len(framed) - 3)}
    return (_bucket(f"1 {word}"), *(_bucket(f"g {group}") for group in sorted(groups)))


def _bucket(feature: str) -> int:
    return zlib.crc32(feature.encode()) % BUCKETS
