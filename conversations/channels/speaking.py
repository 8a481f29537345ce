"""What customers write in the company's own channel: the way of the widget, into a conversation that is named."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext

from conversations import arrival, log, receive
from conversations.access import Reader, access_conversation
from conversations.channels import naming
from conversations.channels.naming import Told
from conversations.merging import persons
from conversations.models import Channel, Conversation, Customer
from conversations.receive import Received
from tenants.errors import BatonError


class OtherChannelError(BatonError):
    """The conversation came by the widget or by mail, where customers speak for themselves."""

    status = 409
    type = "conflict_error"
    code = "other_channel"

    def __init__(self) -> None:
        super().__init__(gettext("This conversation is not of your own channel; its customer writes by another one."))


@dataclass(frozen=True)
class First:
    """A customer's first words, by a record's id or by what the server says of them."""

    text: str
    client_id: UUID
    attachments: Sequence[str] = ()
    customer_id: str = ""
    told: Told = field(default_factory=Told)
    channel_ref: str = ""
    subject: str = ""


@transaction.atomic  # a first message that is refused leaves no empty conversation behind, and no customer
def begin(first: First) -> tuple[Customer, Received]:
    """Store the words in the conversation that the channel calls `channel_ref`, or in a new one; sets the turn going.

    Raises NotFoundError for an unknown customer, and what `receive.message` raises.
    """
    customer = _customer(first)
    with log.begin(customer) as locked:
        stored_in = arrival.look(locked, first.client_id).stored_in
        into = stored_in or _known(locked, first.channel_ref) or _new(locked, first)
        stored = receive.message(
            locked, first.text, client_id=first.client_id, attachments=first.attachments, into=into
        )
    return locked, stored


def access(reader: Reader, conversation_id: str) -> Conversation:
    """A conversation of the company's own channel; NotFoundError, and OtherChannelError for any other."""
    found = access_conversation(reader, conversation_id)
    if found.channel != Channel.API:
        raise OtherChannelError
    return found


def message(conversation: Conversation, text: str, *, client_id: UUID, attachments: Sequence[str]) -> Received:
    """Store what its customer wrote; a conversation that rests goes on. Errors as in `receive.message`."""
    naming.vouch(conversation.customer, None)
    into = str(conversation.id)
    return receive.message(conversation.customer, text, client_id=client_id, attachments=attachments, into=into)


def person_please(conversation: Conversation, *, client_id: UUID) -> Received:
    """Its customer wants to talk to a person, by a button of the channel's."""
    naming.vouch(conversation.customer, None)
    return receive.person_please(conversation.customer, client_id=client_id, into=str(conversation.id))


def _customer(first: First) -> Customer:
    if first.customer_id:
        customer = persons.access(first.customer_id)
    else:
        own = None if first.told.external_id else naming.id_for(first.client_id)
        customer = naming.keep(first.told, new_id=own).customer
    naming.vouch(customer, first.told.email)
    return customer


def _known(customer: Customer, channel_ref: str) -> str | None:
    """The newest conversation under this name that still goes on; where it was closed into another one, that one."""
    if not channel_ref:
        return None
    named = customer.conversations.filter(channel=Channel.API, channel_ref=channel_ref).order_by("-created_at", "-id")
    newest = named.first()
    if newest is None:
        return None
    if newest.merged_into_id:
        heir = customer.conversations.filter(channel=Channel.API, pk=newest.merged_into_id).first()
        newest = heir or newest
    return None if arrival.rests_for_good(newest) else str(newest.id)


def _new(customer: Customer, first: First) -> str:
    how = {"subject": first.subject, "channel_ref": first.channel_ref}
    return str(log.create(customer, channel=Channel.API, **how).id)
