"""Two books over rows of decisions: what each makes of each conversation, and what that changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from conversations.rules_replay.reading import Rows
from escalation.book import Book
from escalation.replay import comparing, deciding
from escalation.replay.comparing import Conversations, Course
from escalation.replay.deciding import Chosen, Ending
from escalation.replay.holding import Holding


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """Rows of several pages in the order of their conversations; all arrays but `places` are in that order."""

    places: NDArray[np.int64]
    talks: NDArray[np.uint64]
    seqs: NDArray[np.int64]
    at: NDArray[np.float64]
    handed: NDArray[np.bool_]
    outside: NDArray[np.bool_]
    conversations: Conversations


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """What both books make of the conversations; places of rows are those of `order`."""

    order: Order
    before: Course
    after: Course
    was: Sequence[Ending]
    now: Sequence[Ending]
    changes: NDArray[np.int8]


def ordered(pages: Sequence[Rows], *, since: float = 0.0) -> Order:
    """The rows of all pages from the moment `since` on, by conversation and then by message."""
    if not pages:
        nothing = np.zeros(0, dtype=np.int64)
        none = nothing.astype(bool)
        halves, at = np.zeros((0, 2), dtype=np.uint64), np.zeros(0)
        return Order(nothing, halves, nothing, at, none, none, Conversations.of(nothing))
    talks, seqs = np.concatenate([one.talks for one in pages]), np.concatenate([one.seqs for one in pages])
    at = np.concatenate([one.at for one in pages])
    places = np.lexsort((seqs, talks[:, 1], talks[:, 0]))
    places = places[at[places] >= since]
    inside = talks[places]
    differs = np.ones(len(places), dtype=bool)
    differs[1:] = (inside[1:] != inside[:-1]).any(axis=1)
    return Order(
        places=places,
        talks=inside,
        seqs=seqs[places],
        at=at[places],
        handed=np.concatenate([one.handed for one in pages])[places],
        outside=np.concatenate([one.outside for one in pages])[places],
        conversations=Conversations.of(np.cumsum(differs)),
    )


def judge(pages: Sequence[Rows], order: Order, *, before: Book, after: Book) -> Judged:
    """What the two books make of each conversation."""
    chosen: list[list[Chosen]] = [[], []]
    for one in pages:
        holding = Holding(one.facts)  # both books ask much the same
        for book, found in zip((before, after), chosen, strict=True):
            found.append(deciding.decide(book, holding))
    was, now = deciding.endings(before), deciding.endings(after)
    first, second = (_joined(found, order) for found in chosen)
    course = comparing.course(order.conversations, first, was)
    other = comparing.course(order.conversations, second, now)
    return Judged(order, course, other, was, now, comparing.changes(course, other, was=was, now=now))


def _joined(chosen: Sequence[Chosen], order: Order) -> Chosen:
    if not chosen:
        return Chosen(np.zeros(0, dtype=np.int16), np.zeros(0, dtype=bool))
    places = np.concatenate([one.places for one in chosen])[order.places]
    return Chosen(places, np.concatenate([one.hangs for one in chosen])[order.places])
