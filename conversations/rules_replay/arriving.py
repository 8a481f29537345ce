"""When conversations come to the desk with either book, kept as bytes between the goes of a replay."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from conversations.rules_replay.judging import Judged
from escalation.replay.comparing import Course
from escalation.replay.deciding import Ending

RANK = {"urgent": 0, "high": 1, "normal": 2}
NORMAL = RANK["normal"]


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """The moment (NaN: never) and the rank in the queue for each conversation."""

    at: NDArray[np.float64]
    rank: NDArray[np.int8]


@dataclass(frozen=True, slots=True, eq=False)
class Arriving:
    """Conversations that come to the desk with one book or the other, by the halves of their ids."""

    talks: NDArray[np.uint64]
    before: Side
    after: Side

    def __add__(self, other: Arriving) -> Arriving:
        return Arriving(
            np.concatenate([self.talks, other.talks]),
            *(
                Side(np.concatenate([mine.at, theirs.at]), np.concatenate([mine.rank, theirs.rank]))
                for mine, theirs in ((self.before, other.before), (self.after, other.after))
            ),
        )

    def to_bytes(self) -> bytes:
        """Bytes from which `from_bytes` makes the same again."""
        stored = io.BytesIO()
        before, after = self.before, self.after
        np.savez_compressed(stored, talks=self.talks, at0=before.at, rank0=before.rank, at1=after.at, rank1=after.rank)
        return stored.getvalue()

    @classmethod
    def from_bytes(cls, stored: bytes) -> Arriving:
        """What was stored; nothing from no bytes."""
        if not stored:
            return cls(np.zeros((0, 2), dtype=np.uint64), *(Side(np.zeros(0), np.zeros(0, dtype=np.int8)),) * 2)
        with np.load(io.BytesIO(stored), allow_pickle=False) as kept:
            sides = (Side(kept[f"at{side}"], kept[f"rank{side}"]) for side in (0, 1))
            return cls(kept["talks"], *sides)


def arriving(judged: Judged) -> Arriving:
    """When each conversation comes to the desk: by a rule, or where the assistant in truth gave it up without one."""
    order = judged.order
    outside = order.conversations.first(order.outside)
    before, after = _side(judged, judged.before, judged.was, outside), _side(judged, judged.after, judged.now, outside)
    comes = ~(np.isnan(before.at) & np.isnan(after.at))
    talks = order.talks[order.conversations.begins]
    return Arriving(talks[comes], *(Side(side.at[comes], side.rank[comes]) for side in (before, after)))


def _side(judged: Judged, course: Course, endings: Iterable[Ending], outside: NDArray[np.int64]) -> Side:
    at = np.append(judged.order.at, np.nan)  # -1 is the last
    ranks = np.array([*(RANK[one.priority] for one in endings), NORMAL], dtype=np.int8)
    gives_up = (outside >= 0) & ((course.row < 0) | (outside < course.row))
    row = np.where(gives_up, outside, course.row)
    return Side(at[row], np.where(gives_up, np.int8(NORMAL), ranks[course.ending]))
