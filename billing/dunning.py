"""The ladder of notices after a payment failed, from the days since then; pure.

Conversations and the assistant go on all the while; at its end settings can be read and not changed.
"""

from datetime import datetime, timedelta

from billing.entitlements import LOCKED_AFTER

DAYS = (0, 3, 7, 13)
"""After the first try that failed, each with one notice."""


def step(since: datetime | None, *, now: datetime) -> int:
    """Which notice is due, from 1; 0 while nothing is unpaid. A moment before `since` counts as that moment."""
    if since is None:
        return 0
    return max(1, sum(now - since >= timedelta(days=days) for days in DAYS))


def next_at(since: datetime | None, *, now: datetime) -> datetime | None:
    """When the next notice is due; None after the last, and while nothing is unpaid."""
    reached = step(since, now=now)
    return None if since is None or reached == len(DAYS) else since + timedelta(days=DAYS[reached])


def locks_at(since: datetime) -> datetime:
    """From when on settings cannot be changed until the invoice is paid."""
    return since + LOCKED_AFTER
