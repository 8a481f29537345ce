"""Months and years from an anchor, as Stripe counts them: the 31st is the last day of a shorter month; pure."""

import calendar
from datetime import UTC, datetime, timedelta

from billing.sandbox.money import Span

MONTHS = {"month": 1, "year": 12}
DAYS = {"day": 1, "week": 7}


def nth(anchor: int, interval: str, count: int, n: int) -> int:
    """The moment n intervals after the anchor, both in seconds since 1970."""
    began = datetime.fromtimestamp(anchor, UTC)
    if interval in DAYS:
        return int((began + timedelta(days=DAYS[interval] * count * n)).timestamp())
    months = began.year * 12 + began.month - 1 + MONTHS[interval] * count * n
    year, month = divmod(months, 12)
    day = min(began.day, calendar.monthrange(year, month + 1)[1])
    return int(began.replace(year=year, month=month + 1, day=day).timestamp())


def period(anchor: int, interval: str, count: int, *, at: int) -> Span:
    """The period that the moment lies in; one that begins at it includes it."""
    n = 0
    while nth(anchor, interval, count, n + 1) <= at:
        n += 1
    return Span(nth(anchor, interval, count, n), nth(anchor, interval, count, n + 1))
