"""A decision guide as plain values: questions with answers, and outcomes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Json = dict[str, Any]


class StepKind(StrEnum):
    """What a step is."""

    QUESTION = "question"
    SOLVED = "solved"
    PERSON = "person"


@dataclass(frozen=True)
class Answer:
    """One of the answers to a question; `also` are other words for it, `to` the id of the step that comes next."""

    label: str
    to: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class GuideStep:
    """A question, or how the guide ends."""

    id: str
    kind: StepKind
    says: str
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True)
class Guidance:
    """A whole guide; it begins with its first step."""

    title: str
    steps: tuple[GuideStep, ...]
    by_id: Mapping[str, GuideStep] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {step.id: step for step in reversed(self.steps)})


def read(title: str, stored: Sequence[Json]) -> Guidance:
    """The guide as `to_json` writes its steps; KeyError, TypeError or ValueError for anything else."""
    return Guidance(title, tuple(_step(one) for one in stored))


def to_json(guide: Guidance) -> list[Json]:
    """The steps as plain JSON."""
    return [
        {
            "id": step.id,
            "kind": step.kind.value,
            "says": step.says,
            "answers": [{"label": one.label, "also": list(one.also), "to": one.to} for one in step.answers],
        }
        for step in guide.steps
    ]


def _step(stored: Json) -> GuideStep:
    answers = tuple(Answer(one["label"], one["to"], tuple(one["also"])) for one in stored["answers"])
    return GuideStep(stored["id"], StepKind(stored["kind"]), stored["says"], answers)
