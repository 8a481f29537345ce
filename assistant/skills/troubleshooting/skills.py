"""Each guide that is on as a skill of its own: its questions are the slots, its examples lead to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from assistant.models import Guide
from assistant.skills.contract import Ask, Choice, Leave, Scene, Skill, Slot, Step, Tell, Value, Why
from assistant.skills.troubleshooting import guide as guides
from assistant.skills.troubleshooting import words
from assistant.skills.troubleshooting.guide import Guidance, GuideStep, StepKind
from assistant.skills.troubleshooting.walking import BACK, Place, walk
from assistant.words import say

LANGUAGES = tuple(words.AGAIN)


@dataclass(frozen=True)
class NoPolicy:
    """A guide is its own policy."""


def drawn() -> list[Skill[NoPolicy]]:
    """The guides that are on. One query."""
    return [of(row) for row in Guide.objects.filter(on=True)]


def of(row: Guide) -> Skill[NoPolicy]:
    """The guide as a skill, whether it is on or not; it has to be sound."""
    return skill(str(row.id), guides.read(row.title, row.steps), row.examples)


def skill(name: str, guide: Guidance, examples: Sequence[str]) -> Skill[NoPolicy]:
    """A guide as a skill of this name."""

    def step(slots: Mapping[str, Value], scene: Scene[NoPolicy]) -> Step:
        return next_step(guide, slots, scene)

    def describe(_policy: NoPolicy) -> Sequence[str]:
        questions = sum(one.kind is StepKind.QUESTION for one in guide.steps)
        return [
            gettext(
                "Walks the customer through “{title}”: {questions} questions, a person where they lead to one."
            ).format(title=guide.title, questions=questions)
        ]

    return Skill(
        name=name,
        label=guide.title,
        purpose=f"Help with this trouble, question by question: {guide.title}",
        slots=tuple(_slot(one) for one in guide.steps if one.kind is StepKind.QUESTION),
        policy=NoPolicy,
        step=step,
        describe=describe,
        examples=tuple(examples),
    )


def next_step(guide: Guidance, slots: Mapping[str, Value], scene: Scene[NoPolicy]) -> Step:
    """The question that the answers lead to, or how the guide ends."""
    place = walk(guide, slots)
    match place.step.kind:
        case StepKind.QUESTION:
            return _ask(place, scene.language)
        case StepKind.SOLVED:
            return Tell(place.step.says, facts={"Solved by": guide.title, **_told(place)})
        case StepKind.PERSON:
            way = "; ".join(f"{question}: {answer}" for question, answer in _told(place).items())
            reason = f"The guide “{guide.title}” ends with a person: {place.step.says} {way}."
            return Leave(Why.GAVE_UP, reason, place.step.says)


def _ask(place: Place, language: str) -> Ask:
    choices = [Choice(one.label, one.label, value=one.label) for one in place.step.answers]
    if place.path:
        back = say(words.BACK, language)
        choices.append(Choice(back, back, value=BACK))
    says = place.step.says
    if place.unread:
        says = say(words.AGAIN, language).format(says=says)
    return Ask(place.step.id, says, choices=tuple(choices), wrong=place.unread)


def _told(place: Place) -> dict[str, str]:
    return {question.says.rstrip("?: "): answer.label for question, answer in place.path}


def _slot(step: GuideStep) -> Slot:
    answers = "; ".join(one.label for one in step.answers)
    return Slot(
        step.id,
        "text",
        label={"en": step.says},
        asks={"en": step.says},
        again={code: say(words.AGAIN, code).format(says=step.says) for code in LANGUAGES},
        purpose=f"{step.says} One of: {answers}",
        required=False,
    )
