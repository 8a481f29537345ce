"""When somebody is reminded of what is due: a while before, when it is, and each day after; and spans in words."""

from datetime import datetime, timedelta

BEFORE = timedelta(hours=1)  # the reminder, or a quarter of the whole time where that is less
AGAIN = timedelta(days=1)  # while it stays overdue


def next_ring(*, due_at: datetime, since: datetime, now: datetime) -> datetime:
    """When to remind next of what is due at `due_at` and known `since`."""
    reminder = due_at - min(BEFORE, (due_at - since) / 4)
    if now < reminder:
        return reminder
    return due_at if now < due_at else now + AGAIN


def span(length: timedelta) -> str:
    """A length of time such as "3 hours"."""
    minutes = max(1, round(length.total_seconds() / 60))
    for size, word in ((24 * 60, "day"), (60, "hour")):
        if minutes >= size:
            return _counted(round(minutes / size), word)
    return _counted(minutes, "minute")


def _counted(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
