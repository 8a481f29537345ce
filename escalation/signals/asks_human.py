"""Signal: the customer asks for a person."""

from __future__ import annotations

from collections.abc import Sequence

from escalation.hearing import Heard, Line
from escalation.signals.offers import accepts
from escalation.signals.sensing import Judged, Reading, strongest, whole

NAME = "asks_human"


def read(heard: Heard, judged: Sequence[Judged]) -> Reading:
    """The wish for a person in what the customer wrote since the last reply; the pressed button settles it."""
    burst = [each for each in judged if each.newest]
    pressed = [whole(each.line) for each in burst if each.line.pressed_person_button]
    offer = _last_reply(heard)
    accepted = [whole(each.line, 0.95) for each in burst if offer and accepts(offer, each.line.text)]
    return strongest([*pressed, *accepted, *(each.reading(NAME) for each in burst)])


def _last_reply(heard: Heard) -> Line | None:
    """The assistant's line just before the newest burst."""
    before = [line for line in heard.lines if line.role != "customer"]
    last = before[-1] if before and before[-1].role == "assistant" and before[-1].seq > heard.handed_back_at else None
    return None if last is not None and last.in_task else last
