"""Filters that the demo's desk keeps below its views."""

from agents.models import Agent, Role
from conversations.inbox.listing import filters
from conversations.models import SavedFilter

KEPT = (
    ("Urgent and open", "all", {"status": ["open"], "priority": ["urgent", "high"]}),
    ("Past its promise", "sla", {"sla": ["breached"]}),
    ("Angry customers", "all", {"status": ["open", "snoozed", "resolved"], "trigger": ["anger"]}),
)


def load() -> None:
    """Share them with the desk, once."""
    owner = Agent.objects.filter(role=Role.SUPERVISOR).first() or Agent.objects.first()
    if owner is None or SavedFilter.objects.exists():
        return
    SavedFilter.objects.bulk_create(
        SavedFilter(owner=owner, name=name, view=view, filter=filters.read(told).json(), shared=True)
        for name, view, told in KEPT
    )
