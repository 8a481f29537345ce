"""What people of the desk have to be told, one row for each of them: `alerts.raise_to(…)`."""

from conversations.alerts.raising import raise_to, raise_to_now_and_then

__all__ = ["raise_to", "raise_to_now_and_then"]
