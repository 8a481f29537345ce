"""All skills, by name, in the order in which the console lists them."""

from collections.abc import Mapping
from typing import Any

from assistant.skills.contract import Skill
from assistant.skills.orders.refund import REFUND
from assistant.skills.orders.status import ORDER_STATUS

ALL: tuple[Skill[Any], ...] = (ORDER_STATUS, REFUND)
SKILLS: Mapping[str, Skill[Any]] = {skill.name: skill for skill in ALL}
