"""The one writer of guides: draws, changes, switches and removes them; on is only one that leaves nobody stuck."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from assistant.models import Guide
from assistant.skills.troubleshooting import guide as guides
from assistant.skills.troubleshooting.checking import Fault, faults
from tenants import taken
from tenants.errors import ParameterError
from tenants.trail import audit
from tenants.trail.audit import About, Actor

Json = dict[str, Any]
MOST_GUIDES = 100


class TitleTakenError(ParameterError):
    """Another guide has this title."""

    status = 409
    code = "name_taken"


class GuideChangedError(ParameterError):
    """Somebody changed the guide since it was read."""

    status = 409
    code = "guide_changed"


def create(fields: Mapping[str, Any], *, actor: Actor) -> Guide:
    """Store a new guide, which is off. Raises TitleTakenError."""
    if Guide.objects.count() >= MOST_GUIDES:
        raise ParameterError(
            gettext("title: there may be {most_guides} guides at most.").format(most_guides=MOST_GUIDES), param="title"
        )
    made = Guide(**{**fields, "on": False})
    with transaction.atomic():
        _save(made)
        audit.record("guide.created", actor=actor, about=_about(made))
    return made


@transaction.atomic
def change(guide: Guide, fields: Mapping[str, Any], *, seen: int | None, actor: Actor) -> Guide:
    """Give fields new values. Raises GuideChangedError, TitleTakenError, and ParameterError for one that is not sound

    and shall be on; a guide that is on goes off when a change makes it unsound.
    """
    row = Guide.objects.select_for_update().get(pk=guide.pk)
    if seen is not None and seen != row.version:
        raise GuideChangedError(
            gettext("version: somebody changed this guide meanwhile. Look at theirs first."), param="version"
        )
    changes = audit.changed({name: getattr(row, name) for name in fields}, fields)
    if not changes:
        return row
    for name, value in fields.items():
        setattr(row, name, value)
    _keep_sound(row, asked_on=bool(fields.get("on", False)))
    row.version += 1
    row.updated_at = timezone.now()
    _save(row)
    told = {name: pair for name, pair in changes.items() if name not in {"steps", "examples"}}
    told |= {name: (len(changes[name][0]), len(changes[name][1])) for name in ("steps", "examples") if name in changes}
    audit.record("guide.changed", actor=actor, about=_about(row), changes=told)
    return row


@transaction.atomic
def remove(guide: Guide, *, actor: Actor) -> None:
    """Forget the guide."""
    about = _about(guide)
    guide.delete()
    audit.record("guide.removed", actor=actor, about=about)


def faults_of(guide: Guide) -> list[Fault]:
    """What is wrong with the guide, and that nothing leads to it yet."""
    found = faults(guides.read(guide.title, guide.steps))
    return (
        found
        if guide.examples
        else [*found, Fault("", "Say in a sentence or more how customers tell of this trouble.")]
    )


def _keep_sound(row: Guide, *, asked_on: bool) -> None:
    found = faults_of(row) if row.on else []
    if found and asked_on:
        raise ParameterError(f"on: {found[0].says}", param="on")
    if found:
        row.on = False


def _save(row: Guide) -> None:
    with taken.refused_as(TitleTakenError(gettext("title: another guide has this title."), param="title")):
        row.save()


def _about(guide: Guide) -> About:
    return About("guide", str(guide.id), guide.title)
