"""How the tenant wants its assistant to be."""

from assistant.models import AssistantSettings


def wanted() -> AssistantSettings:
    """The settings of the tenant entered now; the usual ones, not stored, where nobody has chosen any."""
    return AssistantSettings.objects.first() or AssistantSettings()
