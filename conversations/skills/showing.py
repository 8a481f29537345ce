"""Skills as the console shows them."""

from typing import Any

from django.utils.translation import gettext
from pydantic import JsonValue
from typing_extensions import TypedDict

from assistant.skills import configured, policies
from assistant.skills.configured import Configured
from assistant.skills.contract import Skill, Slot
from assistant.skills.policies import PolicySetting
from assistant.skills.registry import SKILLS
from conversations.skills import using
from conversations.skills.using import SkillUse
from tenants import speaking
from tenants.errors import NotFoundError


class SkillBrief(TypedDict):
    """Something that the assistant does by itself."""

    name: str
    label: str
    purpose: str
    on: bool
    does: list[str]
    """What it does under its policy, in sentences."""
    broken: str
    """Why the stored policy cannot be read; people do the task until it is mended."""
    personal: bool
    """It asks who the customer is before anything else."""
    writes: list[str]
    """The kinds of act that it may do."""


class SkillRow(SkillBrief):
    """A skill of the assistant, and how it was used lately."""

    used: SkillUse


class SkillSlot(TypedDict):
    """Something that a skill must know."""

    name: str
    label: str
    kind: str
    required: bool


class SkillWhole(SkillRow):
    """A skill of the assistant with its policy."""

    policy: dict[str, JsonValue]
    """What `shape` allows."""
    shape: list[PolicySetting]
    slots: list[SkillSlot]
    examples: list[str]
    """Sentences that lead to it."""
    near_misses: list[str]
    """Sentences that are like those, and lead elsewhere."""


class PolicyInWords(TypedDict):
    """What a policy means."""

    does: list[str]


def access_skill(name: str) -> Skill[Any]:
    """The skill with this name; NotFoundError when there is none."""
    try:
        return SKILLS[name]
    except KeyError as error:
        raise NotFoundError(gettext("There is no such skill."), param="name") from error


def listed() -> list[SkillRow]:
    """All skills in the order of the console; there are never more than fit on a page."""
    used = using.counted()
    return [{**_brief(one), "used": used.get(name, using.nothing())} for name, one in configured.listed().items()]


def whole(skill: Skill[Any]) -> SkillWhole:
    """The skill with its policy, what may be set of it, and the sentences that lead to it."""
    one = configured.listed()[skill.name]
    return {
        **_brief(one),
        "used": using.counted().get(skill.name, using.nothing()),
        "policy": policies.to_json(one.policy),
        "shape": policies.shape(skill.policy),
        "slots": [_slot(slot) for slot in skill.slots],
        "examples": list(skill.examples),
        "near_misses": list(skill.near_misses),
    }


def described(skill: Skill[Any], policy: Any) -> PolicyInWords:
    """What the policy means, in sentences."""
    return {"does": list(skill.describe(policy))}


def _brief(one: Configured) -> SkillBrief:
    skill = one.skill
    return {
        "name": skill.name,
        "label": gettext(skill.label),
        "purpose": gettext(skill.purpose),
        "on": one.on,
        "does": list(skill.describe(one.policy)),
        "broken": one.broken,
        "personal": skill.personal,
        "writes": list(skill.writes),
    }


def _slot(slot: Slot) -> SkillSlot:
    return {
        "name": slot.name,
        "label": slot.label.get(speaking.now(), slot.label["en"]),
        "kind": slot.kind,
        "required": slot.required,
    }
