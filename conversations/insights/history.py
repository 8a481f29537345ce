"""What a conversation left behind, as the measuring reads it: plain values, no rows; pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID


class Entry(NamedTuple):
    """An entry of the log; `text` only where it is needed, `holder` to `reason` only of changes of control or status.

    `by` is the author's kind, `agent` who wrote, or who holds the conversation from here on. Of the assistant's words
    `sourced` says that they rest on knowledge, records or a skill, `unsure` that they admit doubt, `checked` that a
    person let them go.
    """

    seq: int
    kind: str
    by: str
    at: datetime
    text: str = ""
    farewell: bool = False
    asks: bool = False
    notice: bool = False
    status: str = ""
    holder: str = ""
    agent: UUID | None = None
    team: UUID | None = None
    reason: str = ""
    ended_by: str = ""
    sourced: bool = False
    unsure: bool = False
    checked: bool = False


class Decided(NamedTuple):
    """What a turn decided about the customer's message `asked_seq`; `churn` and its threshold as measured then.

    `guided` says that it followed a supervisor's instruction.
    """

    asked_seq: int
    action: str
    topic: str
    rules_version: int
    knowledge_number: int
    engine: str
    churn: float | None
    churn_threshold: float | None
    guided: bool = False


class Repeat(NamedTuple):
    """Something that was told already was asked for by an agent, or said once more by the customer."""

    by: str
    what: str
    seq: int


class HandedOver(NamedTuple):
    """A handover, with the label that counts ("" for none) and what had to be said again after it."""

    asked_seq: int
    trigger: str
    verdict: str
    repeats: tuple[Repeat, ...]


class Promised(NamedTuple):
    """A promise to the customer; `seq` is 0 where it stands in no message."""

    seq: int
    at: datetime
    state: str
    due_at: datetime | None
    closed_at: datetime | None


class Timed(NamedTuple):
    """A clock of the company's promises of time that ended, or ran out."""

    began_at: datetime
    late: bool


class Used(NamedTuple):
    """A call of the language model."""

    at: datetime
    tokens: int


class Reviewed(NamedTuple):
    """What a reviewer said of the whole conversation, and how many conversations it stands for."""

    verdict: str
    at_seq: int | None
    at: datetime
    weight: float


class Asked(NamedTuple):
    """What the customer was asked after the resolution that is entry `ended_seq`, and what they answered."""

    ended_seq: int
    holder: str
    satisfaction: int | None
    effort: int | None


@dataclass(frozen=True)
class History:
    """All of one conversation, each kind of thing in its order; `row_at` is when its row changed last."""

    conversation: str
    customer_key: UUID
    channel: str
    language: str
    row_at: datetime
    is_merged: bool
    entries: Sequence[Entry]
    decided: Sequence[Decided] = ()
    handed_over: Sequence[HandedOver] = ()
    promised: Sequence[Promised] = ()
    timed: Sequence[Timed] = ()
    used: Sequence[Used] = ()
    reviewed: Reviewed | None = None
    asked: Sequence[Asked] = ()
