"""A customer's text made plain for matching (case, quotes, slips of the keys), with the way back to its offsets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

SPELLING = Path(__file__).parent / "books" / "spelling.txt"
_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*|\s+|.", re.DOTALL)
_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


@dataclass(frozen=True, slots=True)
class Spelling:
    """How customers write: shorthand with its meaning, telling words with slips, and words that are no slips."""

    shorthand: Mapping[str, str]
    often_mistyped: tuple[str, ...]
    right: frozenset[str]


@cache
def spelling() -> Spelling:
    """The words of `books/spelling.txt`, read once."""
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in SPELLING.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            lines = sections.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            lines.append(line)
    shorthand = dict(line.split(" = ", 1) for line in sections["shorthand"])
    often, right = (" ".join(sections[name]).split() for name in ("often mistyped", "right as they are"))
    return Spelling(shorthand, tuple(often), frozenset(right))


@dataclass(frozen=True, slots=True)
class Wording:
    """`plain` is what patterns see; character i of it stands for original[starts[i]:ends[i]]."""

    original: str
    plain: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets into the original text of plain[start:end]."""
        return self.starts[start], max(self.ends[start:end])


def plain_wording(text: str) -> Wording:
    """The text in small letters, shorthand written out and frequent typing errors of telling words put right."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for found in _TOKEN.finditer(text.translate(_QUOTES)):
        token = found.group()
        said = _plain_token(token)
        pieces.append(said)
        if len(said) == len(token):
            starts += range(found.start(), found.end())
            ends += range(found.start() + 1, found.end() + 1)
        else:
            starts += [found.start()] * len(said)
            ends += [found.end()] * len(said)
    return Wording(text, "".join(pieces), tuple(starts), tuple(ends))


@lru_cache(maxsize=20_000)
def _plain_token(token: str) -> str:
    if token.isspace():
        return "\n" if "\n" in token else " "
    word = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in token)
    if not any(letter.isalpha() for letter in word):
        return word
    known = spelling()
    calm = re.sub(r"([a-z])\1{2,}", r"\1\1", word)
    for shape in (word, calm, re.sub(r"([a-z])\1", r"\1", calm) if calm != word else word):
        if shape in known.shorthand:
            return known.shorthand[shape]
        if shape in known.often_mistyped:
            return shape
    return _put_right(calm)


def _put_right(word: str) -> str:
    """The telling word that this one is a slip away from, else the word itself."""
    if len(word) < 5 or not word.isascii() or word in spelling().right:
        return word
    for meant in spelling().often_mistyped:
        slips = 2 if len(meant) >= 9 else 1
        if abs(len(meant) - len(word)) > slips or meant[0] not in word[:2]:
            continue
        if meant.startswith(word) or word.startswith(meant):
            continue  # an inflection, not a slip
        if slip_distance(word, meant, slips) <= slips:
            return meant
    return word


def slip_distance(one: str, other: str, limit: int) -> int:
    """Letters to add, drop, change or swap between two words (optimal string alignment); limit + 1 when more."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, target in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != target))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == target:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)
