"""Loads a conversation that the agent may see; desk views load none in any other way."""

from django.core.exceptions import ValidationError

from agents.models import Agent
from conversations import log
from conversations.models import Conversation
from tenants.errors import NotFoundError


def access_conversation(agent: Agent, conversation_id: str) -> Conversation:
    """The conversation with its customer, holder and team; NotFoundError when it is not the agent's to see.

    Every agent of a tenant may see every conversation of that tenant; another tenant's are in another schema.
    """
    found = None
    if agent.is_active:
        rows = Conversation.objects.select_related(*log.LOADED)
        try:
            found = rows.filter(pk=conversation_id).first()
        except ValidationError:
            found = None
    if found is None:
        raise NotFoundError("There is no such conversation here.", param="conversation_id")
    return found
