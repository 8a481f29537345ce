"""Free words: whatever the customer answers."""

from assistant.skills.contract import Slot
from assistant.skills.slots.kinds import Around, Found, Kind, nothing

LONGEST = 1000  # characters that are kept of an answer


def _reply(text: str, _slot: Slot, _around: Around) -> Found | None:
    said = " ".join(text.split())
    return Found(said[:LONGEST], said[:LONGEST]) if any(char.isalnum() for char in said) else None


TEXT = Kind(nothing, _reply)
