"""When the assistant answers beside a wait, which the customer chose, while nobody of the desk holds the baton."""

from conversations.models import Conversation, Holder, WaitsBy
from tenants import jobs

KIND = "aside"


def wanted(conversation: Conversation) -> bool:
    """Whether the customer who waits wants to hear the assistant meanwhile."""
    return conversation.holder == Holder.QUEUE and conversation.waits_by == WaitsBy.ASSISTANT


def expect(conversation: Conversation, *, asked_seq: int) -> None:
    """Let the assistant look at the message, in the transaction that stores it; a newer one takes its place."""
    ids: jobs.Ids = {"conversation_id": str(conversation.id), "asked_seq": asked_seq}
    jobs.write(KIND, ids, key=str(conversation.id))
