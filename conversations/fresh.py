"""Rows of conversations that this process wrote a moment ago, so that the next message need not ask for them.

What is remembered is never believed: a row is written only as the version that is remembered with it. What hangs on the
row by name, such as the agent's presence, is as old as the question that it came with.
"""

import time
from dataclasses import dataclass, field, replace

from conversations.models import Conversation

SECONDS = 20.0  # since the question
MOST = 10_000  # rows of one process


@dataclass(frozen=True)
class Known:
    """A row, its version, how much its customer wrote within a minute (None: not counted), and when that was asked."""

    recent: int | None
    version: str
    conversation: Conversation
    asked_at: float = field(default_factory=time.monotonic)

    def written(self, version: str, *, by_customer: bool) -> "Known":
        """The same after a message was written into it."""
        recent = None if self.recent is None else self.recent + by_customer
        return replace(self, version=version, recent=recent)


class Fresh:
    """The rows by conversation and by customer; each is given away once, since a message changes it."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], Known] = {}
        self._of_customer: dict[tuple[str, str], str] = {}

    def keep(self, schema: str, known: Known) -> None:
        """Remember the row; the one remembered for longest makes room."""
        conversation = known.conversation
        self._known[schema, str(conversation.id)] = known
        self._of_customer[schema, str(conversation.customer_id)] = str(conversation.id)
        if len(self._known) > MOST:
            self._take(*next(iter(self._known)))

    def of_conversation(self, schema: str, conversation_id: str) -> Known | None:
        """The row of the conversation if it is remembered; from now on it is not."""
        return self._take(schema, conversation_id)

    def of_customer(self, schema: str, customer_id: str) -> Known | None:
        """The row of the customer's conversation if it is remembered; from now on it is not."""
        conversation_id = self._of_customer.get((schema, customer_id))
        return None if conversation_id is None else self._take(schema, conversation_id)

    def _take(self, schema: str, conversation_id: str) -> Known | None:
        known = self._known.pop((schema, conversation_id), None)
        if known is None:
            return None
        self._of_customer.pop((schema, str(known.conversation.customer_id)), None)
        return known if time.monotonic() - known.asked_at < SECONDS else None
