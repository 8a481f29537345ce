"""The one door for what customers write, whatever way it came."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from conversations import control, log, turns, words
from conversations.authors import ByCustomer
from conversations.models import AuthorKind, Conversation, Customer, Holder, Message, Status
from tenants.errors import ParameterError, RateLimitedError

LONGEST_BYTES = 4096
MOST_PER_MINUTE = 20
REOPENS_FOR = timedelta(days=7)


@dataclass(frozen=True)
class Received:
    """What was stored, or had been stored before under the same client id."""

    conversation_id: str
    seq: int


def message(
    customer: Customer, text: str, *, client_id: UUID, attachments: Sequence[str] = (), into: str | None = None
) -> Received:
    """Store what the customer wrote in their conversation, making or reopening one, and set the turn going.

    It goes into the conversation with the id `into` where that is known, as with a reply by mail.

    Raises ParameterError for a text that is too long, or empty without attachments, RateLimitedError over 20 messages
    in a minute, and ClientIdReusedError. A customer who never wrote is stored now.
    """
    words_said = text.replace("\x00", "").strip()
    if not words_said and not attachments:
        raise ParameterError("text: write something first.", param="text")
    if len(words_said.encode()) > LONGEST_BYTES:
        raise ParameterError(f"text: at most {LONGEST_BYTES // 1024} kB fit into one message.", param="text")
    return _store(customer, words_said, client_id=client_id, attachments=attachments, into=into)


def person_please(customer: Customer, *, client_id: UUID) -> Received:
    """The customer pressed "Talk to a person"; stored as their message, marked so that no classifier must guess."""
    text = words.say(words.PERSON_PLEASE, customer.language)
    return _store(customer, text, client_id=client_id, pressed=True)


def current_conversation(customer: Customer) -> Conversation | None:
    """The conversation that the customer's next message goes to, or None when it would begin a new one."""
    newest = customer.conversations.select_related(*log.LOADED).order_by("-created_at", "-id").first()
    if newest is None:
        return None
    is_old = newest.status == Status.RESOLVED and newest.updated_at < timezone.now() - REOPENS_FOR
    return None if is_old else newest


def _store(
    customer: Customer,
    text: str,
    *,
    client_id: UUID,
    attachments: Sequence[str] = (),
    pressed: bool = False,
    into: str | None = None,
) -> Received:
    Customer.objects.get_or_create(pk=customer.id, defaults={"name": customer.name, "language": customer.language})
    repeated = Message.objects.filter(conversation__customer=customer, client_id=client_id).first()
    if repeated is None:
        _check_rate(customer)
        conversation_id = into or _conversation_id(customer)
    else:
        conversation_id = str(repeated.conversation_id)
    with log.writing(conversation_id) as conversation:
        before = conversation.seq
        if repeated is None:
            _open(conversation)
        entry = log.append(
            conversation,
            ByCustomer(customer),
            text,
            client_id=client_id,
            attachments=attachments,
            data={"pressed_person_button": True} if pressed else None,
        )
        if entry.seq > before and conversation.holder == Holder.ASSISTANT:
            turns.expect(conversation, asked_seq=entry.seq, at_once=pressed)
    return Received(conversation_id, entry.seq)


def _open(conversation: Conversation) -> None:
    """Whoever writes to a conversation that rests wakes it."""
    if conversation.status == Status.RESOLVED:
        control.reopen(conversation)
    elif conversation.status == Status.SNOOZED:
        control.wake(conversation)


def _conversation_id(customer: Customer) -> str:
    """The customer's conversation; made under the customer's lock, so that two first messages share one."""
    with log.begin(customer.id) as locked:
        found = current_conversation(locked)
        return str(found.id if found is not None else log.create(locked).id)


def _check_rate(customer: Customer) -> None:
    recent = Message.objects.filter(
        conversation__customer=customer,
        author_kind=AuthorKind.CUSTOMER,
        created_at__gt=timezone.now() - timedelta(minutes=1),
    )
    if recent.count() >= MOST_PER_MINUTE:
        raise RateLimitedError("That was a lot at once. Please wait a moment before writing on.")
