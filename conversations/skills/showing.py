"""Skills as the console shows them."""

from typing import Any

from assistant.skills import configured, policies
from assistant.skills.configured import Configured
from assistant.skills.contract import Skill
from assistant.skills.registry import SKILLS
from conversations.skills import using
from tenants.errors import NotFoundError

Json = dict[str, Any]


def access_skill(name: str) -> Skill[Any]:
    """The skill with this name; NotFoundError when there is none."""
    try:
        return SKILLS[name]
    except KeyError as error:
        raise NotFoundError("There is no such skill.", param="name") from error


def listed() -> Json:
    """All skills in the order of the console; there are never more than fit on a page."""
    used = using.counted()
    rows = [{**_brief(one), "used": used.get(name, using.nothing())} for name, one in configured.listed().items()]
    return {"data": rows, "has_more": False, "next_cursor": None}


def whole(skill: Skill[Any]) -> Json:
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


def described(skill: Skill[Any], policy: Any) -> Json:
    """What the policy means, in sentences."""
    return {"does": list(skill.describe(policy))}


def _brief(one: Configured) -> Json:
    skill = one.skill
    return {
        "name": skill.name,
        "label": skill.label,
        "purpose": skill.purpose,
        "on": one.on,
        "does": list(skill.describe(one.policy)),
        "broken": one.broken,
        "personal": skill.personal,
        "writes": list(skill.writes),
    }


def _slot(slot: Any) -> Json:
    return {"name": slot.name, "label": slot.label["en"], "kind": slot.kind, "required": slot.required}
