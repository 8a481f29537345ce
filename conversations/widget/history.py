"""Earlier conversations of a customer who proved who they are, to read again."""

from typing import cast

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from typing_extensions import TypedDict

from conversations import queries, receive, wire
from conversations.models import Channel, Conversation, Customer, Status
from tenants import cursors
from tenants.errors import NotFoundError
from tenants.openapi.shapes import Listed

PAGE = 20
PREFIX = "conv"


class WidgetPastConversation(TypedDict):
    """An earlier conversation of a customer, as they see it themselves."""

    id: str
    status: Status
    subject: str
    last_text: str
    last_at: str | None
    created_at: str


class WidgetPastLog(TypedDict):
    """A part of the log of an earlier conversation."""

    conversation_id: str
    events: list[wire.LogEntry]
    has_more: bool
    """Ask again with the last seq as `after_seq` while this is true."""


def page(customer: Customer, *, cursor: str) -> Listed[WidgetPastConversation]:
    """The conversations that are over or lie back, newest first, without the one that goes on."""
    found = cursors.newest_first(_earlier(customer), by="created_at", prefix=PREFIX, limit=PAGE, cursor=cursor)
    return found.of([_summary(one) for one in found.rows])


def log_of(customer: Customer, conversation_id: str, *, after_seq: int) -> WidgetPastLog:
    """The log of one of the customer's own conversations; NotFoundError for anybody else's."""
    try:
        own = customer.conversations.exclude(channel=Channel.IMPORT)
        found = own.select_related("customer").filter(pk=conversation_id).first()
    except ValidationError:
        found = None
    if found is None:
        raise NotFoundError("There is no such conversation of yours.", param="conversation_id")
    shown, more = queries.events_after(found, after_seq)
    return {"conversation_id": found.id, "events": shown, "has_more": more}


def _earlier(customer: Customer) -> QuerySet[Conversation]:
    current = receive.current_conversation(customer)
    # What was brought from elsewhere went to whom the company named; nobody proved here that they are the same.
    own = customer.conversations.filter(seq__gt=0).exclude(channel=Channel.IMPORT)
    rows = own.order_by("-created_at", "-id")
    return rows if current is None else rows.exclude(pk=current.pk)


def _summary(conversation: Conversation) -> WidgetPastConversation:
    return {
        "id": conversation.id,
        "status": cast("Status", conversation.status),
        "subject": conversation.subject,
        "last_text": conversation.last_text,
        "last_at": wire.stamp(conversation.last_at) if conversation.last_at else None,
        "created_at": wire.stamp(conversation.created_at),
    }
