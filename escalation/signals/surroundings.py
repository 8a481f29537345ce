"""Copies of written lessons in other surroundings: talk that went before, and attributes that say nothing of them.

Most written lessons are one line of a customer of whom nothing is known; what serves meets them in the middle of a
talk with somebody known, and must say the same.
"""

from __future__ import annotations

import random
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from escalation.cases.dialogues import Turn
from escalation.hearing import Attribute
from escalation.signals.lessons import Lesson

TRUST = 0.5  # in a copy, beside its lesson
BY_ATTRIBUTES = ("churn_risk", "upsell")  # whose cases are what they are because of who the customer is
BY_COURSE = ("loop", "intent_missed")  # whose cases are what they are because of all that was said
# Whose near misses and routine talks may stand before another lesson without making it one of theirs.
_BEFORE = (*BY_COURSE, "anger")
KNOWN = 0.75  # how many of the copies are of a customer of whom something is known
_GREETINGS = (
    "Hello! How can I help you today?", "Hi there, what can I do for you?", "Welcome back. What is it about?",
    "Good morning, how may I help?", "Hi! I'm the assistant. Ask me anything.",
)  # fmt: skip
_HELLOS = ("hi", "hello", "good morning", "hey there", "hi, quick question")

Talk = tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class _Supply:
    """What copies are made with: beginnings of talks by trade, and attributes of customers."""

    beginnings: Mapping[str, Sequence[Talk]]
    customers: Sequence[Mapping[str, Attribute]]


def vary(lessons: Sequence[Lesson]) -> list[Lesson]:
    """A copy of each written lesson that may be trained on and can stand elsewhere; the same lessons give the same."""
    written = [lesson for lesson in lessons if lesson.kind != "public" and not lesson.held_out]
    supply = _supply(written)
    return [copy for lesson in written if (copy := _vary(lesson, supply)) is not None]


def _vary(lesson: Lesson, supply: _Supply) -> Lesson | None:
    seed = zlib.crc32(f"{lesson.source} {lesson.turns[0].text} {lesson.turns[-1].text}".encode())
    dice = random.Random(seed)  # noqa: S311  the same copies each time, and no secret
    turns, customer = lesson.turns, lesson.customer
    if lesson.source not in BY_ATTRIBUTES and dice.random() < KNOWN:
        customer = dice.choice(supply.customers)
    if len(turns) == 1 and lesson.source not in BY_COURSE:
        turns = (*_before(lesson.industry, supply, dice), *turns)
    if turns is lesson.turns and customer is lesson.customer:
        return None
    trust = {name: TRUST * each for name, each in lesson.trust.items()}
    return replace(lesson, turns=turns, customer=customer, trust=trust, varied=True)


def _before(trade: str, supply: _Supply, dice: random.Random) -> Talk:
    """A greeting, a greeting that was returned, or a question of the same trade, mostly, with its answer."""
    kind = dice.random()
    if kind < 0.25:
        return (Turn("assistant", dice.choice(_GREETINGS)),)
    if kind < 0.4:
        return (Turn("customer", dice.choice(_HELLOS)), Turn("assistant", dice.choice(_GREETINGS)))
    own = supply.beginnings.get(trade)
    return dice.choice(own if own and dice.random() < 0.8 else supply.beginnings[""])


def _supply(lessons: Sequence[Lesson]) -> _Supply:
    beginnings: dict[str, list[Talk]] = {"": []}
    for lesson in lessons:
        if not lesson.industry or lesson.kind == "positive" or lesson.source in _BEFORE:
            continue
        for end in (4, 2):
            if len(lesson.turns) > end and (lesson.turns[0].role, lesson.turns[end - 1].role) == _QUESTION_AND_ANSWER:
                beginnings[""].append(lesson.turns[:end])
                beginnings.setdefault(lesson.industry, []).append(lesson.turns[:end])
    return _Supply(beginnings, [lesson.customer for lesson in lessons if lesson.customer])


_QUESTION_AND_ANSWER = ("customer", "assistant")
