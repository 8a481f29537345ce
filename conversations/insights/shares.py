"""Deals what belongs to a conversation out to its episodes, by its place in the log or by its time; pure."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from conversations.insights.history import (
    Asked,
    Decided,
    HandedOver,
    History,
    Promised,
    Repeat,
    Reviewed,
    Timed,
    Used,
)
from conversations.insights.stretches import Stretch, cut

Kind = TypeVar("Kind")


@dataclass
class Share:
    """One episode with all that belongs to it."""

    stretch: Stretch
    until: datetime
    is_merged: bool
    decided: list[Decided] = field(default_factory=list)
    handed_over: list[HandedOver] = field(default_factory=list)
    repeats: list[Repeat] = field(default_factory=list)
    promised: list[Promised] = field(default_factory=list)
    timed: list[Timed] = field(default_factory=list)
    used: list[Used] = field(default_factory=list)
    asked: Asked | None = None
    reviewed: Reviewed | None = None
    missed: bool = False


def of(history: History) -> list[Share]:
    """The episodes, the oldest first."""
    stretches = cut(history.entries)
    last = len(stretches)
    shares = [
        Share(stretch, until=history.row_at, is_merged=history.is_merged and stretch.number == last)
        for stretch in stretches
    ]
    if shares:
        _by_seq(shares, history)
        _by_time(shares, history)
        _of_whole(shares, history)
    return shares


def _by_seq(shares: Sequence[Share], history: History) -> None:
    begins = [share.stretch.first_seq for share in shares]
    for decided in history.decided:
        _at(shares, begins, decided.asked_seq).decided.append(decided)
    seen: set[Repeat] = set()
    for handed_over in history.handed_over:
        _at(shares, begins, handed_over.asked_seq).handed_over.append(handed_over)
        for repeat in handed_over.repeats:
            if repeat not in seen:
                _at(shares, begins, repeat.seq).repeats.append(repeat)
                seen.add(repeat)


def _by_time(shares: Sequence[Share], history: History) -> None:
    begins = [share.stretch.began_at for share in shares]
    seqs = [share.stretch.first_seq for share in shares]
    for promised in history.promised:
        share = _at(shares, seqs, promised.seq) if promised.seq else _at(shares, begins, promised.at)
        share.promised.append(promised)
    for timed in history.timed:
        _at(shares, begins, timed.began_at).timed.append(timed)
    for used in history.used:
        _at(shares, begins, used.at).used.append(used)


def _of_whole(shares: Sequence[Share], history: History) -> None:
    """A survey follows one resolution; a review is about what there was of the conversation when it was written."""
    ends = {share.stretch.ended.seq: share for share in shares if share.stretch.ended is not None}
    for asked in history.asked:
        if asked.ended_seq in ends:
            ends[asked.ended_seq].asked = asked
    reviewed = history.reviewed
    if reviewed is None:
        return
    for share in shares:
        if share.stretch.began_at <= reviewed.at:
            share.reviewed = reviewed
    if reviewed.at_seq is not None:
        _at(shares, [share.stretch.first_seq for share in shares], reviewed.at_seq).missed = True


def _at(shares: Sequence[Share], begins: Sequence[Kind], place: Kind) -> Share:
    """The last episode that began there or before; what came before any belongs to the first."""
    found: Callable[..., int] = bisect_right
    return shares[max(0, found(begins, place) - 1)]
