"""Telling phrases: books of patterns over plain wording, with the near misses and negations that take them back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from escalation.signals.wording import Wording

BOOKS = Path(__file__).parent / "books"
_NAMED = re.compile(r"([A-Z_]+) = (.+)")
_HEADING = re.compile(r"\[(?:(0\.\d+)( always)?|near misses)\]")
_USE = re.compile(r"\{([A-Z_]+)\}")
_NEGATED = re.compile(
    r"(?:\b(?:not|no|never|without|nobody|neither|nor|hardly|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|won't|"
    r"wouldn't|needn't|shouldn't|hasn't|rather than|instead of)\b|no need to)"
    r"(?:\s+(?:\w+'?\w*)){0,3}\s*$"
)


class BookError(ValueError):
    """A book of phrases cannot be read."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern and how surely it tells, 0..1; `negatable` when a "not" just before it takes it back."""

    pattern: re.Pattern[str]
    strength: float
    negatable: bool
    language: str


@dataclass(frozen=True, slots=True)
class Book:
    """A signal's phrases in all languages, and the pattern of what only looks like them."""

    phrases: tuple[Phrase, ...]
    near_misses: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found in a text, with offsets into the original text."""

    strength: float
    start: int
    end: int
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Found:
    """What a book finds in one text: hits, the strongest first, how many near misses, and the rest without those."""

    hits: tuple[Hit, ...]
    missed: int
    rest: str

    @property
    def strength(self) -> float:
        return self.hits[0].strength if self.hits else 0.0


@cache
def load_book(signal: str) -> Book:
    """The book of a signal: one file a language, each line a pattern over small letters.

    `NAME = pattern` names a part that later lines of the file use as {NAME}; `[0.9]` heads phrases of that
    strength, with `always` those that no negation takes back; `[near misses]` heads wordings that are blotted
    out before looking.
    """
    phrases: list[Phrase] = []
    misses: list[str] = []
    for path in sorted(BOOKS.glob(f"{signal}.*.txt")):
        _read_file(path, phrases, misses)
    if not phrases or not misses:
        raise BookError(f"no phrases or no near misses for {signal}")
    return Book(tuple(phrases), re.compile("|".join(misses), re.MULTILINE))


def find(wording: Wording, book: Book) -> Found:
    """The phrases of a book in a text, near misses and negated phrases left out."""
    plain, missed = book.near_misses.subn(lambda found: "\x00" * len(found.group()), wording.plain)
    hits = [
        Hit(phrase.strength, *wording.span(found.start(), found.end()), phrase.language)
        for phrase in book.phrases
        for found in phrase.pattern.finditer(plain)
        if found.group() and not (phrase.negatable and _is_negated(plain, found.start()))
    ]
    return Found(tuple(sorted(hits, key=lambda hit: (-hit.strength, hit.start, -hit.end))), missed, plain)


def _is_negated(plain: str, start: int) -> bool:
    return _NEGATED.search(plain[max(0, start - 60) : start]) is not None


def apart(hits: Sequence[Hit]) -> list[Hit]:
    """The hits that do not overlap a stronger one."""
    kept: list[Hit] = []
    for hit in hits:
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return kept


def _read_file(path: Path, phrases: list[Phrase], misses: list[str]) -> None:
    named: dict[str, str] = {}
    heading: re.Match[str] | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            if definition := _NAMED.fullmatch(line):
                named[definition[1]] = _written_out(definition[2], named)
            elif found := _HEADING.fullmatch(line):
                heading = found
            elif heading is None or heading[1] is None:
                misses.append(f"(?:{_compiled(line, named).pattern})")
            else:
                strength, negatable = float(heading[1]), heading[2] is None
                phrases.append(Phrase(_compiled(line, named), strength, negatable, path.name.split(".")[1]))
        except (KeyError, re.error) as error:
            raise BookError(f"{path.name}, line {number}: {error}") from error


def _written_out(pattern: str, named: dict[str, str]) -> str:
    return _USE.sub(lambda use: f"(?:{named[use[1]]})", pattern)


def _compiled(pattern: str, named: dict[str, str]) -> re.Pattern[str]:
    return re.compile(_written_out(pattern, named), re.MULTILINE)
