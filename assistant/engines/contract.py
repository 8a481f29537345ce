"""What goes into an engine and what comes out of it, whichever it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Protocol

from assistant.answering import Answer, Line, Unsure
from assistant.engines.material import Material
from assistant.engines.tools import Begun, PassedOn
from assistant.knowledge.index import Index
from assistant.models import Tone
from assistant.reading import Reading
from assistant.settled import Settled
from assistant.skills.outcomes import Dialogue, Left, Served, Standing


class GuidedBy(StrEnum):
    """What a supervisor asks of an answer."""

    SAY = "say"  # these words
    ASK_FOR = "ask_for"  # ask the customer for this
    ARTICLE = "article"  # rest on this article
    WORDS = "words"  # an instruction in free words


@dataclass(frozen=True)
class Guidance:
    """A private instruction for one answer; its words are for the assistant alone, unless it is to say them."""

    kind: GuidedBy
    text: str = ""
    article_id: str = ""


@dataclass(frozen=True)
class AskOutside:
    """The company's own AI is to be asked; its reply comes later, and begins another decision."""


@dataclass(frozen=True)
class NotOutside:
    """It is not asked, or gave no reply in time; people are told `why`, unless that is ""."""

    why: str = ""


@dataclass(frozen=True)
class FromOutside:
    """What it replied to what it was given: a reply in the form of a language model's, or what it chose to begin."""

    material: Material
    reply: str | Begun | PassedOn
    told: tuple[str, ...] = ()  # what the tools found
    guidance: Guidance | None = None  # of which it knew
    by: str = ""  # the name of the token with which it came


Outside = AskOutside | NotOutside | FromOutside


@dataclass(frozen=True)
class Asked:
    """All that an engine may see: this conversation and this tenant's knowledge, nothing else."""

    lines: Sequence[Line]
    reading: Reading  # its last row belongs to the newest customer line
    index: Index
    tone: str = Tone.WARM
    conversation_id: str = ""  # public ids, for budgets only; "" where nobody is to be charged
    customer_id: str = ""
    hours: str = ""  # opening hours in words
    standing: Standing | None = None  # of the skills; None where none may be used
    settled: Sequence[Settled] = ()  # what people decided for this customer, and promised
    guidance: Guidance | None = None  # what a supervisor asks of this answer
    outside: Outside = NotOutside()  # how it stands with an AI of the company's own, where that is the engine

    @cached_property
    def talk(self) -> Dialogue | None:
        """The same as the skills hear it, one for all who ask; None where none may be used."""
        return None if self.standing is None else Dialogue(self.lines, self.reading, self.standing)

    @cached_property
    def talk_with_model(self) -> Dialogue | None:
        """The same where a language model chooses the skill that begins a task."""
        return None if self.talk is None else replace(self.talk, chooses=False)


@dataclass(frozen=True)
class Raised:
    """A signal that the model heard: it may raise one, never lower it; `quote` stands verbatim in the line `seq`."""

    name: str
    value: float
    quote: str
    seq: int


@dataclass(frozen=True)
class Opening:
    """What is known before the first word is shown."""

    confidence: float
    raised: tuple[Raised, ...] = ()


class Listener(Protocol):
    """Who hears an answer while it is made."""

    def may_speak(self, opening: Opening) -> bool:
        """Whether the rules let the assistant speak; when not, nothing is shown and the outcome is the rules'."""

    def say(self, part: str) -> None:
        """Show the next words; all parts of an answer joined are its text."""

    def take_back(self) -> None:
        """What was shown goes: a later sentence failed its check, or the stream broke."""


class Silence:
    """A listener for answers that nobody reads while they are made."""

    def may_speak(self, opening: Opening) -> bool:
        """Always, for the caller asks the rules itself."""
        return True

    def say(self, part: str) -> None:
        """Nobody listens."""

    def take_back(self) -> None:
        """Nothing was shown."""


@dataclass(frozen=True)
class Refused:
    """The engine may not answer, so a person does; `reason` is for the desk, `trigger` names why in one word."""

    reason: str
    trigger: str


@dataclass(frozen=True)
class Made:
    """What an engine made of the question."""

    outcome: Answer | Unsure | Refused | Served | Left
    raised: tuple[Raised, ...] = ()
    engine: str = ""
    fell_back: str = ""  # why the embedded engine answered instead of the chosen one
    unfollowed: str = ""  # why the guidance could not be followed, where it could not
