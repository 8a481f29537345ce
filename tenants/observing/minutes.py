"""What happens in each minute, counted by all processes together for the operators' pages.

A process counts in memory and adds its counts to the rows of the minute now and then, so that this costs next to
nothing and every host is in it.
"""

import bisect
import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from django.db import DatabaseError

from tenants.current import connection
from tenants.models import Minute

EDGES = (0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0)  # seconds; the last bucket has what took longer
KEPT = timedelta(hours=24)
MOST = 500  # rows that wait while the database is away; then the oldest are let go
ADD = """
INSERT INTO public.tenants_minute AS known (at, name, counts) VALUES (%s, %s, %s)
ON CONFLICT (at, name) DO UPDATE SET counts = ARRAY(
    SELECT coalesce(a, 0) + coalesce(b, 0) FROM unnest(known.counts, EXCLUDED.counts) WITH ORDINALITY AS u(a, b, place)
    ORDER BY place
)
"""

logger = logging.getLogger(__name__)

Place = tuple[int, str]
_lock = threading.Lock()
_counted: dict[Place, list[int]] = {}
_stood: dict[str, int] = {}


def took(name: str, seconds: float) -> None:
    """Something of this name took so long."""
    _add(name, bisect.bisect_left(EDGES, seconds), size=len(EDGES) + 1)


def happened(name: str, times: int = 1) -> None:
    """Something of this name happened."""
    _add(name, 0, size=1, times=times)


def stands(name: str, count: int) -> None:
    """So many are there in this minute, in this process; what was told first in a minute stays."""
    key = int(time.time()) // 60, name
    if _stood.get(name) != key[0]:
        _stood[name] = key[0]
        _add(name, 0, size=1, times=count)


def write() -> int:
    """Add what was counted since the last time to the rows; gives how many. What cannot be added is kept for later."""
    with _lock:
        taken = dict(_counted)
        _counted.clear()
    try:
        with connection.cursor() as cursor:
            for (minute, name), counts in sorted(taken.items()):
                cursor.execute(ADD, [datetime.fromtimestamp(minute * 60, UTC), name, counts])
    except DatabaseError:
        _put_back(taken)
        raise
    return len(taken)


def forget() -> None:
    """Remove the rows that nobody looks at any more."""
    Minute.objects.filter(at__lt=datetime.now(UTC) - KEPT).delete()


def quantile(counts: Sequence[int], share: float) -> float | None:
    """About the value, in seconds, below which this share of what was counted lies; None where nothing was.

    Within a bucket all are taken to lie evenly; what took longer than the last edge counts as that edge.
    """
    wanted, below, lower = share * sum(counts), 0, 0.0
    if not sum(counts):
        return None
    for edge, count in zip(EDGES, counts, strict=False):
        if count and below + count >= wanted:
            return lower + (edge - lower) * (wanted - below) / count
        below, lower = below + count, edge
    return EDGES[-1]


def _add(name: str, place: int, *, size: int, times: int = 1) -> None:
    key = int(time.time()) // 60, name
    with _lock:
        counts = _counted.get(key)
        if counts is None:
            counts = _counted[key] = [0] * size
        counts[place] += times


def _put_back(taken: Mapping[Place, list[int]]) -> None:
    with _lock:
        for key, counts in taken.items():
            now = _counted.setdefault(key, [0] * len(counts))
            now[:] = [one + other for one, other in zip(now, counts, strict=True)]
        for key in sorted(_counted)[:-MOST]:
            del _counted[key]


class Keeper(threading.Thread):
    """Writes what was counted every few seconds, and `samples` what can only be looked at, until the process ends."""

    def __init__(self, *samples: Callable[[], None], every: float = 15.0) -> None:
        super().__init__(name="minutes", daemon=True)
        self.samples, self.every, self.stop = samples, every, threading.Event()

    def run(self) -> None:
        """Write for ever; a database that is away is waited for."""
        while not self.stop.wait(self.every):
            try:
                self.once()
            except Exception:  # whatever it was, the next minutes are counted too
                logger.exception("A minute could not be written.")

    def once(self) -> None:
        """Look and write once."""
        for sample in self.samples:
            sample()
        try:
            write()
        except DatabaseError:
            return
        finally:
            connection.close()
