"""The one writer of how the tenant wants its skills: on or off, and by which policy."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from assistant.models import SkillSettings
from assistant.skills import configured, policies
from assistant.skills.contract import Skill
from assistant.skills.policies import PolicyError
from tenants.errors import ParameterError
from tenants.trail import audit
from tenants.trail.audit import About, Actor

Json = dict[str, Any]


class WrongPolicyError(ParameterError):
    """A setting of the policy cannot be what was sent; `param` names it, as in `policy.window_days`."""

    def __init__(self, error: PolicyError) -> None:
        place = "policy" if error.place == "policy" else f"policy.{error.place}"
        super().__init__(f"{place}: {error.problem}.", param=place)


def read(skill: Skill[Any], policy: Mapping[str, Any]) -> Any:
    """The policy that the JSON describes. Raises WrongPolicyError."""
    try:
        return policies.read(skill.policy, policy)
    except PolicyError as error:
        raise WrongPolicyError(error) from error


def in_force(skill: Skill[Any]) -> Any:
    """The policy that the tenant has set; the usual one where it has none that can be read."""
    return configured.listed()[skill.name].policy


@transaction.atomic
def switch(skill: Skill[Any], *, on: bool, actor: Actor) -> None:
    """Let the assistant do the task from now on, or leave it to people."""
    row = _locked(skill)
    if row.on == on and not row.waits:
        return
    if row.on != on:
        audit.record("skill.changed", actor=actor, about=_about(skill), changes={"on": (row.on, on)})
    row.on, row.waits = on, False  # whoever has said what they want is not asked again
    _keep(row)


@transaction.atomic
def set_policy(skill: Skill[Any], policy: Mapping[str, Any], *, actor: Actor) -> None:
    """Keep to this policy from now on; what it does not name gets its usual value. Raises WrongPolicyError."""
    wanted = policies.to_json(read(skill, policy))
    row = _locked(skill)
    changes = audit.changed(_before(skill, row), wanted)
    if not changes and row.policy:
        return
    audit.record("skill.changed", actor=actor, about=_about(skill), changes=changes)
    row.policy = wanted
    _keep(row)


def _locked(skill: Skill[Any]) -> SkillSettings:
    SkillSettings.objects.get_or_create(name=skill.name)
    return SkillSettings.objects.select_for_update().get(name=skill.name)


def _before(skill: Skill[Any], row: SkillSettings) -> Json:
    """What was in force; of a policy that cannot be read, what is stored."""
    try:
        return policies.to_json(policies.read(skill.policy, row.policy))
    except PolicyError:
        return row.policy if isinstance(row.policy, dict) else {"policy": row.policy}


def _keep(row: SkillSettings) -> None:
    row.updated_at = timezone.now()
    row.save()


def _about(skill: Skill[Any]) -> About:
    return About("skill", skill.name, skill.label)
