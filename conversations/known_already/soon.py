"""Asks for a measurement once a person is done with a conversation."""

from conversations.models import Conversation
from tenants import jobs

KIND = "handover_repeats"


def measure(conversation: Conversation) -> None:
    """A person is done with the conversation, in the transaction under way."""
    jobs.write(KIND, {"conversation_id": str(conversation.id)}, key=str(conversation.id))
