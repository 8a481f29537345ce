"""The signals: measured facts about what the customer wrote, each with value, threshold and quoted words."""

from __future__ import annotations

from collections.abc import Mapping

from escalation.hearing import Heard, Signal
from escalation.signals import anger, asks_human, distress
from escalation.signals.names import NAMES
from escalation.signals.sensing import Reading, judge, signal, strongest

__all__ = ["NAMES", "sense"]


def sense(heard: Heard) -> Mapping[str, Signal]:
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
    return {name: signal(name, readings[name]) for name in NAMES}
