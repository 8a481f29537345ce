"""How far the assistant acts by itself, as the settings show and change it."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from assistant import conduct
from assistant.bench import soon
from assistant.models import AssistantSettings, Intent
from assistant.records import numbers
from tenants.trail import audit
from tenants.trail.audit import About, Actor

Json = dict[str, Any]


def shown() -> Json:
    """The mode, how long a draft waits, the threshold, the topics' own modes, and what order numbers look like."""
    wanted = conduct.wanted()
    own = Intent.objects.exclude(mode="").order_by("name").values("id", "name", "mode")
    return {
        "mode": wanted.mode,
        "draft_minutes": wanted.draft_minutes,
        "threshold": wanted.threshold,
        "order_numbers": wanted.order_numbers,
        "order_numbers_found": list(numbers.of_orders().examples[:3]),
        "topics": list(own),
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
