"""What one client saw and did, with times; the checker reads nothing else of a client."""

import time
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class Sent:
    """The customer wrote, or pressed "Talk to a person", or an agent replied."""

    client_id: str
    text: str
    kind: str = "send"
    conversation_id: str | None = None
    at: float = 0.0


@dataclass(frozen=True)
class Acked:
    """The server said that it stored a message at this place of this log."""

    client_id: str
    seq: int
    conversation_id: str
    at: float = 0.0


@dataclass(frozen=True)
class Shown:
    """An event of the log that the screen folded in."""

    conversation_id: str
    seq: int
    type: str
    data: Json
    at: float = 0.0


@dataclass(frozen=True)
class Delta:
    """A part of an answer that reached the client; `shown` when its screen had a place for it."""

    conversation_id: str
    message_id: str
    epoch: int
    shown: bool
    at: float = 0.0


@dataclass(frozen=True)
class Heard:
    """Any frame about a conversation, before the screen judged it."""

    conversation_id: str
    type: str
    at: float = 0.0


@dataclass(frozen=True)
class Outcome:
    """What became of an agent's request: `status` is None when the answer never came."""

    action: str
    conversation_id: str
    epoch: int
    agent: str
    status: int | None
    code: str = ""
    words: str = ""
    at: float = 0.0


@dataclass
class History:
    """All that one client did and saw. `own` is the customer's conversation; an agent has none."""

    name: str
    tenant: str = "acme"
    is_customer: bool = True
    own: str | None = None
    sent: list[Sent] = field(default_factory=list)
    acked: list[Acked] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    deltas: list[Delta] = field(default_factory=list)
    heard: list[Heard] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    closes: list[tuple[float, int]] = field(default_factory=list)
    welcomes: int = 0
    watching: set[str] = field(default_factory=set)

    def shown_of(self, conversation_id: str) -> list[Shown]:
        """What the screen shows of one conversation, in the order of showing."""
        return [one for one in self.shown if one.conversation_id == conversation_id]


def now() -> float:
    """Seconds of the clock that all histories share."""
    return time.monotonic()
