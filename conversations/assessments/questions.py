"""The sections and questions of a scorecard: read strictly, and what an answer is worth; pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.translation import gettext
from typing_extensions import TypedDict

from tenants.errors import ParameterError

Json = dict[str, Any]
NOT_APPLICABLE = "na"
YES, NO = "yes", "no"
QuestionKind = Literal["yes_no", "scale", "choice"]
KINDS: tuple[QuestionKind, ...] = ("yes_no", "scale", "choice")
MOST_SECTIONS, MOST_QUESTIONS, MOST_CHOICES, HEAVIEST = 12, 40, 8, 10
STEPS = (3, 4, 5, 7)
ID = re.compile(r"[a-z0-9_]{1,20}")


class ScorecardChoice(TypedDict):
    """One of the answers of a question."""

    id: str
    label: str
    worth: float | None
    """0..1; null where it does not count."""


class ScorecardQuestion(TypedDict):
    """A question of a scorecard."""

    id: str
    text: str
    help: str
    kind: QuestionKind
    weight: int
    critical: bool
    """An answer that is worth nothing fails the whole."""
    may_not_apply: bool
    good: Literal["yes", "no"]
    """Of yes and no the better one."""
    steps: Literal[3, 4, 5, 7]
    """Of a scale, which goes from 1, the worst, to this."""
    choices: list[ScorecardChoice]


class ScorecardSection(TypedDict):
    """Questions on one subject."""

    id: str
    title: str
    questions: list[ScorecardQuestion]


@dataclass(frozen=True)
class Choice:
    """One of several answers, and what it is worth: 0..1, none where it does not count."""

    id: str
    label: str
    worth: float | None


@dataclass(frozen=True)
class Question:
    """One question. Of yes and no `good` is the better one; a scale goes from 1, the worst, to `steps`."""

    id: str
    section: str
    text: str
    kind: QuestionKind
    help: str = ""
    weight: int = 1
    critical: bool = False
    may_not_apply: bool = True
    good: str = YES
    steps: int = 5
    choices: tuple[Choice, ...] = ()

    @property
    def ordered(self) -> bool:
        """Whether its answers lie on a line, so that one step apart is nearer than four."""
        return self.kind == "scale"

    def values(self) -> tuple[str, ...]:
        """All that can be answered."""
        of_kind = {
            "yes_no": (YES, NO),
            "scale": tuple(str(step) for step in range(1, self.steps + 1)),
            "choice": tuple(one.id for one in self.choices),
        }[self.kind]
        return (*of_kind, NOT_APPLICABLE) if self.may_not_apply else of_kind

    def worth(self, value: str) -> float | None:
        """What the answer is worth, 0..1; None where it does not apply. ParameterError for no answer of this one."""
        if value not in self.values():
            raise ParameterError(
                gettext("{id}: “{value}” is no answer to “{text}”.").format(id=self.id, value=value, text=self.text),
                param=self.id,
            )
        if value == NOT_APPLICABLE:
            return None
        if self.kind == "yes_no":
            return float(value == self.good)
        if self.kind == "scale":
            return (int(value) - 1) / (self.steps - 1)
        return next(one.worth for one in self.choices if one.id == value)

    def label(self, value: str) -> str:
        """The answer in words."""
        if value == NOT_APPLICABLE:
            return "Does not apply"
        if self.kind == "choice":
            return next((one.label for one in self.choices if one.id == value), value)
        return value.capitalize() if self.kind == "yes_no" else f"{value} of {self.steps}"


def questions(sections: Iterable[Mapping[str, Any]]) -> tuple[Question, ...]:
    """All questions of a version, in their order."""
    return tuple(_question(one, str(section["id"])) for section in sections for one in section["questions"])


def same_answers(before: Question, after: Question) -> bool:
    """Whether answers to the one can be held against answers to the other."""
    return (before.kind, before.good, set(before.values())) == (after.kind, after.good, set(after.values()))


def checked(sections: Sequence[Json]) -> list[Json]:
    """Sections of a form as they are stored; ParameterError names what is wrong and where.

    The form has looked at kinds and lengths already; here is what one field alone cannot tell.
    """
    told = questions(sections)
    if not told or len(told) > MOST_QUESTIONS:
        raise ParameterError(
            gettext("sections: a scorecard has 1 to {most_questions} questions.").format(most_questions=MOST_QUESTIONS),
            param="sections",
        )
    _once([one.id for one in told], "two questions have the same id")
    _once([str(one["id"]) for one in sections], "two sections have the same id")
    _once([one.text.casefold() for one in told], "the same question stands there twice")
    for one in told:
        _check(one)
    return list(sections)


def _check(one: Question) -> None:
    if one.kind == "choice":
        labels = [choice.label.casefold() for choice in one.choices]
        if len(labels) < 2:
            raise ParameterError(
                gettext("sections: give “{text}” at least two choices.").format(text=one.text), param="sections"
            )
        _once(labels, f"“{one.text}” has the same choice twice")
        _once([choice.id for choice in one.choices], f"“{one.text}” has the same choice twice")
        if not any(choice.worth for choice in one.choices):
            raise ParameterError(
                gettext("sections: no choice of “{text}” is worth anything.").format(text=one.text), param="sections"
            )
    if one.critical and 0 not in {one.worth(value) for value in one.values()}:
        raise ParameterError(
            gettext("sections: “{text}” is critical, but no answer to it is worth nothing.").format(text=one.text),
            param="sections",
        )


def _once(all_of_them: Sequence[str], problem: str) -> None:
    if len(set(all_of_them)) < len(all_of_them):
        raise ParameterError(f"sections: {problem}.", param="sections")


def _question(one: Mapping[str, Any], section: str) -> Question:
    choices = tuple(Choice(c["id"], c["label"], c["worth"]) for c in one.get("choices", ()))
    rest = {name: value for name, value in one.items() if name != "choices"}
    return Question(section=section, choices=choices, **rest)
