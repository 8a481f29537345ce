"""How the last episode of a conversation ended, read from its log: when, in whose hand, and who spoke in it."""

from dataclasses import dataclass
from datetime import datetime

from agents.models import Agent, Team
from conversations import log
from conversations.models import AuthorKind, Conversation, Holder, Kind, Status

REPLIES = {AuthorKind.ASSISTANT.value, AuthorKind.AGENT.value}


@dataclass(frozen=True)
class Ending:
    """The `number`th time that the conversation was resolved; `began_after` is the seq of the time before, or 0."""

    number: int
    seq: int
    at: datetime
    began_after: int


@dataclass(frozen=True)
class Held:
    """Who had the conversation when it was resolved."""

    holder: Holder
    agent: Agent | None = None
    team: Team | None = None


def last(conversation: Conversation) -> Ending | None:
    """The newest ending; None for one that was never resolved. One query."""
    said = conversation.messages.filter(kind=Kind.STATUS, data__status=Status.RESOLVED.value)
    ends = list(said.exclude(data__has_key="notice").order_by("seq").values_list("seq", "created_at"))
    if not ends:
        return None
    seq, at = ends[-1]
    return Ending(len(ends), seq, at, ends[-2][0] if len(ends) > 1 else 0)


def was_answered(conversation: Conversation, ending: Ending) -> bool:
    """Whether the customer wrote in the episode, and anybody replied more than that they pass it on. One query."""
    said = conversation.messages.filter(kind=Kind.TEXT, seq__gt=ending.began_after, seq__lt=ending.seq)
    spoke = set(said.exclude(data__has_key=log.FAREWELL).values_list("author_kind", flat=True))
    return AuthorKind.CUSTOMER.value in spoke and bool(spoke & REPLIES)


def held(conversation: Conversation, ending: Ending) -> Held:
    """In whose hand it was at the end. At most three queries."""
    moves = conversation.messages.filter(kind=Kind.CONTROL, seq__lt=ending.seq).order_by("-seq")
    moved = moves.values_list("data", flat=True).first()
    if moved is None:
        return Held(Holder.ASSISTANT)
    agent, team = moved["agent"], moved["team"]
    return Held(
        Holder(moved["holder"]),
        None if agent is None else Agent.objects.filter(pk=agent["id"]).first(),
        None if team is None else Team.objects.filter(pk=team["id"]).first(),
    )
