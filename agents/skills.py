"""What people of the desk know how to handle: the skills that rules ask for, and who has which at what level."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, Q
from django.utils.translation import gettext

from agents import people
from agents.models import Agent, Skill, SkillLevel
from tenants import taken
from tenants.errors import NotFoundError, ParameterError
from tenants.trail import audit
from tenants.trail.audit import About, Actor


def listed() -> list[tuple[Skill, int]]:
    """All by name, each with how many people who are not switched off have it. One query."""
    at_work = Count("levels", filter=Q(levels__agent__is_active=True))
    return [(one, one.people) for one in Skill.objects.annotate(people=at_work).order_by("name", "pk")]


def named(name: str | None) -> Skill | None:
    """The skill of that name, or None when there is none or no name."""
    return Skill.objects.filter(name=name).first() if name else None


@transaction.atomic
def make(name: str, *, actor: Actor) -> Skill:
    """A new skill that nobody has yet; ParameterError when the name is taken."""
    made = _saved(Skill(name=name))
    audit.record("skill.created", actor=actor, about=_about(made))
    return made


@transaction.atomic
def rename(skill_id: str, name: str, *, actor: Actor) -> Skill:
    """Give the skill another name; rules that ask for the old one ask for nothing. NotFoundError, ParameterError."""
    skill = _held(skill_id)
    before, skill.name = skill.name, name
    _saved(skill)
    audit.record("skill.renamed", actor=actor, about=_about(skill), changes={"name": (before, name)})
    return skill


@transaction.atomic
def remove(skill_id: str, *, actor: Actor) -> None:
    """The skill goes, from people too; who waits for it is looked at anew. Raises NotFoundError."""
    skill = _held(skill_id)
    audit.record("skill.deleted", actor=actor, about=_about(skill))
    skill.delete()
    people.desk_moved()


def set_levels(person: Agent, wanted: Sequence[Mapping[str, Any]]) -> None:
    """Give the person these skills, each `skill_id` with its `level`, in place of those they had; ParameterError."""
    levels = {str(one["skill_id"]): int(one["level"]) for one in wanted}
    try:
        found = list(Skill.objects.filter(pk__in=levels))
    except ValidationError:
        found = []
    if len(found) != len(wanted):
        raise ParameterError(gettext("skills: there is no such skill, or one is there twice."), param="skills")
    SkillLevel.objects.filter(agent=person).delete()
    SkillLevel.objects.bulk_create(SkillLevel(agent=person, skill=one, level=levels[str(one.id)]) for one in found)


def levels_of(person: Agent) -> dict[str, int]:
    """The level of each skill that the person has, by its name."""
    return dict(SkillLevel.objects.filter(agent=person).order_by("skill__name").values_list("skill__name", "level"))


def _held(skill_id: str) -> Skill:
    try:
        return Skill.objects.select_for_update().get(pk=skill_id)
    except (Skill.DoesNotExist, ValidationError) as error:
        raise NotFoundError(gettext("There is no such skill here."), param="id") from error


def _saved(skill: Skill) -> Skill:
    with taken.refused_as(ParameterError(gettext("name: there is a skill with this name already."), param="name")):
        skill.save()
    return skill


def _about(skill: Skill) -> About:
    return About("skill", str(skill.id), skill.name)
