"""All skills, by name, in the order in which the console lists them."""

from collections.abc import Mapping
from typing import Any

from assistant.skills.contract import Skill
from assistant.skills.leads.qualifying import QUALIFY
from assistant.skills.orders.refund import REFUND
from assistant.skills.orders.status import ORDER_STATUS
from assistant.skills.products.recommending import RECOMMEND
from assistant.skills.tickets.following_up import FOLLOW_UP

ALL: tuple[Skill[Any], ...] = (ORDER_STATUS, REFUND, RECOMMEND, FOLLOW_UP, QUALIFY)
SKILLS: Mapping[str, Skill[Any]] = {skill.name: skill for skill in ALL}
