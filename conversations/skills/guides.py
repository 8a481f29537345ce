"""Guides over REST: how they are shown, and how one is tried."""

from typing import Any, Literal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from typing_extensions import TypedDict

from assistant.models import Guide
from assistant.skills.troubleshooting import drawing
from conversations import wire
from tenants.errors import NotFoundError

Json = dict[str, Any]


class GuideAnswer(TypedDict):
    """An answer to a question of a guide."""

    label: str
    also: list[str]
    """Other words for it."""
    to: str
    """The id of the step that comes next; empty while it leads nowhere."""


class GuideStep(TypedDict):
    """A question, or an end."""

    id: str
    kind: Literal["question", "solved", "person"]
    says: str
    answers: list[GuideAnswer]


class GuideFault(TypedDict):
    """What is wrong with a guide."""

    step: str
    """Empty: the whole guide."""
    says: str


class GuideFaults(TypedDict):
    """All that is wrong with a guide."""

    faults: list[GuideFault]


class GuideRow(TypedDict):
    """A guide: questions that lead a customer to the cause of a trouble."""

    id: str
    title: str
    examples: list[str]
    """How customers tell of the trouble."""
    questions: int
    on: bool
    version: int
    updated_at: str


class GuideWhole(GuideRow):
    """A guide with its steps, and what is wrong with it."""

    steps: list[GuideStep]
    faults: list[GuideFault]


def access_guide(guide_id: str) -> Guide:
    """The guide with this id; NotFoundError when there is none."""
    try:
        return Guide.objects.get(pk=guide_id)
    except (Guide.DoesNotExist, ValidationError) as error:
        raise NotFoundError(gettext("There is no such guide here."), param="guide_id") from error


def listed() -> list[GuideRow]:
    """All guides by title; there are never more than fit on a page. One query."""
    return [_brief(row) for row in Guide.objects.all()]


def whole(guide: Guide) -> GuideWhole:
    """The guide with its steps, and what is wrong with it."""
    return {
        **_brief(guide),
        "steps": guide.steps,
        "faults": _faults(guide),
    }


def checked(fields: Json) -> GuideFaults:
    """What is wrong with a guide as it is typed; nothing is stored."""
    guide = Guide(title=fields["title"], steps=fields["steps"], examples=fields["examples"])
    return {"faults": _faults(guide)}


def _faults(guide: Guide) -> list[GuideFault]:
    return [{"step": one.step, "says": one.says} for one in drawing.faults_of(guide)]


def _brief(guide: Guide) -> GuideRow:
    return {
        "id": guide.id,
        "title": guide.title,
        "examples": guide.examples,
        "questions": sum(step["kind"] == "question" for step in guide.steps),
        "on": guide.on,
        "version": guide.version,
        "updated_at": wire.stamp(guide.updated_at),
    }
