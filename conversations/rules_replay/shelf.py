"""The decisions of the last weeks as columns, kept in this process so that each change of a rule is counted at once.

A bounded number of decisions is kept; those of a company that nobody looked at for a quarter of an hour go at anybody's
next look. Each look begins with the question whether what is stored is still what is kept, so what was erased is gone.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from conversations.rules_replay import judging, reading
from conversations.rules_replay.judging import Order
from conversations.rules_replay.reading import Rows
from tenants import current

MOST_ROWS = 300_000  # of a company; some 70 MB
MOST_ROWS_OF_ALL = 600_000
MOST_PAGES = 150
UNUSED = 900.0  # seconds


@dataclass(frozen=True, slots=True, eq=False)
class Window:
    """The decisions of a time: all, or the newest where there are too many, and then `since` is later than asked."""

    since: datetime
    pages: Sequence[Rows]
    order: Order

    @property
    def unreadable(self) -> int:
        """How many decisions have facts that cannot be read."""
        return sum(page.unreadable for page in self.pages)


@dataclass
class _Shelf:
    """One company's decisions after `since` and up to `until`, and the lock under which they are read."""

    since: datetime | None = None
    until: datetime | None = None
    cut: datetime | None = None  # the oldest one that was read, where there were too many
    pages: list[Rows] = field(default_factory=list)
    orders: dict[datetime, Order] = field(default_factory=dict)
    used: float = 0.0
    reading: threading.Lock = field(default_factory=threading.Lock)

    @property
    def size(self) -> int:
        """How many decisions it holds."""
        return sum(len(page) for page in self.pages)


_shelves: dict[str, _Shelf] = {}
_finding = threading.Lock()


def window(days: int, *, now: datetime, most: int = MOST_ROWS) -> Window:
    """The decisions of the last days of the tenant entered, counted from the last full hour."""
    since = now.replace(minute=0, second=0, microsecond=0) - timedelta(days=days)
    shelf = _found(current.schema_name())
    with shelf.reading:
        _refresh(shelf, since, now, most=most)
        order = shelf.orders.get(since)
        if order is None:
            order = judging.ordered(shelf.pages, since=since.timestamp())
            shelf.orders = {since: order}
        seen = Window(max(since, shelf.cut or since), list(shelf.pages), order)
    _make_room(but=shelf)
    return seen


def forget() -> None:
    """Let go of everything, as in a process that begins."""
    with _finding:
        _shelves.clear()


def _found(schema: str) -> _Shelf:
    with _finding:
        shelf = _shelves.pop(schema, None) or _Shelf()
        _shelves[schema] = shelf
        shelf.used = time.monotonic()
        return shelf


def _refresh(shelf: _Shelf, since: datetime, now: datetime, *, most: int) -> None:
    """Read what is new; all anew where something older is asked for, or where some of it is not there any more."""
    if not _is_true(shelf, since, most=most):
        shelf.since = shelf.until = since
        shelf.cut, shelf.pages, shelf.orders = None, [], {}
    if shelf.until is None:
        return
    pages = list(reading.newest(shelf.until, now, most=most))
    if not pages:
        return
    shelf.pages += [page for page, _ in pages]
    if len(shelf.pages) == len(pages) and shelf.size >= most:
        shelf.cut = pages[-1][1]
    shelf.orders = {}
    shelf.until = reading.moment(max(float(page.at.max()) for page, _ in pages))


def _is_true(shelf: _Shelf, since: datetime, *, most: int) -> bool:
    """Whether the shelf reaches back far enough and holds just what is stored."""
    if shelf.since is None or shelf.until is None or since < shelf.since or len(shelf.pages) > MOST_PAGES:
        return False
    begins = shelf.cut - timedelta(microseconds=1) if shelf.cut else shelf.since
    return shelf.size <= most * 1.2 and reading.count(begins, shelf.until) == shelf.size


def _make_room(*, but: _Shelf) -> None:
    """Those used longest ago go until the rest is small enough."""
    with _finding:
        total = sum(shelf.size for shelf in _shelves.values())
        for name, shelf in list(_shelves.items()):
            is_old = time.monotonic() - shelf.used > UNUSED
            if shelf is not but and (is_old or total > MOST_ROWS_OF_ALL):
                total -= shelf.size
                del _shelves[name]
