"""What goes into the dialogue beside the words, and what comes out of it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from assistant import social
from assistant.answering import Answer, Line, Source
from assistant.reading import Reading
from assistant.reading import read as reading_of
from assistant.records.contract import Records
from assistant.records.numbers import USUAL, Numbers
from assistant.skills import choosing, prompts
from assistant.skills.choosing import Chosen
from assistant.skills.configured import Configured
from assistant.skills.contract import Act, Choice, Known, NothingBefore, Past, Why
from assistant.skills.opening.week import Week
from assistant.skills.task import Task

_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Standing:
    """How things stand: the tenant's skills and records, who the customer is, and the task that is under way.

    A task `rested` when a person had the conversation since its last question: it goes on only if the customer says
    what was asked, and nothing that was agreed before counts as agreed.
    """

    skills: Mapping[str, Configured]
    records: Callable[[], Records]  # asked for by a task alone
    known: Known
    now: datetime
    zone: ZoneInfo
    numbers: Callable[[], Numbers] = lambda: USUAL
    past: Past = field(default_factory=NothingBefore)
    weeks: tuple[Week, ...] = ()  # when the tenant's people are at work
    task: Task | None = None
    rested: bool = False
    heard_until: int = 0  # seq of the customer's message that was decided about last
    conversation_id: str = ""  # public id; "" when it is only tried
    code_is_over: Callable[[], bool] = lambda: False  # whether the code that was sent last is too old


@dataclass(frozen=True)
class Dialogue:
    """The conversation as the dialogue hears it; the last row of `reading` belongs to the newest customer line."""

    lines: Sequence[Line]
    reading: Reading
    standing: Standing
    chooses: bool = True  # whether a skill is looked for where none is under way; a language model looks itself

    def burst(self) -> list[Line]:
        """What the customer wrote since anybody replied or a turn heard them, oldest first."""
        newest: list[Line] = []
        for line in reversed(self.lines):
            if line.role != "customer" or line.seq <= self.standing.heard_until:
                break
            newest.insert(0, line)
        return newest

    def only(self, words: str) -> "Dialogue":
        """The same conversation where the customer's newest words are these alone."""
        burst = self.burst()
        before = self.lines[: len(self.lines) - len(burst)]
        reading = reading_of([words], prior=self.reading.language)
        return replace(self, lines=[*before, replace(burst[-1], text=words)], reading=reading)

    def newest(self) -> str:
        """The words of the burst."""
        return "\n".join(line.text for line in self.burst())

    @cached_property
    def chosen(self) -> Configured | None:
        """The skill that a line of the burst asks for, the newest first; found once for all who ask."""
        skills = self.standing.skills
        for back, line in enumerate(reversed(self.burst())):
            if social.is_polite(line.text):
                continue
            chosen = choosing.choose(line.text, self.reading, skills, row=-1 - back) or self._of_order(line.text)
            if chosen is not None:
                return skills[chosen.name]
        return None

    def _of_order(self, text: str) -> Chosen | None:
        """“Where is LC-104301?”: what is asked of an order by its number alone, read as if it said that it is one."""
        if not _DIGIT.search(text):
            return None
        order = prompts.say(prompts.MY_ORDER, self.reading.language)
        said = self.standing.numbers().pattern.sub(order, text)
        if said == text or said.strip() == order:
            return None
        return choosing.choose(said, self.only(said).reading, self.standing.skills)


@dataclass(frozen=True)
class Served:
    """What a skill says next, and what it wants done in the transaction of these words.

    `task` is the state after it. `ends` tells a result from a question on the way. `proving` is the address to which a
    code shall go.
    """

    text: str
    skill: str
    task: Task
    act: Act | None = None
    sources: tuple[Source, ...] = ()
    choices: tuple[Choice, ...] = ()
    form: str = ""
    proving: str = ""
    ends: bool = False
    confidence: float = 1.0


@dataclass(frozen=True)
class Left:
    """A skill gives its task to a person; `reason` is for the desk, `say` the customer's reason, "" without any."""

    why: Why
    reason: str
    skill: str
    task: Task
    say: str = ""


@dataclass(frozen=True)
class Aside:
    """The customer said something else in the middle of a task: the engine answers that, and the task's question

    comes again; `otherwise` is what becomes of it when the engine has no answer. Words that said what was asked as
    well go `onwards`: then `question` is the dialogue that hears the rest of them alone.
    """

    skill: str
    task: Task
    otherwise: Served | Left
    choices: tuple[Choice, ...] = ()
    form: str = ""
    onwards: Served | None = None
    question: Dialogue | None = None

    def after(self, answer: Answer, bridge: str) -> Served:
        """The answer, then the open question."""
        if self.onwards is not None:
            return _with(self.onwards, answer)
        text = f"{answer.text}\n\n{bridge}"
        return Served(
            text, self.skill, self.task, sources=answer.sources, choices=self.choices, form=self.form,
            confidence=answer.confidence,
        )  # fmt: skip

    def beside(self, other: Served | Left) -> Served | Left:
        """What another skill says to it at once, and the step onwards; that step alone where there is no such thing."""
        if self.onwards is None:
            return other
        at_once = isinstance(other, Served) and other.ends and other.act is None and other.skill != self.skill
        return _with(self.onwards, other) if at_once and isinstance(other, Served) else self.otherwise


def _with(onwards: Served, told: Answer | Served) -> Served:
    text, sources = f"{told.text}\n\n{onwards.text}", (*told.sources, *onwards.sources)
    return replace(onwards, text=text, sources=sources, confidence=min(told.confidence, onwards.confidence))


Heard = Served | Left | Aside | None
