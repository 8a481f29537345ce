"""The log: the only writer of messages, the one lock of a conversation, the numbering without a gap."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from conversations import authors, events
from conversations.authors import Author, ByAgent, ByAssistant, ByCustomer
from conversations.errors import ClientIdReusedError, FencedError
from conversations.models import AuthorKind, Conversation, Customer, Holder, Kind, Message

LOADED = ("customer", "agent", "team", "offered_to")
SHORT = 160
FAREWELL = "farewell"  # marks what the assistant says while it passes the baton
Json = dict[str, Any]


@contextmanager
def writing(conversation_id: str) -> Iterator[Conversation]:
    """Hold the conversation's lock for the block; its row is saved and announced once, at the end.

    Raises Conversation.DoesNotExist. An error in the block undoes everything that the block wrote.
    """
    with transaction.atomic():
        Conversation.objects.select_for_update().only("pk").get(pk=conversation_id)
        # A statement of its own: joined to the locking one, it would show the holder from before the wait for the lock.
        conversation = Conversation.objects.select_related(*LOADED).get(pk=conversation_id)
        seen = (conversation.seq, conversation.epoch)
        yield conversation
        if (conversation.seq, conversation.epoch) != seen:
            conversation.updated_at = timezone.now()
            conversation.save()
            events.publish(events.of_row(conversation))


@contextmanager
def begin(customer_id: str) -> Iterator[Customer]:
    """Hold the customer's lock for the block, so that two first messages at once begin one conversation."""
    with transaction.atomic():
        yield Customer.objects.select_for_update().get(pk=customer_id)


def create(customer: Customer) -> Conversation:
    """A new conversation, in the assistant's hand."""
    return Conversation.objects.create(customer=customer, language=customer.language)


def append(
    conversation: Conversation,
    author: Author,
    text: str,
    *,
    client_id: UUID | None = None,
    sources: Sequence[Json] = (),
    data: Json | None = None,
) -> Message:
    """Write a message into a conversation held by `writing`, and announce it.

    A `client_id` that was stored already gives the stored message back and writes nothing. Raises ClientIdReusedError
    when it came with other words, and FencedError when the assistant's epoch is over or the customer wrote again.
    """
    stored = _stored(conversation, client_id)
    if stored is not None:
        if stored.text != text or stored.author_kind != authors.kind(author):
            raise ClientIdReusedError
        return stored
    _check_fence(conversation, author)
    entry = _insert_next(
        conversation,
        kind=Kind.TEXT,
        author_kind=authors.kind(author),
        agent=author.agent if isinstance(author, ByAgent) else None,
        text=text,
        client_id=client_id,
        sources=list(sources),
        data=data or {},
    )
    keep_newest_words(conversation, entry)
    return entry


def append_control(conversation: Conversation, *, text: str, data: Json) -> Message:
    """Write down that the baton moved; `conversations.control` alone calls this."""
    return _insert_next(conversation, kind=Kind.CONTROL, author_kind=AuthorKind.SYSTEM, text=text, data=data)


def append_status(conversation: Conversation, *, text: str, data: Json) -> Message:
    """Write down that the conversation was resolved or opened again; `conversations.control` alone calls this."""
    return _insert_next(conversation, kind=Kind.STATUS, author_kind=AuthorKind.SYSTEM, text=text, data=data)


def check_fence(conversation: Conversation, *, epoch: int, answers: int) -> None:
    """FencedError unless the assistant holds the baton under `epoch` and `answers` is the newest customer message."""
    if conversation.holder != Holder.ASSISTANT or conversation.epoch != epoch:
        raise FencedError("the baton moved on")
    if conversation.last_customer_seq != answers:
        raise FencedError("the customer wrote again")


def _check_fence(conversation: Conversation, author: Author) -> None:
    match author:
        case ByAssistant(epoch=epoch, answers=answers):
            check_fence(conversation, epoch=epoch, answers=answers)
        case ByAgent(agent=agent):
            if conversation.agent_id != agent.id:
                raise FencedError("the agent does not hold the baton")
        case ByCustomer(customer=customer):
            if conversation.customer_id != customer.id:
                raise FencedError("the conversation is another customer's")


def _stored(conversation: Conversation, client_id: UUID | None) -> Message | None:
    if client_id is None:
        return None
    return conversation.messages.select_related("agent").filter(client_id=client_id).first()


def _insert_next(conversation: Conversation, **fields: Any) -> Message:
    conversation.seq += 1
    entry = Message.objects.create(conversation=conversation, seq=conversation.seq, **fields)
    events.publish(events.of_entry(conversation, entry))
    return entry


def keep_newest_words(conversation: Conversation, entry: Message) -> None:
    """What the list shows; the assistant's farewell does not cover the words that a person must answer."""
    if entry.data.get(FAREWELL):
        return
    if entry.author_kind == AuthorKind.CUSTOMER:
        conversation.last_customer_seq = entry.seq
    conversation.last_kind = entry.author_kind
    conversation.last_author = authors.name(entry.author_kind, entry.agent, conversation)
    conversation.last_text = " ".join(entry.text.split())[:SHORT]
    conversation.last_at = entry.created_at
