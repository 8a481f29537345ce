"""What an agent does to a conversation: reply, note, take over, hand back, transfer, snooze, resolve, reopen."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from agents import people, permissions
from agents.models import Agent, Team
from agents.permissions import Right
from conversations import control, events, log, mentions, offers
from conversations.access import access_id
from conversations.authors import ByAgent
from conversations.commitments import handing_back, passing_on
from conversations.commitments.handing_back import Brief
from conversations.desk_tasks import writing as desk_tasks
from conversations.errors import ClientIdReusedError, NothingToDoError
from conversations.models import Conversation, Holder, Message, Note, OfferEnd, Status
from conversations.receive import Received
from conversations.translating import writing
from conversations.translating.writing import Written
from tenants.errors import ParameterError

LONGEST = 8000
LONGEST_SNOOZE = timedelta(days=366)


def reply(
    conversation_id: str,
    agent: Agent,
    text: str,
    *,
    client_id: UUID,
    attachments: Sequence[str] = (),
    written: Written | None = None,
) -> tuple[Conversation, Message]:
    """Say something to the customer; whoever held the baton, the agent holds it from this message on.

    `written` are the agent's own words, where `text` is their translation.

    Raises ParameterError, ClientIdReusedError, NothingToDoError for a resolved conversation, and NotAllowedError for an
    agent who may write no more.
    """
    said = checked(text, optional=bool(attachments))
    with log.writing(conversation_id) as conversation:
        permissions.check_now(agent, Right.WRITE_CONVERSATIONS)
        if not log.has(conversation, client_id):
            control.take(conversation, agent)
        author = ByAgent(agent)
        message = log.append(conversation, author, said, client_id=client_id, attachments=attachments)
        writing.keep(message, written)
        return conversation, message


def reply_over_socket(
    conversation_id: str, agent: Agent, text: str, *, client_id: UUID, attachments: Sequence[str] = ()
) -> Received:
    """Like `reply`, for an agent whose right was last looked at when the socket opened; NotFoundError too."""
    found = access_id(agent, conversation_id)
    _, entry = reply(found, agent, text, client_id=client_id, attachments=attachments)
    return Received(found, entry.seq)


@transaction.atomic
def add_note(
    conversation: Conversation, agent: Agent, text: str, *, client_id: UUID, mention: Sequence[str] = ()
) -> Note:
    """Write a private note, which tells the colleagues with the ids in `mention`.

    The same client id gives the stored note back, and refuses other words.
    """
    said, named = checked(text), mentions.named(mention)
    data = {"mentions": [{"id": one.id, "name": one.name} for one in named]} if named else {}
    note, made = Note.objects.select_related("author").get_or_create(
        conversation=conversation, client_id=client_id, defaults={"author": agent, "text": said, "data": data}
    )
    if made:
        mentions.write(note, conversation, by=agent, to=named)
        events.publish(events.of_note(note))
    elif note.text != said:
        raise ClientIdReusedError
    return note


def take_over(conversation_id: str, agent: Agent, *, epoch: int) -> Conversation:
    """Accept from the queue, or take over from whoever holds it; StaleEpochError when somebody was quicker."""
    with log.writing(conversation_id) as conversation:
        if conversation.agent_id != agent.id:
            control.check_epoch(conversation, epoch)
        control.take(conversation, agent)
    return conversation


def hand_back(conversation_id: str, agent: Agent, *, epoch: int, brief: Brief) -> Conversation:
    """Give the conversation back to the assistant, with what was decided; the brief stays as a note.

    Raises StaleEpochError, NothingToDoError, and ParameterError for what the brief names and is not there.
    """
    with _at(conversation_id, epoch) as conversation:
        note = handing_back.keep(conversation, agent, brief)
        control.hand_back(conversation, agent)
        passing_on.write_note(conversation, agent, note, why=passing_on.HAND_BACK)
    return conversation


def transfer(
    conversation_id: str, agent: Agent, *, epoch: int, to: Agent | None, team: Team | None, note: str
) -> Conversation:
    """Pass the conversation to the queue of `team`, offered to the agent `to` or else to the best one there.

    Without a team it is the first of the receiver's own teams, or the one that it was with. The note is for the desk.
    """
    passing_on.check_note(note)
    with _at(conversation_id, epoch) as conversation:
        into = team or (to.teams.first() if to is not None else None) or conversation.team
        control.transfer(conversation, team=into, offered_to=to)
        if to is None:
            offers.route(conversation, cause="transferred", not_to=[str(agent.id)])
        else:
            offers.give(conversation, to, by=agent)
        passing_on.write_note(conversation, agent, note, why=passing_on.TRANSFER)
    return conversation


def decline(conversation_id: str, agent: Agent, *, epoch: int) -> Conversation:
    """The agent does not take what is offered to them: the next person is asked, them not before a while has passed.

    Raises StaleEpochError, and NothingToDoError when it is not offered to them.
    """
    with _at(conversation_id, epoch) as conversation:
        if conversation.holder != Holder.QUEUE or conversation.offered_to_id != agent.id:
            raise NothingToDoError(gettext("This conversation is not offered to you any more."))
        offers.end(conversation, OfferEnd.DECLINED)
        offers.route(conversation, cause="declined")
        people.desk_moved()
    return conversation


def snooze(conversation_id: str, agent: Agent, *, epoch: int, until: datetime) -> Conversation:
    """Let the conversation rest until then, or until the customer writes; ParameterError for a time not ahead."""
    now = timezone.now()
    if not now < until <= now + LONGEST_SNOOZE:
        raise ParameterError(gettext("until: must lie ahead, within a year."), param="until")
    with _at(conversation_id, epoch) as conversation:
        control.snooze(conversation, agent, until=until)
    return conversation


def resolve(conversation_id: str, *, epoch: int) -> Conversation:
    """Close the conversation until the customer writes again; TasksOpenError while departments work on it."""
    with _at(conversation_id, epoch) as conversation:
        control.resolve(conversation)
    return conversation


def drop_tasks_and_resolve(conversation_id: str, agent: Agent, *, epoch: int) -> Conversation:
    """The same, dropping what departments still have to do."""
    with _at(conversation_id, epoch) as conversation:
        desk_tasks.drop_all(conversation, agent)
        control.resolve(conversation)
    return conversation


def reopen(conversation_id: str, agent: Agent, *, epoch: int) -> Conversation:
    """Open a resolved conversation again, or wake a snoozed one, in the agent's own hand."""
    with _at(conversation_id, epoch) as conversation:
        if conversation.status == Status.SNOOZED:
            control.wake(conversation)
        else:
            control.reopen(conversation)
        control.take(conversation, agent)
    return conversation


@contextmanager
def _at(conversation_id: str, epoch: int) -> Iterator[Conversation]:
    """The conversation's lock, with the baton as the caller last saw it; StaleEpochError otherwise."""
    with log.writing(conversation_id) as conversation:
        control.check_epoch(conversation, epoch)
        yield conversation


def checked(text: str, *, optional: bool = False) -> str:
    """The words as they are stored; ParameterError when they are too long, or none and not optional."""
    said = text.replace("\x00", "").strip()
    if not said and not optional:
        raise ParameterError(gettext("text: write something first."), param="text")
    if len(said) > LONGEST:
        raise ParameterError(
            gettext("text: at most {longest} characters fit into one message.").format(longest=LONGEST), param="text"
        )
    return said
