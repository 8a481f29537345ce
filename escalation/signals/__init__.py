"""The signals: measured facts about what the customer wrote, each with value, threshold and quoted words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from escalation.hearing import Heard, Signal
from escalation.signals import anger, asks_human, distress
from escalation.signals.names import NAMES
from escalation.signals.sensing import Judged, Reading, judge, signal, strongest

__all__ = ["COURSES", "NAMES", "Said", "hear"]

COURSES = (anger.NAME, distress.NAME)  # the moods: those whose way over the conversation is kept


@dataclass(frozen=True, slots=True)
class Said:
    """Each signal as it stands, and how the moods went: (seq, value) for each line of the customer that is heard."""

    signals: Mapping[str, Signal]
    courses: Mapping[str, tuple[tuple[int, float], ...]]


def hear(heard: Heard) -> Said:
    """Every named signal of the conversation as it stands; anger, distress and the wish for a person have a memory."""
    judged = judge(heard)
    readings: dict[str, Reading] = {
        anger.NAME: anger.read(judged),
        distress.NAME: distress.read(judged),
        asks_human.NAME: asks_human.read(heard, judged),
    }
    newest = [each for each in judged if each.newest]
    for name in NAMES:
        if name not in readings:
            readings[name] = strongest(each.reading(name) for each in newest)
    signals = {name: signal(name, readings[name]) for name in NAMES}
    return Said(signals, {anger.NAME: _course(judged, anger.read), distress.NAME: _course(judged, distress.read)})


def _course(judged: list[Judged], read: Callable[[Sequence[Judged]], Reading]) -> tuple[tuple[int, float], ...]:
    """What the signal was when each of the lines was written; the last is what it is now."""
    return tuple((each.line.seq, round(read(judged[:until]).value, 6)) for until, each in enumerate(judged, 1))
