"""How far the assistant acts by itself, as the settings show and change it."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from typing_extensions import TypedDict

from assistant import conduct
from assistant.bench import soon
from assistant.models import AssistantSettings, Intent, Mode
from assistant.records import numbers
from tenants.trail import audit
from tenants.trail.audit import About, Actor


class TopicMode(TypedDict):
    """A topic that goes its own way."""

    id: str
    name: str
    mode: Mode


class AssistantModes(TypedDict):
    """How far the assistant acts by itself."""

    mode: Mode
    draft_minutes: int
    """Until a held answer goes to a person."""
    threshold: float | None
    """How sure it has to be, 0 to 1; null: drawn from the knowledge."""
    order_numbers: str
    """Examples of order numbers, parted by commas; empty where they are learnt from the orders."""
    order_numbers_found: list[str]
    """What the orders tell."""
    topics: list[TopicMode]


def shown() -> AssistantModes:
    """The mode, how long a draft waits, the threshold, the topics' own modes, and what order numbers look like."""
    wanted = conduct.wanted()
    own = Intent.objects.exclude(mode="").order_by("name")
    return {
        "mode": Mode(wanted.mode),
        "draft_minutes": wanted.draft_minutes,
        "threshold": wanted.threshold,
        "order_numbers": wanted.order_numbers,
        "order_numbers_found": list(numbers.of_orders().examples[:3]),
        "topics": [{"id": one.id, "name": one.name, "mode": Mode(one.mode)} for one in own],
    }


@transaction.atomic
def change(fields: Mapping[str, Any], *, actor: Actor) -> None:
    """Give the settings that `fields` names new values; the audit log gets what really changed."""
    AssistantSettings.objects.get_or_create(id=1)
    before = AssistantSettings.objects.select_for_update().get()
    changes = audit.changed({name: getattr(before, name) for name in fields}, fields)
    if not changes:
        return
    AssistantSettings.objects.update(**fields)
    audit.record("assistant.changed", actor=actor, about=About("assistant", name="Assistant"), changes=changes)
    soon.after_change(soon.SETTINGS)
