"""Earlier conversations of a customer who proved who they are, to read again."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from conversations import queries, receive, wire
from conversations.frames import LARGEST_SEQ
from conversations.models import Conversation, Customer
from tenants import cursors
from tenants.errors import NotFoundError, ParameterError

Json = dict[str, Any]
PAGE = 20
PREFIX = "conv"


def page(customer: Customer, *, cursor: str) -> Json:
    """The conversations that are over or lie back, newest first, without the one that goes on."""
    found = cursors.newest_first(_earlier(customer), by="created_at", prefix=PREFIX, limit=PAGE, cursor=cursor)
    return found.of([_summary(one) for one in found.rows])


def log_of(customer: Customer, conversation_id: str, *, after_seq: str) -> Json:
    """The log of one of the customer's own conversations; NotFoundError for anybody else's."""
    if not after_seq.isascii() or not after_seq.isdigit() or int(after_seq) > LARGEST_SEQ:
        raise ParameterError("after_seq: must be a whole number.", param="after_seq")
    try:
        found = customer.conversations.select_related("customer").filter(pk=conversation_id).first()
    except ValidationError:
        found = None
    if found is None:
        raise NotFoundError("There is no such conversation of yours.", param="conversation_id")
    shown, more = queries.events_after(found, int(after_seq))
    return {"conversation_id": found.id, "events": shown, "has_more": more}


def _earlier(customer: Customer) -> QuerySet[Conversation]:
    current = receive.current_conversation(customer)
    rows = customer.conversations.filter(seq__gt=0).order_by("-created_at", "-id")
    return rows if current is None else rows.exclude(pk=current.pk)


def _summary(conversation: Conversation) -> Json:
    return {
        "id": conversation.id,
        "status": conversation.status,
        "subject": conversation.subject,
        "last_text": conversation.last_text,
        "last_at": wire.stamp(conversation.last_at) if conversation.last_at else None,
        "created_at": wire.stamp(conversation.created_at),
    }
