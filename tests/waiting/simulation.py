"""A desk played through on a virtual clock: customers come, wait, lose patience; people come and go."""

from __future__ import annotations

import heapq
import math
from dataclasses import dataclass, field
from random import Random

import numpy as np

from conversations.waiting.estimating import Held, Past, Range, Standing, estimate

DAY, HOUR = 86_400.0, 3600.0
OPENS, CLOSES = 9, 18
REMEMBERED = 500
LATELY = 200


@dataclass
class Wait:
    """One wait: what was told at its beginning, and how it ended."""

    began: float
    standing: Standing
    told: Range | None
    patience: float
    ended: float | None = None
    came: bool = False

    @property
    def held(self) -> bool:
        """Whether it ended within what was told."""
        assert self.told is not None
        assert self.ended is not None
        return self.told.low <= self.ended - self.began <= self.told.high


@dataclass
class Desk:
    """The desk of one team; `pace` gives the mean seconds of a conversation on a day."""

    chance: Random
    pace: float = 420.0
    per_hour: float = 24.0
    people: int = 4
    drifts: bool = False
    now: float = 0.0
    busy: list[float] = field(default_factory=list)
    queue: list[Wait] = field(default_factory=list)
    waits: list[Wait] = field(default_factory=list)
    done: list[Wait] = field(default_factory=list)

    def play(self, days: int) -> list[Wait]:
        """All waits of so many days."""
        for day in range(days):
            if day % 7 < 5:
                self._day(day)
        return self.waits

    def _day(self, day: int) -> None:
        opens, closes = day * DAY + OPENS * HOUR, day * DAY + CLOSES * HOUR
        self.now = opens
        self.busy = []
        comes = opens + self._gap(opens)
        slower = 1 + (0.5 * math.sin(day / 9) if self.drifts else 0.0)
        while self.now < closes:
            seats = self._seats(self.now)
            soon = [comes, self.now + 60.0, *self.busy[:1]]
            self.now = min(soon)
            while self.busy and self.busy[0] <= self.now:
                heapq.heappop(self.busy)
            self._lose_patience()
            if self.now == comes:
                self._arrive(seats)
                comes = self.now + self._gap(self.now)
            while self.queue and len(self.busy) < seats:
                self._end(self.queue.pop(0), came=True)
                heapq.heappush(self.busy, self.now + 15 + self.chance.lognormvariate(math.log(self.pace * slower), 0.8))
        for wait in self.queue:
            self._end(wait, came=False)
        self.queue = []

    def _arrive(self, seats: int) -> None:
        place = len(self.queue) + 1
        standing = Standing(int(self.now // HOUR) % 168, place, seats, max(0, seats - len(self.busy)))
        told = estimate(self._past(), standing, self._held(at_once=standing.ahead == 0))
        wait = Wait(self.now, standing, told, self.chance.expovariate(1 / 2400))
        self.queue.append(wait)
        self.waits.append(wait)

    def _seats(self, at: float) -> int:
        """Fewer over lunch, and now and then somebody is away."""
        hour = at % DAY / HOUR
        away = 2 if 12 <= hour < 13 else 0
        return max(1, self.people - away - (int(at // (3 * HOUR)) % 3 == 0))

    def _gap(self, at: float) -> float:
        hour = at % DAY / HOUR
        return self.chance.expovariate(self.per_hour * (0.6 + 0.8 * math.sin((hour - 8) / 10 * math.pi)) / HOUR)

    def _lose_patience(self) -> None:
        for wait in [one for one in self.queue if self.now - one.began > one.patience]:
            self.queue.remove(wait)
            self._end(wait, came=False)

    def _end(self, wait: Wait, *, came: bool) -> None:
        wait.ended, wait.came = self.now, came
        self.done.append(wait)

    def _held(self, *, at_once: bool) -> Held:
        lately = [one for one in self.done[-3 * LATELY :] if one.came and (one.standing.ahead == 0) == at_once]
        told = [one for one in lately if one.told is not None][-LATELY:]
        early = sum(one.ended - one.began < one.told.low for one in told if one.told and one.ended is not None)
        late = sum(one.ended - one.began > one.told.high for one in told if one.told and one.ended is not None)
        return Held(len(told), early, late)

    def _past(self) -> Past:
        seen = [*self.done[-REMEMBERED:], *self.queue]
        standing = [one.standing for one in seen]
        return Past(
            hour=np.array([one.hour for one in standing], float),
            ahead=np.array([one.ahead for one in standing], float),
            seats=np.array([one.seats for one in standing], float),
            days=np.array([(self.now - one.began) / DAY for one in seen], float),
            waited=np.array([(self.now if one.ended is None else one.ended) - one.began for one in seen], float),
            came=np.array([one.came for one in seen], bool),
        )
