"""The one writer of macros."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from typing_extensions import TypedDict

from agents.rest.asking import all_of
from conversations import desk_acts, wire
from conversations.canned import filling
from conversations.canned.replies import TakenError
from conversations.desk_acts.acts import Act, AddNote, Reply
from conversations.models import Macro
from tenants import taken
from tenants.errors import NotFoundError, ParameterError
from tenants.openapi.shapes import Listed
from tenants.trail import audit
from tenants.trail.audit import About, Actor

MOST = 200


class MacroRow(TypedDict):
    """Acts that the desk does at once, under a name."""

    id: str
    name: str
    acts: list[desk_acts.ActShape]
    updated_at: str


def access_macro(macro_id: str) -> Macro:
    """The macro with this id; NotFoundError when there is none."""
    try:
        return Macro.objects.get(pk=macro_id)
    except (Macro.DoesNotExist, ValidationError) as error:
        raise NotFoundError(gettext("There is no such macro here."), param="macro_id") from error


def listed() -> Listed[MacroRow]:
    """All macros by name. One query."""
    return all_of([shown(macro) for macro in Macro.objects.all()[:MOST]])


def shown(macro: Macro) -> MacroRow:
    """A macro as it goes over the wire."""
    return {"id": macro.id, "name": macro.name, "acts": macro.acts, "updated_at": wire.stamp(macro.updated_at)}


@transaction.atomic
def create(name: str, given: object, *, actor: Actor) -> Macro:
    """A new one; ParameterError naming the place of an act that is wrong, TakenError for a name that is taken."""
    acts = _checked(given)
    if Macro.objects.count() >= MOST:
        raise ParameterError(gettext("There are {most} macros already. Remove some first.").format(most=MOST))
    made = Macro(name=name, acts=desk_acts.as_json(acts))
    _save(made)
    audit.record("macro.created", actor=actor, about=_about(made), changes={"acts": (None, made.acts)})
    return made


@transaction.atomic
def change(macro: Macro, fields: Mapping[str, Any], *, actor: Actor) -> Macro:
    """Change its name, its acts or both; errors as in `create`."""
    wanted = {**fields}
    if "acts" in fields:
        wanted["acts"] = desk_acts.as_json(_checked(fields["acts"]))
    changes = {name: (getattr(macro, name), value) for name, value in wanted.items() if getattr(macro, name) != value}
    if changes:
        for name, value in wanted.items():
            setattr(macro, name, value)
        macro.updated_at = timezone.now()
        _save(macro)
        audit.record("macro.changed", actor=actor, about=_about(macro), changes=changes)
    return macro


@transaction.atomic
def remove(macro: Macro, *, actor: Actor) -> None:
    """Remove it; what it did stays done."""
    audit.record("macro.removed", actor=actor, about=_about(macro), changes={"acts": (macro.acts, None)})
    macro.delete()


def _checked(given: object) -> tuple[Act, ...]:
    acts = desk_acts.parse(given)
    for number, act in enumerate(acts):
        wrong = filling.unknown(act.text) if isinstance(act, Reply | AddNote) else ()
        if wrong:
            place = f"acts[{number}].text"
            raise ParameterError(
                gettext("{place}: there is no variable {{{{{wrong}}}}}.").format(place=place, wrong=wrong[0]),
                param=place,
            )
    return acts


def _save(macro: Macro) -> None:
    with taken.refused_as(
        TakenError(gettext("There is another macro “{name}” already.").format(name=macro.name), param="name")
    ):
        macro.save()


def _about(macro: Macro) -> About:
    return About("macro", str(macro.id), macro.name)
