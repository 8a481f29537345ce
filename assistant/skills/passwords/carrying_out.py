"""Baton's own records hold no accounts: only the tenant's system can send the letter."""

from typing import Any

from assistant.skills.contract import Act, OvertakenError

Json = dict[str, Any]


def send(act: Act) -> Json:
    """Raises OvertakenError: without the connector a person sends it."""
    raise OvertakenError(f"No connector takes “{act.kind}”, so nobody can send the letter for a new password.")
