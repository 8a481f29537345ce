"""Arithmetic of working time: how much of it lies between two moments, and when so much of it will be over. Pure."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate, pairwise
from typing import Self

from agents import hours
from agents.hours import Hours

BACK, AHEAD = 60, 400  # days around today; what lies outside of them is not work
Span = tuple[float, float]  # seconds since 1970


class Worktime:
    """Stretches of work in their order, none over another, with how much work came before each."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """From spans in any order, also such as lie over each other."""
        self._spans = _joined(spans)
        self._opens = [opens for opens, _ in self._spans]
        self._before = [0.0, *accumulate(closes - opens for opens, closes in self._spans)]

    @classmethod
    def of(cls, timetables: Iterable[Hours], today: date) -> Self:
        """When any of these teams is at work, for a while around `today`."""
        first, days = today - timedelta(days=BACK), BACK + AHEAD
        found = (hours.stretches(one, first, days=days) for one in timetables)
        return cls((opens.timestamp(), closes.timestamp()) for each in found for opens, closes in each)

    def between(self, start: datetime, end: datetime) -> float:
        """Seconds of work from `start` to `end`; 0 where that lies before."""
        return max(0.0, self._done(end.timestamp()) - self._done(start.timestamp()))

    def after(self, start: datetime, seconds: float) -> datetime:
        """The moment at which so many seconds of work have passed since `start`; of less than 0, how long before it.

        Where nobody works that long, the end of all work that is known.
        """
        wanted = self._done(start.timestamp()) + seconds
        place = bisect_right(self._before, wanted) - 1
        if wanted > 0 and self._before[place] == wanted:
            place -= 1  # work of just that length ends with the stretch before, not with the next opening
        place = min(max(place, 0), len(self._spans) - 1)
        if place < 0:
            return start
        opens, closes = self._spans[place]
        moment = min(opens + wanted - self._before[place], closes)
        return datetime.fromtimestamp(moment, UTC)

    def before_longest_pause(self, start: datetime, end: datetime) -> datetime | None:
        """The end of work after which nobody works for longest, of those from `start` to `end`."""
        pauses = [
            (following[0] - closes, closes)
            for (_, closes), following in pairwise(self._spans)
            if start.timestamp() < closes <= end.timestamp()
        ]
        return datetime.fromtimestamp(max(pauses)[1], UTC) if pauses else None

    def _done(self, moment: float) -> float:
        """Seconds of work before the moment."""
        place = bisect_right(self._opens, moment) - 1
        if place < 0:
            return 0.0
        opens, closes = self._spans[place]
        return self._before[place] + min(moment, closes) - opens


def _joined(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for opens, closes in sorted(spans):
        if found and opens <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], closes))
        else:
            found.append((opens, closes))
    return found


AROUND_THE_CLOCK = Worktime([(0.0, 1e11)])
