"""The one door for what customers write, whatever way it came."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils.translation import gettext

from assistant.skills.passwords import redacting
from conversations import arrival, control, log, turns, words
from conversations.authors import ByCustomer
from conversations.identity import codes
from conversations.models import Channel, Conversation, Customer, Holder, Status
from conversations.translating import hearing
from conversations.waiting import asides
from conversations.widget import greetings
from tenants.errors import ParameterError, RateLimitedError

Json = dict[str, Any]
LONGEST_BYTES = 4096
MOST_PER_MINUTE = 20


@dataclass(frozen=True)
class Received:
    """What was stored, or had been stored before under the same client id.

    `renewed`: it proved an address, and with that the customer's visitor tokens are over; the writer gets a new one.
    """

    conversation_id: str
    seq: int
    renewed: bool = False


@dataclass(frozen=True)
class _Incoming:
    """What a customer sends."""

    text: str
    client_id: UUID
    attachments: Sequence[str] = ()
    data: Json | None = None
    at_once: bool = False
    greeting: str | None = None  # the id of the one that it answers


def message(
    customer: Customer,
    text: str,
    *,
    client_id: UUID,
    attachments: Sequence[str] = (),
    into: str | None = None,
    greeting: str | None = None,
) -> Received:
    """Store what the customer wrote in their conversation, making or reopening one, and set the turn going.

    It goes into the conversation with the id `into` where that is known, as with a reply by mail. With it stands what
    the `greeting` says that it answers, where it opens the conversation.

    Raises ParameterError for a text that is too long, or empty without attachments, RateLimitedError over 20 messages
    in a minute, and ClientIdReusedError. A customer who never wrote is stored now.
    """
    said = checked(text, optional=bool(attachments))
    return _store(customer, _Incoming(said, client_id, attachments, greeting=greeting), into=into)


def checked(text: str, *, optional: bool = False) -> str:
    """The words as they are stored, without passwords; ParameterError when too long, or none and not optional."""
    said = text.replace("\x00", "").strip()
    if not said and not optional:
        raise ParameterError(gettext("text: write something first."), param="text")
    if len(said.encode()) > LONGEST_BYTES:
        raise ParameterError(
            gettext("text: at most {longest_bytes} kB fit into one message.").format(
                longest_bytes=LONGEST_BYTES // 1024
            ),
            param="text",
        )
    return redacting.redacted(said)


def is_plain(said: str) -> bool:
    """Whether the checked words need no more than an entry of the log: no code to hear, no password that was hidden."""
    return redacting.HIDDEN not in said and not codes.looks_like_one(said)


def person_please(
    customer: Customer, *, client_id: UUID, into: str | None = None, greeting: str | None = None
) -> Received:
    """The customer pressed "Talk to a person"; stored as their message, marked so that no classifier must guess."""
    text = words.say(words.PERSON_PLEASE, customer.language)
    pressed = {"pressed_person_button": True}
    return _store(customer, _Incoming(text, client_id, data=pressed, at_once=True, greeting=greeting), into=into)


def correction(customer: Customer, text: str, *, client_id: UUID, into: str, corrects: Json) -> Received:
    """Store in the conversation `into` that the customer corrects something, which `corrects` names."""
    return _store(customer, _Incoming(checked(text), client_id, data={"corrects": corrects}), into=into)


def current_conversation(customer: Customer) -> Conversation | None:
    """The conversation that the customer's next message goes to, or None when it would begin a new one."""
    newest = _own(customer).select_related(*log.LOADED).first()
    return None if newest is None or arrival.rests_for_good(newest) else newest


def current_conversation_id(customer: Customer) -> str | None:
    """The id of the same, for a third of the work."""
    newest = _own(customer).only("id", "customer_id", "status", "updated_at").first()
    return None if newest is None or arrival.rests_for_good(newest) else str(newest.id)


def _own(customer: Customer) -> QuerySet[Conversation]:
    # One that was closed into another of theirs goes on there; the company's own channel has conversations of its own.
    newest_first = (F("merged_into").asc(nulls_first=True), "-created_at", "-id")
    return customer.conversations.exclude(channel__in=(Channel.API, Channel.IMPORT)).order_by(*newest_first)


def _store(customer: Customer, incoming: _Incoming, *, into: str | None = None) -> Received:
    known = arrival.look(customer, incoming.client_id)
    if known.stored_in is None and known.recent >= MOST_PER_MINUTE:
        raise RateLimitedError(gettext("That was a lot at once. Please wait a moment before writing on."))
    if known.stored_in is not None:
        return _write(known.stored_in, customer, incoming)
    found = into or known.current
    if found is not None:
        return _write(found, customer, incoming, opens=True)
    with transaction.atomic():  # a first message that is refused leaves no empty conversation behind
        return _write(_begun(customer), customer, incoming, opens=True)


def _write(conversation_id: str, customer: Customer, incoming: _Incoming, *, opens: bool = False) -> Received:
    with log.writing(conversation_id) as conversation:
        before, generation = conversation.seq, conversation.customer.generation
        data = _with_greeting(conversation, incoming)
        if opens:
            _open(conversation)
        entry = log.append(
            conversation,
            ByCustomer(customer),
            incoming.text,
            client_id=incoming.client_id,
            attachments=incoming.attachments,
            data=data,
        )
        if entry.seq > before:
            codes.hear(conversation, incoming.text, seq=entry.seq)
            if redacting.HIDDEN in incoming.text:
                control.notice(conversation, words.say(words.NO_PASSWORDS, conversation.language))
        if entry.seq > before and conversation.holder == Holder.ASSISTANT:
            turns.expect(conversation, asked_seq=entry.seq, at_once=incoming.at_once)
        elif entry.seq > before and asides.wanted(conversation):
            asides.expect(conversation, asked_seq=entry.seq)
        if entry.seq > before and conversation.holder != Holder.ASSISTANT:
            hearing.expect(conversation, incoming.text)
    return Received(conversation_id, entry.seq, renewed=conversation.customer.generation != generation)


def _with_greeting(conversation: Conversation, incoming: _Incoming) -> Json | None:
    """The message's data, with the words of the greeting that it answers: looked up here, never taken from a page."""
    if not incoming.greeting or (conversation.seq and conversation.status != Status.RESOLVED):
        return incoming.data
    said = greetings.words_of(incoming.greeting, conversation.customer.language)
    return {**(incoming.data or {}), "greeting": said} if said else incoming.data


def _open(conversation: Conversation) -> None:
    """Whoever writes to a conversation that rests wakes it."""
    if conversation.status == Status.RESOLVED:
        control.reopen(conversation)
    elif conversation.status == Status.SNOOZED:
        control.wake(conversation)


def _begun(customer: Customer) -> str:
    """A conversation for a customer who is in none; under their lock, so that two first messages share one."""
    with log.begin(customer) as locked:
        found = current_conversation(locked)
        return str(found.id if found is not None else log.create(locked).id)
