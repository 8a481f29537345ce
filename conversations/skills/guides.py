"""Guides over REST: how they are shown, and how one is tried."""

from typing import Any

from django.core.exceptions import ValidationError

from assistant.models import Guide
from assistant.skills.troubleshooting import drawing
from conversations import wire
from tenants.errors import NotFoundError

Json = dict[str, Any]


def access_guide(guide_id: str) -> Guide:
    """The guide with this id; NotFoundError when there is none."""
    try:
        return Guide.objects.get(pk=guide_id)
    except (Guide.DoesNotExist, ValidationError) as error:
        raise NotFoundError("There is no such guide here.", param="guide_id") from error


def listed() -> Json:
    """All guides by title; there are never more than fit on a page. One query."""
    return {"data": [_brief(row) for row in Guide.objects.all()], "has_more": False, "next_cursor": None}


def whole(guide: Guide) -> Json:
    """The guide with its steps, and what is wrong with it."""
    return {
        **_brief(guide),
        "steps": guide.steps,
        "faults": [{"step": one.step, "says": one.says} for one in drawing.faults_of(guide)],
    }


def checked(fields: Json) -> Json:
    """What is wrong with a guide as it is typed; nothing is stored."""
    guide = Guide(title=fields["title"], steps=fields["steps"], examples=fields["examples"])
    return {"faults": [{"step": one.step, "says": one.says} for one in drawing.faults_of(guide)]}


def _brief(guide: Guide) -> Json:
    return {
        "id": guide.id,
        "title": guide.title,
        "examples": guide.examples,
        "questions": sum(step["kind"] == "question" for step in guide.steps),
        "on": guide.on,
        "version": guide.version,
        "updated_at": wire.stamp(guide.updated_at),
    }
