"""What the rules saw at each turn of the demo's past: signals with their words, counts, circumstances, moods."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from assistant.models import Mode
from conversations.demo import clock
from conversations.models import AuthorKind, Conversation, Kind, Message
from escalation.circumstances import WEEKDAYS, Circumstances
from escalation.facts import COURSES, Facts, Quote, Signal
from escalation.signals import NAMES

THRESHOLD = 0.5  # of signals and of the assistant's confidence in the past
QUIET = (0.01, 0.16)
NEAR = (0.36, 0.48)  # where a signal rises without firing, as it does now and then
RISES = ("anger", "intent_missed", "loop", "policy_exception")
HOW_OFTEN = 0.06
MOST_OF_A_COURSE = 6  # lines, as the signals themselves remember


@dataclass(frozen=True)
class Doubts:
    """How often the assistant was not sure so far, and how often in a row."""

    unsure: int = 0
    in_a_row: int = 0


@dataclass
class Measurer:
    """Measures one conversation as it goes by."""

    row: Conversation
    teams: Sequence[str]
    chance: Random
    moods: dict[str, dict[int, float]] = field(default_factory=lambda: {name: {} for name in COURSES})

    def facts(
        self, at: datetime, messages: Sequence[Message], *, evidence: Sequence[Quote], doubts: Doubts,
        fired: tuple[str, float] | None = None,
    ) -> Facts:  # fmt: skip
        """The facts of a turn at which one signal may fire; the others are quiet, or one of them rises a little."""
        signals = {name: Signal(name, round(self.chance.uniform(*QUIET), 3), THRESHOLD) for name in NAMES}
        if fired is not None:
            name, value = fired
            signals[name] = Signal(name, value, THRESHOLD, tuple(evidence))
        elif self.chance.random() < HOW_OFTEN:
            name = self.chance.choice(RISES)
            signals[name] = Signal(name, round(self.chance.uniform(*NEAR), 3), THRESHOLD, tuple(evidence))
        return Facts(
            signals,
            None,
            None,
            self.row.language,
            {},
            _counts(messages, doubts),
            circumstances=self._around(at),
            course=self._course(signals),
        )

    def rest(self) -> None:
        """A person dealt with all that was said so far."""
        self.moods = {name: {} for name in COURSES}

    def _around(self, at: datetime) -> Circumstances:
        here = at.astimezone(clock.zone())
        return Circumstances(
            topic="",
            channel=str(self.row.channel),
            mode=str(Mode.AUTOPILOT),
            weekday=WEEKDAYS[here.weekday()],
            clock=f"{here:%H:%M}",
            open=dict.fromkeys(self.teams, clock.is_open("people", at)),
        )

    def _course(self, signals: Mapping[str, Signal]) -> dict[str, tuple[tuple[int, float], ...]]:
        for name in COURSES:
            self.moods[name][self.row.last_customer_seq] = signals[name].value
        return {name: tuple(sorted(self.moods[name].items()))[-MOST_OF_A_COURSE:] for name in COURSES}


def _counts(messages: Sequence[Message], doubts: Doubts) -> dict[str, int]:
    kinds = [message.author_kind for message in messages if message.kind == Kind.TEXT]
    return {
        "customer_messages": kinds.count(AuthorKind.CUSTOMER),
        "assistant_messages": kinds.count(AuthorKind.ASSISTANT),
        "agent_messages": kinds.count(AuthorKind.AGENT),
        "unsure": doubts.unsure,
        "unsure_in_a_row": doubts.in_a_row,
    }
