"""What somebody types into the search, read into terms: pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

MOST_TERMS = 12
LONGEST = 200
PREFIX_FROM = 3  # letters; fewer stand for too much of a language
PART = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
WORDY = re.compile(r"\w")


@dataclass(frozen=True)
class Term:
    """Words that must follow each other; `begins` when a longer last word will do, too."""

    words: str
    quoted: bool = False
    begins: bool = False


@dataclass(frozen=True)
class Asked:
    """Of each group one term must be there, and of `without` none."""

    groups: tuple[tuple[Term, ...], ...]
    without: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is looked for."""
        return bool(self.groups)


def read(typed: str) -> Asked:
    """Words, "words in a row", -without, either or other; the last word may be unfinished."""
    groups: list[list[Term]] = []
    without: list[Term] = []
    either = False
    parts = list(PART.finditer(typed.replace("\x00", " ")[:LONGEST]))
    for place, part in enumerate(parts):
        word, phrase = part["word"], part["phrase"]
        if word is not None and word.lower() in {"or", "|"} and groups and place + 1 < len(parts) and not part["minus"]:
            either = True
            continue
        last = place + 1 == len(parts) and not typed[-1:].isspace()
        term = _term(word, phrase, last=last)
        if term is None:
            continue
        _put(term, groups, without, minus=bool(part["minus"]), either=either)
        either = False
    return Asked(tuple(map(tuple, groups[:MOST_TERMS])), tuple(without[:MOST_TERMS]))


def _term(word: str | None, phrase: str | None, *, last: bool) -> Term | None:
    said = word if word is not None else phrase or ""
    if not WORDY.search(said):
        return None
    if word is None:
        return Term(" ".join(said.split()), quoted=True)
    return Term(said, begins=last and len(said) >= PREFIX_FROM)


def _put(term: Term, groups: list[list[Term]], without: list[Term], *, minus: bool, either: bool) -> None:
    if minus:
        without.append(term)
    elif either:
        groups[-1].append(term)
    else:
        groups.append([term])


def plain_words(asked: Asked) -> Sequence[str]:
    """The words looked for, each once, as they were typed."""
    return list(dict.fromkeys(term.words for group in asked.groups for term in group))
