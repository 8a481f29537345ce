"""What a rewrite must keep: numbers, links, addresses, codes and names, in both directions; pure."""

import re
from collections import Counter
from dataclasses import dataclass

from assistant.engines.checks import quantities

LINK = re.compile(r"(?:[a-z][a-z0-9+.-]*://|www\.)[^\s)>\]]+", re.IGNORECASE)
MAIL = re.compile(r"[^\s@<>()\[\]]+@[^\s@<>()\[\]]+\.\w+")
CODE = re.compile(r"\b(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{4,}\b")
VARIABLE = re.compile(r"\{\{[^{}]*\}\}")
NAME = re.compile(r"(?<![.!?:;\n])(?<!^)\s+([A-ZÀ-Þ][\w'’]+(?:-[\w'’]+)*)")
WORD = re.compile(r"[^\W_]+")
END = ".,;:!?"
POLITE = frozenset({"i", "you", "your", "sie", "ihr", "ihre", "ihnen", "ihren", "ihrem", "lei", "u", "usted"})


@dataclass(frozen=True)
class Kept:
    """What is gone and what is new, as it stands in the words; nothing of both in an honest rewrite."""

    lost: tuple[str, ...]
    added: tuple[str, ...]

    @property
    def all(self) -> bool:
        """Whether every fact is still there, and none more."""
        return not self.lost and not self.added


def compare(original: str, rewritten: str, *, same_language: bool) -> Kept:
    """Hold the facts of both against each other; names only where the language stays, as some are translated."""
    lost, added = _missing(original, rewritten), _missing(rewritten, original)
    if same_language:
        lost += [name for name in _names(original) if name.casefold() not in _words(rewritten)]
        added += [name for name in _names(rewritten) if name.casefold() not in _words(original)]
    return Kept(tuple(dict.fromkeys(lost)), tuple(dict.fromkeys(added)))


def _missing(one: str, other: str) -> list[str]:
    """The facts of one text that the other does not have."""
    exact = [_found(pattern, one) for pattern in (VARIABLE, LINK, MAIL, CODE)]
    folded = other.casefold()
    gone = [fact for facts in exact for fact in facts if fact.casefold() not in folded]
    numbers = Counter(_numbers(one)) - Counter(_numbers(other))
    return gone + sorted(number for number in numbers if number not in quantities.offered(other))


def _found(pattern: re.Pattern[str], text: str) -> list[str]:
    return [found.group(0).rstrip(END) for found in pattern.finditer(text)]


def _numbers(text: str) -> list[str]:
    for pattern in (VARIABLE, LINK, MAIL, CODE):
        text = pattern.sub(" ", text)
    return quantities.stated(text)


def _names(text: str) -> list[str]:
    return [name for name in NAME.findall(text) if name.casefold() not in POLITE]


def _words(text: str) -> frozenset[str]:
    whole = frozenset(word.strip(END).casefold() for word in text.split())
    return whole | frozenset(word.casefold() for word in WORD.findall(text))
