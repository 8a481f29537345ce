"""The tasks that a new workspace begins without, since there is nothing yet that they could look into.

They come on by themselves with the first orders, products, tickets or services of a calendar, unless somebody has
switched them since.
"""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from assistant.models import SkillSettings
from assistant.skills import setting_up
from assistant.skills.contract import Skill
from assistant.skills.registry import SKILLS
from tenants.trail.audit import Actor

CALENDARS = "calendars"
_NAMES = {  # by the kind of records
    "orders": ("order_status", "refund", "returns", "cancel_order", "shipping_address"),
    "products": ("recommend",),
    "tickets": ("follow_up",),
    CALENDARS: ("book_appointment", "move_appointment", "cancel_appointment"),
}
NEEDS: Mapping[str, tuple[Skill[Any], ...]] = {
    kind: tuple(SKILLS[name] for name in names) for kind, names in _NAMES.items()
}


def leave_off() -> None:
    """Begin without them."""
    rows = [SkillSettings(name=skill.name, on=False, waits=True) for kind in NEEDS.values() for skill in kind]
    SkillSettings.objects.bulk_create(rows, ignore_conflicts=True)


@transaction.atomic
def came(*kinds: str, actor: Actor) -> None:
    """There are records of these kinds now: switch on what waited for them. One query where nothing did."""
    needed = {skill.name: skill for kind in kinds for skill in NEEDS.get(kind, ())}
    waiting = SkillSettings.objects.select_for_update().filter(name__in=needed, waits=True)
    for row in list(waiting):
        setting_up.switch(needed[row.name], on=True, actor=actor)
