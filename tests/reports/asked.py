"""Figures of the month in which the hand-made episodes lie."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from conversations.insights import figuring
from conversations.insights.asking import Asked, Filters
from conversations.insights.intervals import Figure
from conversations.insights.measures import UNPRICED, Rates
from conversations.insights.periods import Period

BERLIN = ZoneInfo("Europe/Berlin")
MAY = datetime(2026, 5, 4, 10, tzinfo=UTC)  # a Monday, noon in Berlin
LATER = datetime(2026, 6, 20, tzinfo=UTC)
A_DAY = timedelta(days=1)


def of_may(
    filters: Filters | None = None,
    *,
    first: date = date(2026, 5, 1),
    last: date = date(2026, 5, 31),
    now: datetime = LATER,
    rates: Rates = UNPRICED,
) -> Asked:
    """A question about May, asked in June, of a company in Berlin."""
    return Asked(Period(first, last, BERLIN), now, filters or {}, rates)


def figure(key: str, asked: Asked | None = None) -> Figure | None:
    """One metric of May."""
    return figuring.figures(asked or of_may(), [key])[key]


def value(key: str, asked: Asked | None = None) -> tuple[float, int]:
    """Its value, rounded, and of how many."""
    found = figure(key, asked)
    assert found is not None, f"{key} counts nothing"
    return round(found.value, 4), found.of
