"""All that an answer may rest on: the cited passages, what tools found, and this conversation."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.answering import Line
from assistant.engines.checks import quantities
from assistant.engines.material import Passage, letters

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Grounds:
    """What an answer may rest on; `told` is what tools found."""

    passages: tuple[Passage, ...]
    told: tuple[str, ...]
    lines: tuple[Line, ...]

    @cached_property
    def knowledge(self) -> str:
        """The company's own words."""
        return normal("\n".join([*(f"{one.title}\n{one.text}" for one in self.passages), *self.told]))

    @cached_property
    def spoken(self) -> str:
        """The conversation's words."""
        return normal("\n".join(line.text for line in self.lines))

    @cached_property
    def everything(self) -> str:
        """Both."""
        return f"{self.knowledge}\n{self.spoken}"

    @cached_property
    def known_values(self) -> frozenset[str]:
        """The numbers in the company's own words."""
        return quantities.offered(self.knowledge)

    @cached_property
    def all_values(self) -> frozenset[str]:
        """The numbers in both."""
        return self.known_values | quantities.offered(self.spoken)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words in both, folded."""
        return frozenset(_WORD.findall(self.everything.casefold()))

    @cached_property
    def letters(self) -> str:
        """The letters and digits in both."""
        return letters(self.everything)


def grounds(passages: Sequence[Passage], told: Sequence[str], lines: Sequence[Line]) -> Grounds:
    """The grounds of one answer."""
    return Grounds(tuple(passages), tuple(told), tuple(lines))


def normal(text: str) -> str:
    """`text` with each sign in its usual form."""
    return unicodedata.normalize("NFKC", text)
