"""Cuts a log into episodes: from the customer's first words until it is resolved, and again once it is open; pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from conversations.insights.history import Entry
from conversations.models import AuthorKind, Kind, Status

UNDONE = "undone"  # why a conversation was resolved or opened, where an act was taken back: then it never happened


@dataclass
class Stretch:
    """The entries of one episode, the entry that ended it, and when the conversation was opened again after it."""

    number: int
    began_at: datetime
    entries: list[Entry] = field(default_factory=list)
    ended: Entry | None = None
    reopened_at: datetime | None = None

    @property
    def first_seq(self) -> int:
        """Of its first entry."""
        return self.entries[0].seq

    @property
    def texts(self) -> list[Entry]:
        """What customer, assistant and agents said to each other; the assistant's farewell only passes the baton."""
        return [entry for entry in self.entries if entry.kind == Kind.TEXT and not entry.farewell]


def cut(entries: Sequence[Entry]) -> list[Stretch]:
    """The episodes of a log, the oldest first; none where nobody said anything yet."""
    found: list[Stretch] = []
    for entry in entries:
        if entry.kind == Kind.STATUS and not entry.notice:
            _change(found, entry)
        elif found and found[-1].ended is None:
            found[-1].entries.append(entry)
        elif entry.kind == Kind.TEXT and (not found or entry.by in (AuthorKind.CUSTOMER, AuthorKind.AGENT)):
            _begin(found, entry)
    return found


def _change(found: list[Stretch], entry: Entry) -> None:
    """Resolved, or opened again; rest and wake are none of it."""
    if not found:
        return
    last = found[-1]
    if entry.status == Status.RESOLVED and last.ended is None:
        last.entries.append(entry)
        last.ended = entry
        if entry.reason == UNDONE and len(found) > 1 and not last.texts:
            found.pop()
            found[-1].reopened_at = None
    elif entry.status == Status.OPEN and last.ended is not None:
        if entry.reason == UNDONE:
            last.ended = None
            last.entries.append(entry)
        else:
            _begin(found, entry)
    elif last.ended is None:
        last.entries.append(entry)


def _begin(found: list[Stretch], entry: Entry) -> None:
    if found:
        found[-1].reopened_at = entry.at
    found.append(Stretch(len(found) + 1, entry.at, [entry]))
