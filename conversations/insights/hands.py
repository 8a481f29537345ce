"""How long an episode was in each hand, and how long people worked at it; pure."""

from dataclasses import dataclass
from datetime import datetime

from conversations.insights.history import Entry
from conversations.insights.stretches import Stretch
from conversations.models import AuthorKind, Holder, Kind, Status

PATIENCE = 300.0  # seconds that whoever waits for a customer's answer is taken to wait without doing anything else


@dataclass
class Hands:
    """Seconds."""

    assistant: float = 0.0
    queue: float = 0.0
    agent: float = 0.0
    handle: float = 0.0


@dataclass
class _Standing:
    """How it stands after an entry."""

    holder: str = Holder.ASSISTANT
    status: str = Status.OPEN
    answered: bool = False  # the last words are an agent's: the customer is silent
    silent: float = 0.0  # seconds since, without those that it was snoozed


def times(stretch: Stretch, until: datetime) -> Hands:
    """The time in each hand until it was resolved, or else until then. Whoever opens it has the assistant at hand.

    `handle` is an agent's working time: the time in agents' hands while it is not snoozed, where each silence of the
    customer after an agent's words counts as five minutes at most.
    """
    hands, now, since = Hands(), _Standing(), stretch.began_at
    for entry in stretch.entries:
        _spend(hands, now, (entry.at - since).total_seconds())
        since = entry.at
        _follow(now, entry)
    if stretch.ended is None:
        _spend(hands, now, (until - since).total_seconds())
    return hands


def _spend(hands: Hands, now: _Standing, seconds: float) -> None:
    seconds = max(0.0, seconds)
    match now.holder:
        case Holder.ASSISTANT:
            hands.assistant += seconds
        case Holder.QUEUE:
            hands.queue += seconds
        case _:
            hands.agent += seconds
            if now.status != Status.SNOOZED:
                hands.handle += min(seconds, max(0.0, PATIENCE - now.silent)) if now.answered else seconds
                now.silent += seconds


def _follow(now: _Standing, entry: Entry) -> None:
    match entry.kind:
        case Kind.CONTROL:
            now.holder = entry.holder
        case Kind.STATUS if not entry.notice:
            now.status = entry.status
        case Kind.TEXT:
            now.answered, now.silent = entry.by == AuthorKind.AGENT, 0.0
