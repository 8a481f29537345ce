"""Which skills the tenant entered now has switched on, and their policies."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from assistant.models import SkillSettings
from assistant.skills import policies
from assistant.skills.contract import Skill
from assistant.skills.policies import PolicyError
from assistant.skills.registry import SKILLS
from assistant.skills.troubleshooting import skills as guides


@dataclass(frozen=True)
class Configured:
    """A skill with the tenant's policy; `broken` says what cannot be read of it, and then a person does the task."""

    skill: Skill[Any]
    on: bool
    policy: Any
    broken: str = ""


def everything() -> Mapping[str, Configured]:
    """Every skill by name, and the guides that are on, each a skill of its own. Two queries."""
    drawn = {one.name: Configured(one, on=True, policy=one.policy()) for one in guides.drawn()}
    return {**listed(), **drawn}


def listed() -> Mapping[str, Configured]:
    """Every skill that Baton brings, by name. One query."""
    stored = {row.name: row for row in SkillSettings.objects.all()}
    return {name: _configured(skill, stored.get(name)) for name, skill in SKILLS.items()}


def _configured(skill: Skill[Any], row: SkillSettings | None) -> Configured:
    if row is None:
        return Configured(skill, on=True, policy=skill.policy())
    try:
        policy = policies.read(skill.policy, row.policy)
    except PolicyError as error:
        return Configured(skill, row.on, skill.policy(), str(error))
    return Configured(shaped(skill, policy), row.on, policy)


def shaped(skill: Skill[Any], policy: Any) -> Skill[Any]:
    """The skill with the slots that its policy wants, where the policy says so."""
    return skill if skill.slots_of is None else replace(skill, slots=skill.slots_of(policy))
