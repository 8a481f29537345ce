"""A mail that came in becomes a customer's message, or a note for the desk where it is not surely the customer's.

Nothing is lost and nothing is stored twice: what cannot be a message is told to the desk, and a mail that is delivered
again changes nothing. Only who is written from the customer's own address speaks for the customer, and no machine does.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from hashlib import sha256

from django.db import transaction
from django.utils import timezone

from conversations import log, notes, receive
from conversations.inbound import letters, threads
from conversations.inbound.letters import Letter
from conversations.inbound.parsing import Mail, parse
from conversations.models import AuthorKind, Channel, Conversation, Customer, Message, ReceivedMail
from conversations.outbound import addresses
from conversations.webhooks import telling
from tenants import current

logger = logging.getLogger(__name__)

CAME_BY_MAIL = {"came_by": "email"}
MOST_MAILS = (
    (timedelta(hours=1), 20),
    (timedelta(days=1), 60),
)  # of a conversation; more are notes
PATIENCE = 2  # times that the same words are taken for a person's
AUTOMATIC = "An automatic mail came from {sender}, so the assistant does not answer it."
FOREIGN = "A mail came from {sender}, who is not the customer of this conversation, so the customer does not see it."
TOO_MANY = "Very many mails come from {sender}; this one is only shown here."


@dataclass(frozen=True)
class Taken:
    """Where a mail went; `seq` is None when it became no message, the conversation when it belongs to none."""

    conversation_id: str | None
    seq: int | None


def take(raw: bytes) -> Taken:
    """Store the mail in these bytes in the tenant entered now.

    Raises ParameterError for what is no mail or says nothing, and RateLimitedError when it should come again later.
    """
    mail = parse(raw)
    mail, before = _before(mail)
    if before is not None:
        return before
    conversation = threads.conversation_of(mail)
    if conversation is None and _by_machine(mail):
        logger.info("A mail that no person wrote and that belongs to no conversation was left out.")
        return Taken(None, None)
    reason = "" if conversation is None else _why_no_message(mail, conversation)
    if conversation is not None and reason:
        return _keep_note(mail, conversation, reason)
    customer = _known_by_mail(mail) if conversation is None else conversation.customer
    letter = letters.of(mail, customer, begins=conversation is None)
    return _keep_message(mail, letter, customer, conversation)


def _before(mail: Mail) -> tuple[Mail, Taken | None]:
    """What became of the mail when it was delivered before; two senders with one Message-ID have two mails."""
    known = ReceivedMail.objects.filter(pk=mail.message_id).first()
    if known is None:
        return mail, None
    if known.from_address != mail.sender:
        told = sha256(f"{mail.message_id}{mail.sender}".encode()).hexdigest()
        return _before(replace(mail, message_id=f"<{told}@without-id.invalid>"))
    client_id = addresses.client_id(mail.message_id)
    stored = Message.objects.filter(conversation=known.conversation_id, client_id=client_id).first()
    return mail, Taken(str(known.conversation_id), None if stored is None else stored.seq)


def _why_no_message(mail: Mail, conversation: Conversation) -> str:
    """Why the mail is a note and not the customer's message; empty when it is the customer's."""
    if _by_machine(mail) or _said_the_same(mail, conversation):
        return AUTOMATIC
    if mail.sender != conversation.customer.email.lower():
        return FOREIGN
    return TOO_MANY if _is_flood(conversation) else ""


def _by_machine(mail: Mail) -> bool:
    return mail.is_automatic or addresses.is_ours(mail.sender)


def _said_the_same(mail: Mail, conversation: Conversation) -> bool:
    """Whether the customer's last words were just these, again and again: a machine that does not say so."""
    told = letters.words(mail, begins=False)
    last = conversation.messages.filter(author_kind=AuthorKind.CUSTOMER).order_by("-seq").values_list("text", flat=True)
    return list(last[:PATIENCE]) == [told] * PATIENCE


def _is_flood(conversation: Conversation) -> bool:
    now = timezone.now()
    mails = conversation.received_mails
    return any(mails.filter(received_at__gt=now - span).count() >= most for span, most in MOST_MAILS)


def _known_by_mail(mail: Mail) -> Customer:
    """The customer who wrote from this address by mail before, or a new one.

    Never one of the widget: whoever typed an address there has not shown that it is theirs.
    """
    with _alone(mail.sender):
        known = Customer.objects.filter(email=mail.sender, attributes__contains=CAME_BY_MAIL).order_by("created_at")
        return known.first() or _new_customer(mail)


def _new_customer(mail: Mail) -> Customer:
    name = (mail.sender_name or mail.sender.partition("@")[0])[:120]
    made = Customer.objects.create(name=name, email=mail.sender, attributes=CAME_BY_MAIL)
    telling.customer_created(made)
    return made


def _keep_message(mail: Mail, letter: Letter, customer: Customer, conversation: Conversation | None) -> Taken:
    with _alone(mail.sender):
        mail, before = _before(mail)
        if before is not None:
            return before
        client_id = addresses.client_id(mail.message_id)
        into = conversation or log.create(customer, channel=Channel.EMAIL, subject=letter.subject)
        _remember(mail, into)
        stored = receive.message(
            customer, letter.text, client_id=client_id, attachments=letter.files, into=str(into.id)
        )
        if letter.left_out:
            _note(mail, into, letter.left_out)
        return Taken(stored.conversation_id, stored.seq)


def _keep_note(mail: Mail, conversation: Conversation, reason: str) -> Taken:
    with _alone(mail.sender):
        mail, before = _before(mail)
        if before is not None:
            return before
        _remember(mail, conversation)
        _note(mail, conversation, letters.told(mail, reason.format(sender=mail.sender)))
        return Taken(str(conversation.id), None)


def _note(mail: Mail, conversation: Conversation, text: str) -> None:
    notes.of_baton(conversation, text, client_id=addresses.client_id(mail.message_id))


def _remember(mail: Mail, conversation: Conversation) -> None:
    ReceivedMail.objects.create(message_id=mail.message_id, conversation=conversation, from_address=mail.sender)


@contextmanager
def _alone(sender: str) -> Iterator[None]:
    """A transaction in which no other mail of the same sender is stored, so that two at once make one customer."""
    with transaction.atomic(), current.connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [current.lock_key(f"mail-from:{sender}")])
        yield
