"""Words in common, without an encoder: TF-IDF over hashed words and letter groups, searched by postings."""

import re
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

BUCKETS = 1 << 18
LETTER_GROUPS = (2, 3, 4, 5)

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Terms:
    """The hashed features of one text in one view, with how often each stands in it."""

    ids: NDArray[np.int64]
    counts: NDArray[np.float32]


def words(text: str) -> Terms:
    """Single words and pairs of neighbours."""
    found = _WORD.findall(text.lower())
    grams = [*found, *(f"{one} {two}" for one, two in pairwise(found))]
    counted = Counter(zlib.crc32(gram.encode()) % BUCKETS for gram in grams)
    return Terms(
        np.fromiter(counted.keys(), np.int64, len(counted)),
        np.fromiter(counted.values(), np.float32, len(counted)),
    )


def letters(text: str) -> Terms:
    """Groups of 2 to 5 letters that lie within a word and the spaces beside it: they forgive misspelling."""
    found = _WORD.findall(text.lower())
    spaced = f" {' '.join(found)} " if found else ""
    codes = np.frombuffer(spaced.encode("utf-32-le", "replace"), dtype=np.uint32).astype(np.uint64)
    gap = codes == ord(" ")
    hashed = codes.copy()
    inside = np.ones(len(codes), dtype=bool)  # no gap between the first and the last letter
    groups: list[NDArray[np.uint64]] = []
    for size in LETTER_GROUPS:
        if len(codes) < size:
            break
        inside = inside[:-1]
        if size > LETTER_GROUPS[0]:
            inside &= ~gap[size - 2 : len(codes) - 1]
        hashed = hashed[:-1] * np.uint64(1_000_003) + codes[size - 1 :]
        mixed = (hashed ^ (hashed >> np.uint64(29))) * np.uint64(0x9E3779B97F4A7C15)
        groups.append((mixed >> np.uint64(40))[inside])
    everything = np.concatenate(groups) if groups else np.zeros(0, dtype=np.uint64)
    ids, counts = np.unique(everything.astype(np.int64) % BUCKETS, return_counts=True)
    return Terms(ids, counts.astype(np.float32))


@dataclass(frozen=True)
class LexicalView:
    """Texts by their terms; `similarity` is the cosine of the TF-IDF vectors."""

    size: int
    idf: NDArray[np.float32]
    starts: NDArray[np.int64]
    texts: NDArray[np.int32]
    weights: NDArray[np.float32]

    def similarity(self, query: Terms) -> NDArray[np.float32]:
        """Of `query` to every text, 0 to 1."""
        weights = (1.0 + np.log(query.counts)) * self.idf[query.ids]
        norm = float(np.linalg.norm(weights))
        if norm == 0.0:
            return np.zeros(self.size, dtype=np.float32)
        begins, ends = self.starts[query.ids], self.starts[query.ids + 1]
        lengths = ends - begins
        total = int(lengths.sum())
        offsets = np.repeat(begins - np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths)
        places = offsets + np.arange(total)
        scores = np.bincount(
            self.texts[places],
            weights=self.weights[places] * np.repeat(weights / norm, lengths),
            minlength=self.size,
        )
        return scores.astype(np.float32)


def view(terms: Sequence[Terms]) -> LexicalView:
    """Index `terms`, one per text."""
    size = len(terms)
    lengths = np.array([len(term.ids) for term in terms], dtype=np.int64)
    ids = np.concatenate([term.ids for term in terms]) if size else np.zeros(0, dtype=np.int64)
    counts = np.concatenate([term.counts for term in terms]) if size else np.zeros(0, dtype=np.float32)
    texts = np.repeat(np.arange(size, dtype=np.int32), lengths)
    frequency = np.bincount(ids, minlength=BUCKETS)
    idf = (np.log((1 + size) / (1 + frequency)) + 1).astype(np.float32)
    weights = (1.0 + np.log(counts)) * idf[ids] if len(ids) else counts
    norms = np.sqrt(np.bincount(texts, weights=weights**2, minlength=size)) if size else np.zeros(0)
    weights = (weights / np.maximum(norms[texts], 1e-9)).astype(np.float32)
    order = np.argsort(ids, kind="stable")
    starts = np.concatenate(([0], np.cumsum(frequency)))
    return LexicalView(size, idf, starts, texts[order], weights[order])
