"""Closes a conversation into another one of the same person: a line to the customer, notes and tags go along."""

from uuid import NAMESPACE_OID, uuid4, uuid5

from django.utils.translation import gettext

from agents.models import Agent
from conversations import control, events, log, words
from conversations.errors import NothingToDoError
from conversations.merging import persons
from conversations.models import Conversation, EndedBy, Holder, Note, Priority, Status
from tenants.errors import ParameterError

MOST_TAGS = 20
RANK = [Priority.NORMAL, Priority.HIGH, Priority.URGENT]


def merge(conversation_id: str, agent: Agent, *, into: str, epoch: int) -> Conversation:
    """Close the conversation; its matter goes on in `into`, in the agent's hand where the assistant had that.

    Words that nobody answered yet make that one wait for an answer. Raises ParameterError for another person's,
    StaleEpochError, and NothingToDoError for one that is resolved.
    """
    if conversation_id == into:
        raise ParameterError(gettext("into: this is the same conversation."), param="into")
    first, second = sorted((conversation_id, into))
    with log.writing(first) as one, log.writing(second) as other:  # in one order, so that two at once do not block
        source, target = (one, other) if str(one.id) == conversation_id else (other, one)
        control.check_epoch(source, epoch)
        _check(source, target)
        unanswered = source.unanswered_since
        _carry(source, target)
        if target.holder == Holder.ASSISTANT:
            control.take(target, agent)
        if unanswered is not None and target.status == Status.SNOOZED:
            control.wake(target)
        if unanswered is not None:
            target.unanswered_since = min(unanswered, target.unanswered_since or unanswered)
        _leave_notes(source, target, agent)
        control.notice(source, words.say(words.GOES_ON_ELSEWHERE, source.language))
        control.resolve(source, by=EndedBy.MERGED)
        source.merged_into = target
    return source


def _check(source: Conversation, target: Conversation) -> None:
    if persons.kept_id(source.customer) != persons.kept_id(target.customer):
        raise ParameterError(gettext("into: that conversation is another person's."), param="into")
    if source.status == Status.RESOLVED:
        raise NothingToDoError(gettext("This conversation is resolved already."))
    if target.status == Status.RESOLVED:
        raise NothingToDoError(gettext("The other conversation is resolved. Open it again first."))


def _carry(source: Conversation, target: Conversation) -> None:
    new = [tag for tag in source.tags if tag not in target.tags]
    target.tags = [*target.tags, *new][:MOST_TAGS]
    target.priority = max(target.priority, source.priority, key=lambda one: RANK.index(Priority(one)))


def _leave_notes(source: Conversation, target: Conversation, agent: Agent) -> None:
    """Copies of the notes, so that the closed conversation still tells all of its own if it is opened again."""
    for note in Note.objects.filter(conversation=source).select_related("author"):
        copy, made = Note.objects.get_or_create(
            conversation=target,
            client_id=uuid5(NAMESPACE_OID, f"{note.id}"),
            defaults={"author": note.author, "text": note.text, "created_at": note.created_at},
        )
        if made:
            events.publish(events.of_note(copy))
    _note(target, agent, f"{agent.name} closed another conversation of this customer into this one: {_link(source)}")
    _note(source, agent, f"{agent.name} closed this one. It goes on here: {_link(target)}")


def _note(conversation: Conversation, agent: Agent, text: str) -> None:
    note = Note.objects.create(conversation=conversation, author=agent, text=text, client_id=uuid4())
    events.publish(events.of_note(note))


def _link(conversation: Conversation) -> str:
    about = conversation.subject or conversation.last_text or "the conversation"
    return f"“{about[:80]}” (/console/inbox/all/{conversation.id})"
