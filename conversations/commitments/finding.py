"""What was perhaps decided or promised in a conversation, found in the desk's own words, for a person to confirm."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from assistant import promising
from conversations.models import AuthorKind, Conversation, DecidedFact, Kind, Message, Promise
from tenants import current

MOST_LINES = 60  # the newest of the desk's
MOST_FOUND = 8


@dataclass(frozen=True)
class Found:
    """A sentence of the desk's with its message; `due_at` as its words say."""

    text: str
    seq: int
    by: str
    due_at: datetime | None = None


def promises(conversation: Conversation) -> list[Found]:
    """Sentences that sound like a promise and that nobody said anything about yet. Two queries."""
    known = set(Promise.objects.filter(conversation=conversation).values_list("seq", "text"))
    zone = ZoneInfo(current.tenant().time_zone)
    found = [
        Found(
            text,
            message.seq,
            _name(message),
            promising.due(text, said_at=message.created_at, zone=zone, language=conversation.language),
        )
        for message in _said(conversation, [AuthorKind.AGENT, AuthorKind.ASSISTANT])
        for text in promising.promises(message.text)
        if (message.seq, text) not in known
    ]
    return found[-MOST_FOUND:]


def decisions(conversation: Conversation) -> list[Found]:
    """Sentences of people that sound like a decision and are not kept as one. Two queries."""
    known = set(DecidedFact.objects.filter(conversation=conversation).values_list("seq", "text"))
    found = [
        Found(text, message.seq, _name(message))
        for message in _said(conversation, [AuthorKind.AGENT])
        for text in promising.decisions(message.text)
        if (message.seq, text) not in known
    ]
    return found[-MOST_FOUND:]


def _said(conversation: Conversation, by: list[AuthorKind]) -> list[Message]:
    said = conversation.messages.filter(kind=Kind.TEXT, author_kind__in=by).select_related("agent")
    return list(reversed(said.order_by("-seq")[:MOST_LINES]))


def _name(message: Message) -> str:
    return message.agent.name if message.agent is not None else "Assistant"
