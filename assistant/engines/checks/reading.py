"""Reads each sentence before it is said; the first one that may not be said ends the answer."""

import re
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum

from assistant.engines.checks import leaks, promises, specifics, support
from assistant.engines.checks.grounds import Grounds, normal

REMEMBERED = 600  # letters of what was said already that are read along, so that nothing leaks in slices
_MARKS = re.compile(r"\s*[\[(【]\s*(?:p\d+)(?:\s*,\s*p\d+)*\s*[\])】]", re.IGNORECASE)
_TELLING = re.compile(r"[^\W\d_]{2,}")
_FIGURES = re.compile(r"\d")
_SIGNS = {"Pd", "Po", "Pc", "Sm"}  # dashes, dots and the like: whole lines of them are a code


class Problem(StrEnum):
    """Why a sentence may not be said."""

    LEAK = "leak"
    UNFOUNDED = "unfounded"
    UNCITED = "uncited"
    DEED = "deed"


class UnsayableError(Exception):
    """A sentence may not be said; `what` is more about why, and never its words."""

    def __init__(self, problem: Problem, what: str) -> None:
        super().__init__(f"{problem}: {what}")
        self.problem = problem
        self.what = what


@dataclass
class Reader:
    """Reads one answer, sentence by sentence; `secrets` is what nobody may read, `key` the key of the endpoint,
    `private` what a supervisor asked of this answer alone.
    """

    grounds: Grounds
    language: str
    secrets: str
    key: str = field(repr=False)
    said: str = ""
    private: str = field(default="", repr=False)

    def check(self, sentence: str) -> None:
        """UnsayableError unless `sentence` may be said after those before it."""
        text = normal(sentence)
        if specifics.hidden(sentence) or specifics.mixed_scripts(text):
            raise UnsayableError(Problem.LEAK, "hidden signs")
        self._keeps_secrets(text)
        on_money = promises.need_citation(text)
        firmly = on_money or not text.rstrip().endswith("?")
        what = specifics.unnamed(text, self.grounds, language=self.language, firmly=firmly)
        if what is not None:
            raise UnsayableError(Problem.UNFOUNDED, what)
        if promises.claim_deed(text, self.grounds.knowledge):
            raise UnsayableError(Problem.DEED, "claims a deed")
        self._rests(text, on_money=on_money)
        self.said = f"{self.said} {text}"[-REMEMBERED:]

    def _keeps_secrets(self, text: str) -> None:
        together = f"{self.said} {text}"
        known = self.grounds.letters
        if self.key and leaks.tells(together, self.key, window=min(leaks.KEY_WINDOW, len(self.key)), unless_in=known):
            raise UnsayableError(Problem.LEAK, "the key")
        if leaks.tells(together, self.secrets, unless_in=known):
            raise UnsayableError(Problem.LEAK, "the instructions")
        if self.private and leaks.tells(together, self.private, unless_in=known):
            raise UnsayableError(Problem.LEAK, "a supervisor's words")
        if support.like_instructions(text, self.secrets, self.grounds):
            raise UnsayableError(Problem.LEAK, "the instructions in other words")

    def _rests(self, text: str, *, on_money: bool) -> None:
        if not _TELLING.search(text) and not _FIGURES.search(text):
            if any(sign.isalnum() or unicodedata.category(sign) in _SIGNS for sign in text):
                raise UnsayableError(Problem.UNFOUNDED, "signs without words")
            return
        if support.rests_on(text, self.grounds):
            if on_money and not promises.covered(text, self.grounds.knowledge):
                raise UnsayableError(Problem.UNCITED, "money or policy")
            return
        if on_money:
            raise UnsayableError(Problem.UNCITED, "money or policy")
        if not support.is_polite(text):
            raise UnsayableError(Problem.UNFOUNDED, "no passage says so")


def without_marks(text: str) -> str:
    """`text` without the ids of passages, which some models write among the words."""
    return _MARKS.sub("", text)
