"""The log: the only writer of messages, the one lock of a conversation, the numbering without a gap."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from conversations import authors, conversation_row, deadlines, events
from conversations.attachments import claiming
from conversations.authors import Author, ByAgent, ByAssistant, ByAssistantAside, ByCustomer
from conversations.drafting import standing
from conversations.errors import ClientIdReusedError, ErasedError, FencedError
from conversations.models import (
    Attachment,
    AuthorKind,
    Channel,
    Conversation,
    Customer,
    Erasure,
    Holder,
    Kind,
    Message,
    Status,
    WaitsBy,
)
from conversations.outbound import mail
from conversations.sla import keeping as promises
from conversations.webhooks import telling
from tenants import current, ids

LOADED = ("customer", "agent", "team", "offered_to")
SHORT = 160
CHECKED_BY = "checked_by"  # the agent who let the assistant's words go
ASKS = "asks"  # marks a question on the way to doing something
SKILL = "skill"  # whose words the assistant says
FAREWELL = "farewell"  # marks what the assistant says while it passes the baton
ASIDE = "aside"  # marks what it says beside a wait: a person still owes the answer
Json = dict[str, Any]

# What every message asks is written out: building it anew costs several times what the database takes to answer.
LOCK = "SELECT 1 FROM conversations_conversation WHERE id = %s FOR UPDATE"
HAS = "SELECT 1 FROM conversations_message WHERE conversation_id = %s AND client_id = %s"


@contextmanager
def writing(conversation_id: str) -> Iterator[Conversation]:
    """Hold the conversation's lock for the block; its row is saved, timed and announced once, at the end.

    Raises Conversation.DoesNotExist. An error in the block undoes everything that the block wrote.
    """
    with transaction.atomic():
        _lock(conversation_id)
        # A statement of its own: joined to the locking one, it would show the holder from before the wait for the lock.
        conversation = conversation_row.load(conversation_id)
        before = conversation_row.values(conversation)
        yield conversation
        standing.keep(conversation, before)
        if conversation_row.values(conversation) != before:
            conversation.updated_at = now = timezone.now()
            deadlines.keep(conversation, now)
            promises.keep(conversation, before, now)
            conversation_row.save(conversation, before)
            events.publish(events.of_row(conversation))


@contextmanager
def begin(customer: Customer) -> Iterator[Customer]:
    """Hold the customer's lock for the block, so that two first messages at once begin one conversation.

    A customer who never wrote is stored now; ErasedError for one who was erased, whose browser did not hear of it yet.
    """
    with transaction.atomic():
        defaults = {"name": customer.name, "language": customer.language}
        _, made = Customer.objects.get_or_create(pk=customer.id, defaults=defaults)
        if made and Erasure.objects.filter(customer_id=ids.decode("cus", customer.id)).exists():
            raise ErasedError
        locked = Customer.objects.select_for_update().get(pk=customer.id)
        if made:
            telling.customer_created(locked)
        yield locked


def create(
    customer: Customer, *, channel: Channel = Channel.WIDGET, subject: str = "", channel_ref: str = ""
) -> Conversation:
    """A new conversation, in the assistant's hand; within a transaction."""
    how = {"channel": channel, "channel_ref": channel_ref}
    address = answer_to(customer) if channel == Channel.WIDGET else ""
    made = Conversation(customer=customer, language=customer.language, subject=subject, answer_to=address, **how)
    deadlines.keep(made, made.created_at)
    made.save(force_insert=True)
    telling.conversation_created(made)
    return made


def answer_to(customer: Customer) -> str:
    """Where the desk's answers go for who gave an address in the form before the chat; "" where a known one counts."""
    given = customer.form_answers.get("answers", ())
    return "" if customer.email else next((str(one["value"]) for one in given if one["name"] == "email"), "")


def append(  # noqa: PLR0913  the one writer takes all that a message can be
    conversation: Conversation,
    author: Author,
    text: str,
    *,
    message_id: str | None = None,
    client_id: UUID | None = None,
    attachments: Sequence[str] = (),
    sources: Sequence[Json] = (),
    data: Json | None = None,
) -> Message:
    """Write a message into a conversation held by `writing`, and announce it.

    `attachments` are ids of the author's own claiming. A `client_id` that was stored already gives the stored message
    back and writes nothing. Raises ClientIdReusedError when it came with another body, ParameterError for attachments
    that are not the author's to send, and FencedError when the assistant's epoch is over, the customer wrote again, or
    the answer is there already.
    """
    stored = _stored(conversation, client_id)
    if stored is not None:
        if _body(stored) != (text, list(attachments), authors.kind(author), _agent_id(author)):
            raise ClientIdReusedError
        return stored
    _check_fence(conversation, author)
    files = _claim(author, attachments)
    if files:
        data = {**(data or {}), "attachments": claiming.snapshot(files)}
    named = {} if message_id is None else {"id": message_id}
    entry = _text(conversation, author, text, client_id=client_id, sources=list(sources), data=data or {}, **named)
    _insert(conversation, entry)
    if files:
        claiming.attach(files, entry)
    keep_newest_words(conversation, entry)
    mail.expect(conversation, entry)
    return entry


def draft(conversation: Conversation, author: Author, text: str, *, client_id: UUID) -> Message:
    """A message as the next entry of the log, with the row that shows it; both are stored by the caller.

    Asks the database nothing: the `client_id` must be new. Raises FencedError as `append` does.
    """
    _check_fence(conversation, author)
    entry = _text(conversation, author, text, client_id=client_id)
    keep_newest_words(conversation, entry)
    return entry


def has(conversation: Conversation, client_id: UUID) -> bool:
    """Whether a message with this client id is in the log already; certain while `writing` holds the conversation."""
    with current.connection.cursor() as cursor:
        cursor.execute(HAS, [ids.decode("conv", conversation.id), client_id])
        return cursor.fetchone() is not None


def append_control(conversation: Conversation, *, text: str, data: Json) -> Message:
    """Write down that the baton moved; `conversations.control` alone calls this."""
    entry = _next(conversation, kind=Kind.CONTROL, author_kind=AuthorKind.SYSTEM, text=text, data=data)
    return _insert(conversation, entry)


def append_status(conversation: Conversation, *, text: str, data: Json) -> Message:
    """Write down that the conversation was resolved, snoozed or opened again, or a notice to the customer.

    `conversations.control` alone calls this.
    """
    entry = _next(conversation, kind=Kind.STATUS, author_kind=AuthorKind.SYSTEM, text=text, data=data)
    return _insert(conversation, entry)


def check_fence(conversation: Conversation, *, epoch: int, answers: int) -> None:
    """FencedError unless the assistant holds the baton under `epoch` and owes an answer to the message `answers`."""
    if conversation.holder != Holder.ASSISTANT or conversation.epoch != epoch:
        raise FencedError("the baton moved on")
    if conversation.status == Status.RESOLVED:
        raise FencedError("the conversation was resolved")
    if conversation.last_customer_seq != answers:
        raise FencedError("the customer wrote again")
    if conversation.unanswered_since is None:
        raise FencedError("it is answered already")


def check_aside(conversation: Conversation, *, epoch: int, answers: int) -> None:
    """FencedError unless the customer still waits in the queue under `epoch`, wants to hear the assistant meanwhile,
    and wrote nothing after `answers`.
    """
    if conversation.holder != Holder.QUEUE or conversation.epoch != epoch:
        raise FencedError("the baton moved on")
    if conversation.waits_by != WaitsBy.ASSISTANT:
        raise FencedError("the customer does not want it")
    if conversation.last_customer_seq != answers:
        raise FencedError("the customer wrote again")


def check_open(conversation_id: str, *, epoch: int, answers: int) -> None:
    """FencedError as `check_fence` raises, by a look without the lock: to stop early, not to let something be said."""
    check_fence(Conversation.objects.get(pk=conversation_id), epoch=epoch, answers=answers)


def _check_fence(conversation: Conversation, author: Author) -> None:
    match author:
        case ByAssistant(epoch=epoch, answers=answers):
            check_fence(conversation, epoch=epoch, answers=answers)
        case ByAssistantAside(epoch=epoch, answers=answers):
            check_aside(conversation, epoch=epoch, answers=answers)
        case ByAgent(agent=agent):
            if conversation.agent_id != agent.id:
                raise FencedError("the agent does not hold the baton")
        case ByCustomer(customer=customer):
            if conversation.customer_id != customer.id:
                raise FencedError("the conversation is another customer's")


def _body(stored: Message) -> tuple[str, list[str], str, str | None]:
    """What a repeated message must be equal in."""
    files = [str(file["id"]) for file in stored.data.get("attachments", ())]
    return stored.text, files, stored.author_kind, stored.agent_id


def _agent_id(author: Author) -> str | None:
    return str(author.agent.id) if isinstance(author, ByAgent) else None


def _claim(author: Author, attachments: Sequence[str]) -> list[Attachment]:
    match author:
        case ByCustomer(customer=customer) if attachments:
            return claiming.claim(attachments, customer=customer)
        case ByAgent(agent=agent) if attachments:
            return claiming.claim(attachments, agent=agent)
    return []


def _lock(conversation_id: str) -> None:
    with current.connection.cursor() as cursor:
        cursor.execute(LOCK, [ids.decode("conv", conversation_id)])
        if cursor.fetchone() is None:
            raise Conversation.DoesNotExist


def _stored(conversation: Conversation, client_id: UUID | None) -> Message | None:
    if client_id is None or not has(conversation, client_id):
        return None
    return conversation.messages.select_related("agent").get(client_id=client_id)


def _text(conversation: Conversation, author: Author, text: str, **fields: Any) -> Message:
    return _next(
        conversation,
        kind=Kind.TEXT,
        author_kind=authors.kind(author),
        agent=author.agent if isinstance(author, ByAgent) else None,
        text=text,
        **fields,
    )


def _next(conversation: Conversation, **fields: Any) -> Message:
    conversation.seq += 1
    return Message(conversation=conversation, seq=conversation.seq, **fields)


def _insert(conversation: Conversation, entry: Message) -> Message:
    entry.save(force_insert=True)
    events.publish(events.of_entry(conversation, entry))
    telling.message_created(conversation, entry)
    return entry


def keep_newest_words(conversation: Conversation, entry: Message) -> None:
    """What the list shows; the assistant's farewell does not cover the words that a person must answer."""
    if entry.data.get(FAREWELL) or entry.data.get(ASIDE):
        return
    if entry.author_kind == AuthorKind.CUSTOMER:
        conversation.last_customer_seq = entry.seq
        conversation.unanswered_since = conversation.unanswered_since or entry.created_at
    else:
        conversation.unanswered_since, conversation.steps = None, 0
    if entry.author_kind == AuthorKind.AGENT:
        conversation.first_replied_at = conversation.first_replied_at or entry.created_at
    conversation.last_kind = entry.author_kind
    conversation.last_author = authors.name(entry.author_kind, entry.agent, conversation)
    conversation.last_text = (" ".join(entry.text.split()) or _file_names(entry))[:SHORT]
    conversation.last_at = entry.created_at


def _file_names(entry: Message) -> str:
    return ", ".join(str(file["name"]) for file in entry.data.get("attachments", ()))
