"""Nobody holds replies back where a test waits for them; undo send has tests of its own."""

from agents.models import Agent
from conversations.models import WritingSettings
from tenants import current
from tenants.models import Tenant


def send() -> None:
    """Let what the people of each company write leave at once."""
    for tenant in Tenant.objects.exclude(schema_name="public"):
        with current.entered(tenant):
            WritingSettings.objects.bulk_create(
                (WritingSettings(agent=agent, undo_seconds=0) for agent in Agent.objects.all()), ignore_conflicts=True
            )
