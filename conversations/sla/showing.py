"""The clock of a conversation that is due next, from its row alone."""

from datetime import datetime
from typing import Final, Literal

from django.utils import timezone
from typing_extensions import TypedDict

from conversations.models import Conversation

State = Literal["running", "paused", "breached"]
RUNNING: Final = "running"
PAUSED: Final = "paused"
BREACHED: Final = "breached"


class ConversationSla(TypedDict):
    """The clock of the company's promises that is due next."""

    kind: Literal["first_reply", "next_reply", "resolution"]
    due_at: str | None
    """Null while the clock is paused."""
    soon_at: str | None
    """When four fifths of the time are over."""
    state: State
    left: int | None
    """While it is paused: how many seconds of working time it has left; below 0 it is past due."""


def shown(conversation: Conversation, *, at: datetime | None = None) -> ConversationSla | None:
    """The clock that is due next; None where no policy sets any. Asks the database nothing.

    One that is paused is due at no time: `left` says how many seconds of working time it still has; below 0 it is
    past due.
    """
    kept, due = conversation.sla_clock, conversation.sla_due_at
    if not kept or not kept.get("kind"):
        return None
    if due is None:
        state: State = BREACHED if kept["left"] < 0 else PAUSED
        return {"kind": kept["kind"], "due_at": None, "soon_at": None, "state": state, "left": kept["left"]}
    state = BREACHED if due <= (at or timezone.now()) else RUNNING
    due_at = due.isoformat().replace("+00:00", "Z")
    return {"kind": kept["kind"], "due_at": due_at, "soon_at": kept["soon_at"], "state": state, "left": None}
