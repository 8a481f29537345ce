"""What an agent does to a conversation: reply, note, take over, hand back, resolve."""

from uuid import UUID, uuid4

from django.db import transaction

from agents.models import Agent
from conversations import control, events, log
from conversations.authors import ByAgent
from conversations.errors import ClientIdReusedError
from conversations.models import Conversation, Message, Note
from tenants.errors import ParameterError

LONGEST = 8000


def reply(conversation_id: str, agent: Agent, text: str, *, client_id: UUID) -> tuple[Conversation, Message]:
    """Say something to the customer; whoever held the baton, the agent holds it from this message on.

    Raises ParameterError, ClientIdReusedError, and NothingToDoError for a resolved conversation.
    """
    said = _checked(text)
    with log.writing(conversation_id) as conversation:
        if not conversation.messages.filter(client_id=client_id).exists():
            control.take(conversation, agent)
        return conversation, log.append(conversation, ByAgent(agent), said, client_id=client_id)


@transaction.atomic
def add_note(conversation: Conversation, agent: Agent, text: str, *, client_id: UUID) -> Note:
    """Write a private note; the same client id gives the stored note back, and refuses other words."""
    said = _checked(text)
    note, made = Note.objects.select_related("author").get_or_create(
        conversation=conversation, client_id=client_id, defaults={"author": agent, "text": said}
    )
    if made:
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


def hand_back(conversation_id: str, agent: Agent, *, epoch: int, brief: str) -> Conversation:
    """Give the conversation back to the assistant; the brief stays as a note for whoever looks next."""
    with log.writing(conversation_id) as conversation:
        control.check_epoch(conversation, epoch)
        control.hand_back(conversation, agent)
        if brief.strip():
            add_note(conversation, agent, brief, client_id=uuid4())
    return conversation


def resolve(conversation_id: str, *, epoch: int) -> Conversation:
    """Close the conversation until the customer writes again."""
    with log.writing(conversation_id) as conversation:
        control.check_epoch(conversation, epoch)
        control.resolve(conversation)
    return conversation


def _checked(text: str) -> str:
    said = text.replace("\x00", "").strip()
    if not said:
        raise ParameterError("text: write something first.", param="text")
    if len(said) > LONGEST:
        raise ParameterError(f"text: at most {LONGEST} characters fit into one message.", param="text")
    return said
