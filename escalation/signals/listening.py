"""One customer line heard with every signal's book, once: its plain wording, its phrases, its tone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from escalation.signals import cues
from escalation.signals.phrases import BOOKS, Found, find, load_book
from escalation.signals.wording import Wording, plain_wording

REMEMBERED = 1024  # lines a process keeps: a conversation's earlier lines come again at each turn


@dataclass(frozen=True, slots=True)
class Overheard:
    """A line's wording, what each book finds in it, and its tone apart from any book."""

    wording: Wording
    found: Mapping[str, Found]
    tone: tuple[float, ...]


@lru_cache(maxsize=REMEMBERED)
def listen(text: str) -> Overheard:
    """What the books and the cues of tone say about a text."""
    wording = plain_wording(text)
    found = {name: find(wording, load_book(name)) for name in book_names()}
    tone = cues.read_cues(text, Found((), 0, wording.plain))
    return Overheard(wording, found, tuple(tone))


@cache
def book_names() -> tuple[str, ...]:
    """The signals that have a book, in the order of the alphabet."""
    return tuple(sorted({path.name.split(".")[0] for path in BOOKS.glob("*.*.txt")}))
