"""Who writes an entry of the log; each kind carries what proves that it may."""

from dataclasses import dataclass

from agents.models import Agent
from conversations.models import AuthorKind, Conversation, Customer, Message
from tenants import current

ASSISTANT_NAME = "Assistant"
SYSTEM_NAME = "Baton"
WRITTEN_BY = "written_by"  # the name of whoever wrote it before it was brought here, where they are nobody of ours


@dataclass(frozen=True)
class ByCustomer:
    """The customer of the conversation."""

    customer: Customer


@dataclass(frozen=True)
class ByAssistant:
    """The assistant, under the epoch in which its turn began, answering the customer's message `answers`."""

    epoch: int
    answers: int


@dataclass(frozen=True)
class ByAssistantAside:
    """The assistant beside a wait in the queue, under the epoch of that wait, answering the message `answers`."""

    epoch: int
    answers: int


@dataclass(frozen=True)
class ByAgent:
    """A person of the tenant, who must hold the baton."""

    agent: Agent


Author = ByCustomer | ByAssistant | ByAssistantAside | ByAgent


def kind(author: Author) -> AuthorKind:
    """The author's kind as stored."""
    match author:
        case ByCustomer():
            return AuthorKind.CUSTOMER
        case ByAssistant() | ByAssistantAside():
            return AuthorKind.ASSISTANT
        case ByAgent():
            return AuthorKind.AGENT


def assistant() -> str:
    """The assistant's name, as the company in which we are calls it."""
    return current.tenant().assistant_name or ASSISTANT_NAME


def name(author_kind: str, agent: Agent | None, conversation: Conversation) -> str:
    """The name under which both sides see the author: agents by their first name only."""
    if author_kind == AuthorKind.CUSTOMER:
        return conversation.customer.name
    if author_kind == AuthorKind.ASSISTANT:
        return assistant()
    return agent.first_name if agent is not None else SYSTEM_NAME


def of(message: Message, conversation: Conversation) -> str:
    """The same of the author of a message, who may be one that wrote before it was brought here."""
    written_by = message.data.get(WRITTEN_BY)
    return str(written_by) if written_by else name(message.author_kind, message.agent, conversation)
