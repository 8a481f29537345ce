"""How long customers would wait: the desk played through, with people and times as they were measured."""

from __future__ import annotations

import heapq
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

HOUR = 3600.0
Times = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Arrivals:
    """Conversations that come to the desk: when (seconds), how soon they want somebody (0 first), and for how long."""

    at: Times
    rank: NDArray[np.int64]
    held: Times


@dataclass(frozen=True, slots=True)
class Waited:
    """What came of it: seconds at the middle and for the slowest tenth, and how many nobody was left for."""

    median: float | None
    p90: float | None
    never: int


def play(arrivals: Arrivals, *, begins: float, slots: NDArray[np.int64]) -> Waited:
    """Let the conversations come one after the other to a desk that can hold `slots` of them in each hour.

    The next free place goes to the one that wants somebody soonest, then to the one that waits longest, as in the
    product's queue; whoever is in somebody's hand stays there past the end of a shift. Teams are one desk here.
    """
    order = np.argsort(arrivals.at, kind="stable")
    coming = [(float(arrivals.at[i]), int(arrivals.rank[i]), float(arrivals.held[i])) for i in order]
    changes = np.flatnonzero(np.diff(slots, prepend=0))
    turns = [(begins + float(hour) * HOUR, int(slots[hour])) for hour in changes]
    if len(slots) and slots[-1]:
        turns.append((begins + len(slots) * HOUR, 0))
    waits = _Desk(coming, turns).run()
    return Waited(
        median=float(np.median(waits)) if waits else None,
        p90=float(np.quantile(waits, 0.9)) if waits else None,
        never=len(coming) - len(waits),
    )


class _Desk:
    """The moments at which something happens, in their order: shifts change, conversations end, conversations come."""

    def __init__(self, coming: list[tuple[float, int, float]], turns: list[tuple[float, int]]) -> None:
        self.coming, self.turns = coming[::-1], turns[::-1]  # the next one is the last
        self.slots = 0
        self.ends: list[float] = []
        self.queue: list[tuple[int, float, float]] = []
        self.waits: list[float] = []

    def run(self) -> list[float]:
        """How long each waited that somebody took."""
        while (now := self._next()) is not None:
            self._seat(now)
        return self.waits

    def _next(self) -> float | None:
        """Let the next thing happen; gives when, or None at the end of all."""
        first = (self.turns[-1][0] if self.turns else np.inf, self.ends[0] if self.ends else np.inf)
        comes = self.coming[-1][0] if self.coming else np.inf
        now = min(*first, comes)
        if now == np.inf:
            return None
        if first[0] == now:
            self.slots = self.turns.pop()[1]
        elif first[1] == now:
            heapq.heappop(self.ends)
        else:
            at, rank, held = self.coming.pop()
            heapq.heappush(self.queue, (rank, at, held))
        return now

    def _seat(self, now: float) -> None:
        while self.queue and len(self.ends) < self.slots:
            _rank, at, held = heapq.heappop(self.queue)
            self.waits.append(now - at)
            heapq.heappush(self.ends, now + held)


def drawn(measured: Times, own: Times, luck: Times) -> Times:
    """Seconds in somebody's hands for each conversation: its own where it was measured, else drawn by `luck` (0..1).

    `measured` is sorted; `own` has NaN where there is none.
    """
    places = np.minimum((luck * len(measured)).astype(np.int64), len(measured) - 1)
    return np.where(np.isnan(own), measured[places], own)
