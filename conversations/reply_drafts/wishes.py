"""How one person writes: for how long a reply can be taken back."""

from agents.models import Agent
from conversations.models import WritingSettings

USUAL = 5  # seconds


def undo_seconds(agent: Agent) -> int:
    """For how many seconds this person can take a reply back; 0 sends at once. One query."""
    found = WritingSettings.objects.filter(agent=agent).values_list("undo_seconds", flat=True).first()
    return USUAL if found is None else found


def set_undo_seconds(agent: Agent, seconds: int) -> None:
    """From now on it is so many."""
    WritingSettings.objects.update_or_create(agent=agent, defaults={"undo_seconds": seconds})
