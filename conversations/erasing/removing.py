"""Removes a conversation for good, with everything that hangs on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import QuerySet

from conversations import control, events, log
from conversations.events import ConversationRemoved
from conversations.insights import measuring
from conversations.learning import forgetting
from conversations.models import (
    Attachment,
    Conversation,
    Decision,
    EndedBy,
    Handover,
    Message,
    Note,
    ReceivedMail,
    SentMail,
    Status,
    Translation,
)
from conversations.webhooks import forgetting as webhooks
from tenants import current, groups, jobs
from tenants.embedded.channel_layer import send_from_sync

HANGS_ON_IT: tuple[type[Any], ...] = (
    SentMail, ReceivedMail, Note, Handover, Decision, Translation, Message,
)  # fmt: skip  # in this order
FORGET_HINTS = "DELETE FROM public.channel_payload WHERE body LIKE %s"  # those too big to be notified wait there


@dataclass(frozen=True)
class Removed:
    """How much went."""

    messages: int = 0
    files: int = 0

    def __add__(self, other: "Removed") -> "Removed":
        return Removed(self.messages + other.messages, self.files + other.files)


def remove(conversation_id: str) -> Removed:
    """Close the conversation if it is live, then remove it with its messages, files, notes, decisions, mails and jobs.

    Whoever looks at it is told that it is gone. One that is gone already is none of this.
    """
    try:
        _close(conversation_id)
        with log.writing(conversation_id) as conversation:
            return _take_out(conversation)
    except Conversation.DoesNotExist:
        return Removed()


def files(uploads: QuerySet[Attachment]) -> list[str]:
    """Remove uploads with their content; gives their ids. The content goes first, so that none is ever left over."""
    found = list(uploads.select_for_update(of=("self",)))
    for upload in found:
        default_storage.delete(upload.stored_as)
    gone = [str(upload.id) for upload in found]
    Attachment.objects.filter(pk__in=gone).delete()
    return gone


def forget_hints(ids: Iterable[str]) -> None:
    """Remove what the channel layer holds of these ids."""
    with current.connection.cursor() as cursor:
        cursor.executemany(FORGET_HINTS, [[f"%{one}%"] for one in ids])


def _close(conversation_id: str) -> None:
    with log.writing(conversation_id) as conversation:
        if conversation.status != Status.RESOLVED:
            conversation.tasks_open = 0  # they go with it
            control.resolve(conversation, by=EndedBy.REMOVED)


def _take_out(conversation: Conversation) -> Removed:
    key = str(conversation.id)
    gone = files(Attachment.objects.filter(message__conversation=conversation))
    messages = conversation.messages.count()
    forgetting.forget(key)
    measuring.let_go(conversation)
    for model in HANGS_ON_IT:
        model.objects.filter(conversation=conversation).delete()
    webhooks.of_conversation(key)
    Conversation.objects.filter(pk=key).delete()
    jobs.forget([key, *gone])
    forget_hints([key])
    _announce(key)
    return Removed(messages=messages, files=len(gone))


def _announce(conversation_id: str) -> None:
    schema = current.schema_name()
    events.publish(ConversationRemoved(conversation_id, {}))
    goodbye = {"type": "erased", "conversation_id": conversation_id}
    transaction.on_commit(lambda: send_from_sync(groups.shared(schema, conversation_id), goodbye))
