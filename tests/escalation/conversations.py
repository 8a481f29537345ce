"""Conversations for the tests of signals and rules, written as short lists of who said what."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from assistant.encoders import minilm, use
from assistant.reading import replies_of
from escalation.facts import Attribute, Facts, Heard, Line, Signal, measure
from escalation.hearing import Role
from escalation.signals import NAMES

Said = tuple[Role, str]


def heard(*said: str | Said, customer: Mapping[str, Attribute] | None = None, handed_back_at: int = 0) -> Heard:
    """A conversation in English; a bare text is the customer's."""
    turns: list[Said] = [("customer", each) if isinstance(each, str) else each for each in said]
    lines = tuple(Line(role, text, seq) for seq, (role, text) in enumerate(turns, 1))
    texts = [line.text for line in lines if line.role == "customer"]
    replies = replies_of([line.text for line in lines if line.role == "assistant"])
    return Heard(lines, minilm.encode(texts), "en", customer or {}, handed_back_at, use.encode(texts), replies)


def unvectored(*lines: Line) -> Heard:
    """A conversation whose vectors say nothing, so that phrases and buttons alone decide."""
    said = sum(line.role == "customer" for line in lines)
    return Heard(lines, np.zeros((said, minilm.DIMENSIONS), dtype=np.float32))


def signal_of(name: str, *said: str | Said) -> Signal:
    """One signal of a conversation."""
    return measure(heard(*said)).signals[name]


def facts(
    *,
    values: Mapping[str, float] | None = None,
    confidence: float | None = None,
    language: str = "en",
    customer: Mapping[str, Attribute] | None = None,
    counts: Mapping[str, int] | None = None,
) -> Facts:
    """Facts made by hand: every signal is 0 unless given."""
    given = {**dict.fromkeys(NAMES, 0.0), **(values or {})}
    made = Facts(
        {name: Signal(name, value, 0.5) for name, value in given.items()},
        None,
        None,
        language,
        customer or {},
        counts or {},
    )
    return made if confidence is None else made.with_confidence(confidence, 0.4)
