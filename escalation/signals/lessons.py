"""What the network learns from: written dialogues, single written lines and public texts, with labels and trust."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from escalation import cases, public_data
from escalation.cases import dialogues
from escalation.cases.dialogues import Dialogue, Turn
from escalation.evaluation import NEUTRAL
from escalation.hearing import Attribute
from escalation.signals.names import NAMES

FOLDS = 4
TRUST_IN_LINES = 0.5  # the older cases of one line each
TRUST_IN_NEUTRAL = 0.25
TRUST_IN_COMMENTS = 0.1  # times the weight of the example, within these bounds
COMMENT_WEIGHTS = (0.7, 5.0)
TRUST_ELSEWHERE = 0.25  # another signal's case as a negative: nobody said so, but it is so nearly always
PUBLIC_EACH = 300
PUBLIC_TELLING = 2500  # of each set that speaks of one signal
# As how many such texts those of a set count together in the training, so that they do not drown the written lessons.
COUNT_AS = 480
COUNT_AS_MORE = {"goemotions angry": 2880, "goemotions happy": 1440}  # what is most easily flagged by mistake
# Whose positives often hold for the signal as well, so that they teach nothing about it.
OFTEN_TOGETHER: Mapping[str, tuple[str, ...]] = {
    "anger": (
        "public_escalation", "churn_risk", "loop", "intent_missed", "billing_legal", "asks_human", "distress",
        "cross_department", "policy_exception",
    ),
    "asks_human": ("cross_department", "anger", "loop", "intent_missed", "billing_legal", "public_escalation"),
    "distress": ("billing_legal", "policy_exception"),
    "billing_legal": ("public_escalation",),
    "churn_risk": ("public_escalation",),
    "loop": ("intent_missed", "anger", "cross_department"),
    "intent_missed": ("loop", "anger"),
    "public_escalation": ("billing_legal",),
    "cross_department": ("loop", "billing_legal"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lesson:
    """A talk with the signals that it is about: whether each fires (`labels`), and how far that is to be trusted."""

    turns: tuple[Turn, ...]
    labels: Mapping[str, bool]
    trust: Mapping[str, float]
    source: str  # a signal, "routine", or the public set
    kind: str
    industry: str = ""
    customer: Mapping[str, Attribute] = field(default_factory=dict)
    held_out: bool = False
    varied: bool = False  # a copy in other surroundings, see `surroundings`

    @property
    def fold(self) -> int:
        """Which part of the training it belongs to when thresholds are set: a whole trade at a time."""
        return zlib.crc32((self.industry or self.turns[-1].text).encode()) % FOLDS


def gather(folder: Path | None) -> list[Lesson]:
    """All lessons; without a folder of public data the written ones alone."""
    return [*_dialogues(), *_lines(), *(_public(folder) if folder else ())]


def _dialogues() -> Iterator[Lesson]:
    for name in (*NAMES, "routine"):
        for dialogue in dialogues.load(name):
            yield _lesson(name, dialogue)


def _lesson(source: str, dialogue: Dialogue) -> Lesson:
    positive = dialogue.kind == "positive"
    labels = {name: positive and name == source for name in NAMES}
    return Lesson(
        dialogue.turns,
        labels,
        {name: _trust(name, source, positive=positive) for name in NAMES},
        source,
        dialogue.kind,
        dialogue.industry,
        dialogue.customer,
        dialogues.is_held_out(dialogue),
    )


def _trust(name: str, source: str, *, positive: bool) -> float:
    if source in (name, "routine"):
        return 1.0
    together = source in OFTEN_TOGETHER.get(name, ())
    return (0.0 if positive else 0.15) if together else TRUST_ELSEWHERE


def _lines() -> Iterator[Lesson]:
    for name in public_data.SIGNALS:
        for case in cases.load(name):
            trust = {each: TRUST_IN_LINES if each == name else _lines_trust(each, name, case.label) for each in NAMES}
            labels = {each: case.label and each == name for each in NAMES}
            kind = "positive" if case.label else "near_miss"
            held = cases.is_held_out(case.text)
            yield Lesson((Turn("customer", case.text),), labels, trust, f"{name} lines", kind, held_out=held)


def _lines_trust(name: str, source: str, positive: bool) -> float:  # noqa: FBT001
    return TRUST_IN_LINES * _trust(name, source, positive=positive)


def _public(folder: Path) -> Iterator[Lesson]:
    """Neutral traffic, where no signal fires, and comments and posts that speak of one signal alone."""
    seen: set[str] = set()
    for name in public_data.SIGNALS:
        grouped: dict[str, list[public_data.Example]] = {}
        for example in public_data.gather(name, folder):
            if "cases" not in example.source and example.source != public_data.TO_AN_ASSISTANT:
                grouped.setdefault(f"{example.source} {example.label}", []).append(example)
        for examples in grouped.values():
            set_name = examples[0].source.split()[0]
            if set_name not in NEUTRAL:
                yield from _telling(name, _some(examples, PUBLIC_TELLING))
                continue
            for example in _some(examples, PUBLIC_EACH):
                if example.text not in seen:
                    seen.add(example.text)
                    nothing = dict.fromkeys(NAMES, False)
                    yield _public_lesson(example, nothing, dict.fromkeys(NAMES, TRUST_IN_NEUTRAL), set_name)


def _telling(name: str, examples: Sequence[public_data.Example]) -> Iterator[Lesson]:
    """Texts of one set and label that speak of one signal alone."""
    taught = sum(not example.held_out for example in examples)
    share = min(1.0, COUNT_AS_MORE.get(examples[0].source, COUNT_AS) / max(taught, 1))
    for example in examples:
        trust = share * TRUST_IN_COMMENTS * min(max(example.weight, COMMENT_WEIGHTS[0]), COMMENT_WEIGHTS[1])
        yield _public_lesson(example, {name: example.label}, {name: trust}, example.source)


def _public_lesson(
    example: public_data.Example, labels: Mapping[str, bool], trust: Mapping[str, float], source: str
) -> Lesson:
    turns = (Turn("customer", example.text),)
    return Lesson(turns, labels, trust, source, "public", held_out=example.held_out)


def _some(examples: Iterable[public_data.Example], most: int) -> list[public_data.Example]:
    return sorted(examples, key=lambda example: (zlib.crc32(example.text.encode()), example.text))[:most]
