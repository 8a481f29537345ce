"""Loads a conversation that the agent or token may see; desk views load none in any other way."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext, gettext_noop

from agents.models import Agent
from agents.tokens import Token
from conversations import log, reach
from conversations.models import Conversation
from tenants import current, ids
from tenants.errors import NotFoundError

Reader = Agent | Token
NOT_HERE = gettext_noop("There is no such conversation here.")
STANDS = "SELECT status, updated_at FROM conversations_conversation WHERE id = %s"


def access_id(agent: Agent, conversation_id: str) -> str:
    """The id again, for those who load the conversation under its lock; errors as in `access_conversation`."""
    try:
        found = _stands(ids.decode("conv", conversation_id)) if agent.is_active else None
    except ValueError:
        found = None
    if found is None:
        raise NotFoundError(gettext(NOT_HERE), param="conversation_id")
    reach.check(*found)
    return conversation_id


def check_id(conversation_id: str) -> None:
    """Refuse what is no conversation's id at all; NotFoundError, as of one that is not there. No database."""
    try:
        ids.decode("conv", conversation_id)
    except ValueError:
        raise NotFoundError(gettext(NOT_HERE), param="conversation_id") from None


def access_log(reader: Reader, conversation_id: str) -> Conversation:
    """The conversation with its customer, which is enough to show its log; errors as in `access_conversation`."""
    return _access(reader, conversation_id, ("customer",))


def access_conversation(reader: Reader, conversation_id: str) -> Conversation:
    """The conversation with its customer, holder and team; NotFoundError when it is not theirs to see.

    Every agent of a tenant, and every token that reads conversations, may see every conversation of that tenant;
    another tenant's are in another schema. NotInPlanError for one that the company's plan shows no more.
    """
    return _access(reader, conversation_id, log.LOADED)


def _access(reader: Reader, conversation_id: str, loaded: Sequence[str]) -> Conversation:
    found = None
    if reader.is_active:
        rows = Conversation.objects.select_related(*loaded)
        try:
            found = rows.filter(pk=conversation_id).first()
        except ValidationError:
            found = None
    if found is None:
        raise NotFoundError(gettext(NOT_HERE), param="conversation_id")
    reach.check(found.status, found.updated_at)
    return found


def _stands(conversation_id: UUID) -> tuple[str, datetime] | None:
    with current.connection.cursor() as cursor:
        cursor.execute(STANDS, [conversation_id])
        found: tuple[str, datetime] | None = cursor.fetchone()
        return found
