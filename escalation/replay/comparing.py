"""Two books over the same conversations: for each the first decision at which a person gets it, and what changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from escalation.replay.deciding import Chosen, Ending

Places = NDArray[np.int64]


class Change(StrEnum):
    """What another book does to a conversation; the gravest where several would fit."""

    NEWLY = "newly"
    NO_LONGER = "no_longer"
    EARLIER = "earlier"
    LATER = "later"
    TARGET = "target"
    APPROVAL_ADDED = "approval_added"
    APPROVAL_GONE = "approval_gone"
    SAME = "same"


CHANGES = tuple(Change)


@dataclass(frozen=True, slots=True, eq=False)
class Conversations:
    """Decisions in groups: those of one conversation stand together, in the order in which they were made.

    `begins` holds the first row of each conversation, and `size` is the number of all rows.
    """

    begins: Places
    size: int

    @classmethod
    def of(cls, numbers: NDArray[np.int64]) -> Conversations:
        """From the number of the conversation of each row; equal numbers stand together."""
        size = len(numbers)
        starts = np.ones(size, dtype=bool)
        starts[1:] = numbers[1:] != numbers[:-1]
        return cls(np.flatnonzero(starts), size)

    def first(self, rows: NDArray[np.bool_]) -> Places:
        """For each conversation the first of its rows that is marked; -1 where none is."""
        if not self.size:
            return np.zeros(0, dtype=np.int64)
        marked = np.where(rows, np.arange(self.size), self.size)
        found = np.minimum.reduceat(marked, self.begins)
        return np.where(found < self.size, found, -1)


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """What a book makes of each conversation: the rows (-1: none) at which a person gets it, or an answer is held.

    `asks` is the first answer held before that. `ending` and `asking` are the places of the rules that said so.
    `hangs` is the first row up to there at which a rule hung on something that was not measured.
    """

    row: Places
    ending: Places
    asks: Places
    asking: Places
    hangs: Places


def course(conversations: Conversations, chosen: Chosen, endings: Sequence[Ending]) -> Course:
    """What the book does to each conversation, from what it does at each decision."""
    hands = np.array([*(one.hands_over for one in endings), False], dtype=bool)
    holds = np.array([*(not one.hands_over for one in endings), False], dtype=bool)
    row = conversations.first(hands[chosen.places])  # -1 takes the last, which is False
    until = np.where(row < 0, conversations.size, row)
    asks = _before(conversations.first(holds[chosen.places]), until)
    hangs = _before(conversations.first(chosen.hangs), until + 1)
    return Course(row, _at(chosen, row), asks, _at(chosen, asks), hangs)


def changes(before: Course, after: Course, *, was: Sequence[Ending], now: Sequence[Ending]) -> NDArray[np.int8]:
    """The place in CHANGES for each conversation."""
    handed, hands = before.row >= 0, after.row >= 0
    both = handed & hands
    moved = both & (_targets(was, now)[before.ending, after.ending])
    found = np.full(len(handed), CHANGES.index(Change.SAME), dtype=np.int8)
    for change, where in (  # the later ones are graver and go over the ones before
        (Change.APPROVAL_GONE, (before.asks >= 0) & (after.asks < 0)),
        (Change.APPROVAL_ADDED, (before.asks < 0) & (after.asks >= 0)),
        (Change.TARGET, moved & (before.row == after.row)),
        (Change.LATER, both & (after.row > before.row)),
        (Change.EARLIER, both & (after.row < before.row)),
        (Change.NO_LONGER, handed & ~hands),
        (Change.NEWLY, hands & ~handed),
    ):
        found[where] = CHANGES.index(change)
    return found


def _before(rows: Places, until: Places) -> Places:
    return np.where(rows < until, rows, -1)


def _at(chosen: Chosen, rows: Places) -> Places:
    if not len(chosen.places):
        return np.full(len(rows), -1, dtype=np.int64)
    return np.where(rows < 0, -1, chosen.places[rows]).astype(np.int64)


def _targets(was: Sequence[Ending], now: Sequence[Ending]) -> NDArray[np.bool_]:
    """Whether the conversation goes elsewhere, for each pair of endings; the last row and column stand for none."""
    differs = [[one.target != other.target for other in now] + [False] for one in was]
    return np.array([*differs, [False] * (len(now) + 1)], dtype=bool)
