"""What a kind of slot is: two ways of reading a customer's words, one of them when they answer its very question."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from assistant.records.contract import Records
from assistant.records.numbers import USUAL, Numbers
from assistant.skills.contract import Slot


@dataclass(frozen=True)
class Around:
    """What a reading may depend on beside the words."""

    language: str
    now: datetime
    zone: ZoneInfo
    numbers: Numbers = USUAL  # how the tenant's order numbers look
    records: Records | None = None  # whose services may be named


@dataclass(frozen=True)
class Found:
    """A value in its canonical form, with the words that it stands in."""

    value: str
    text: str


@dataclass(frozen=True)
class Kind:
    """How a slot's value is read.

    `find` gives the values that stand in any text, in their order; `reply` the one that a text means which answers the
    slot's question, and may be told by less. A kind that is `anywhere` is taken from all that the customer wrote,
    since nothing else looks like it; another only from what was said since the task began.
    """

    find: Callable[[str, Slot, Around], Sequence[Found]]
    reply: Callable[[str, Slot, Around], Found | None]
    anywhere: bool = False


def nothing(_text: str, _slot: Slot, _around: Around) -> Sequence[Found]:
    """For kinds whose values cannot be told from other words."""
    return ()


def newest_of(find: Callable[[str, Slot, Around], Sequence[Found]]) -> Callable[[str, Slot, Around], Found | None]:
    """The reply that is the last value found: who corrects themselves in one breath means the last."""

    def reply(text: str, slot: Slot, around: Around) -> Found | None:
        found = find(text, slot, around)
        return found[-1] if found else None

    return reply
