"""All skills, by name, in the order in which the console lists them."""

from collections.abc import Mapping
from typing import Any

from assistant.skills.appointments.booking import BOOK
from assistant.skills.appointments.cancelling import CANCEL
from assistant.skills.appointments.moving import MOVE
from assistant.skills.collecting.information import INFORMATION
from assistant.skills.contract import Skill
from assistant.skills.leads.qualifying import QUALIFY
from assistant.skills.opening.hours import HOURS
from assistant.skills.orders.cancelling import CANCEL_ORDER
from assistant.skills.orders.contact import CONTACT_DATA
from assistant.skills.orders.refund import REFUND
from assistant.skills.orders.returning import RETURNS
from assistant.skills.orders.shipping import SHIPPING_ADDRESS
from assistant.skills.orders.status import ORDER_STATUS
from assistant.skills.passwords.resetting import PASSWORD_RESET
from assistant.skills.products.recommending import RECOMMEND
from assistant.skills.tickets.following_up import FOLLOW_UP

ALL: tuple[Skill[Any], ...] = (
    ORDER_STATUS,
    REFUND,
    RETURNS,
    CANCEL_ORDER,
    SHIPPING_ADDRESS,
    CONTACT_DATA,
    RECOMMEND,
    FOLLOW_UP,
    PASSWORD_RESET,
    QUALIFY,
    BOOK,
    MOVE,
    CANCEL,
    INFORMATION,
    HOURS,
)
SKILLS: Mapping[str, Skill[Any]] = {skill.name: skill for skill in ALL}
