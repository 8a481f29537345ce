"""Tells small histories by hand: who did what how many minutes after nine o'clock on a Monday."""

import dataclasses
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from conversations.insights import episodes
from conversations.insights.history import Decided, Entry, HandedOver, History, Repeat
from conversations.models import AuthorKind, Episode, Holder, Kind, Status
from tenants import ids

NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)
CONVERSATION = ids.encode("conv", UUID(int=1))
CAROL, BOB, EVE = UUID(int=7), UUID(int=11), UUID(int=12)
CARE, REPAIRS = UUID(int=21), UUID(int=22)


def at(minutes: float) -> datetime:
    """So many minutes after nine."""
    return NINE + timedelta(minutes=minutes)


class Tale:
    """A conversation as it goes by; each step may be chained to the one before."""

    def __init__(self, language: str = "en") -> None:
        self.language = language
        self.entries: list[Entry] = []
        self.decided: list[Decided] = []
        self.handed_over: list[HandedOver] = []
        self.more: dict[str, Any] = {}

    def customer(self, minutes: float, text: str = "Where is my parcel?") -> "Tale":
        """The customer writes."""
        return self._entry(minutes, Kind.TEXT, AuthorKind.CUSTOMER, text=text)

    def assistant(self, minutes: float, text: str = "", **marks: bool) -> "Tale":
        """The assistant writes."""
        return self._entry(minutes, Kind.TEXT, AuthorKind.ASSISTANT, text=text, **marks)

    def agent(self, minutes: float, who: UUID = BOB) -> "Tale":
        """An agent writes."""
        return self._entry(minutes, Kind.TEXT, AuthorKind.AGENT, agent=who)

    def moves(self, minutes: float, holder: Holder, reason: str, **whose: UUID) -> "Tale":
        """The baton goes to another hand."""
        return self._entry(minutes, Kind.CONTROL, AuthorKind.SYSTEM, holder=holder, reason=reason, **whose)

    def queued(self, minutes: float, team: UUID = CARE, reason: str = "handed_over") -> "Tale":
        """It waits for a person of a team."""
        return self.moves(minutes, Holder.QUEUE, reason, team=team)

    def taken(self, minutes: float, who: UUID = BOB, team: UUID = CARE, reason: str = "accepted") -> "Tale":
        """An agent takes it."""
        return self.moves(minutes, Holder.AGENT, reason, agent=who, team=team)

    def handed_back(self, minutes: float) -> "Tale":
        """The assistant has it again."""
        return self.moves(minutes, Holder.ASSISTANT, "handed_back")

    def status(self, minutes: float, status: Status, **fields: Any) -> "Tale":
        """It is resolved, snoozed or open."""
        return self._entry(minutes, Kind.STATUS, AuthorKind.SYSTEM, status=status.value, **fields)

    def resolved(self, minutes: float, by: str = "agent", reason: str = "") -> "Tale":
        """Somebody resolves it; the assistant has the baton again, as the log says with a change of control."""
        self.status(minutes, Status.RESOLVED, ended_by=by, reason=reason)
        return self.moves(minutes, Holder.ASSISTANT, "resolved")

    def opened(self, minutes: float, reason: str = "") -> "Tale":
        """It is open again."""
        return self.status(minutes, Status.OPEN, reason=reason)

    def decides(self, **fields: Any) -> "Tale":
        """What the turn about the newest message decided."""
        usual = Decided(len(self.entries), "answer", "delivery", 3, 5, "embedded", 0.1, 0.5)
        self.decided.append(usual._replace(**fields))
        return self

    def hands_over(self, trigger: str = "anger", verdict: str = "", repeats: tuple[Repeat, ...] = ()) -> "Tale":
        """The newest message is handed over."""
        self.handed_over.append(HandedOver(len(self.entries), trigger, verdict, repeats))
        return self

    def having(self, **fields: Any) -> "Tale":
        """Promises, clocks, reviews and the rest of it."""
        self.more |= fields
        return self

    def history(self, **changes: Any) -> History:
        """All of it; the row changed last with the last entry."""
        told = History(
            conversation=CONVERSATION,
            customer_key=CAROL,
            channel="widget",
            language=self.language,
            row_at=self.entries[-1].at,
            is_merged=False,
            entries=self.entries,
            decided=self.decided,
            handed_over=self.handed_over,
            **self.more,
        )
        return dataclasses.replace(told, **changes)

    def measured(self, now: float = 10_000, **changes: Any) -> list[Episode]:
        """Its episodes, seen so many minutes after nine."""
        return episodes.measure(self.history(**changes), at(now))

    def episode(self, **changes: Any) -> Episode:
        """The only one."""
        (found,) = self.measured(**changes)
        return found

    def _entry(self, minutes: float, kind: Kind, by: AuthorKind, **fields: Any) -> "Tale":
        self.entries.append(Entry(len(self.entries) + 1, kind, by, at(minutes), **fields))
        return self
