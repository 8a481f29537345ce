"""When a scheduled report goes next and which days it covers, over changes of the clocks and short months."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.insights.periods import Period
from conversations.insights.sending import times
from conversations.insights.sending.times import Plan
from conversations.models.reports import Cadence, Covers

BERLIN, KOLKATA, SAMOA = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Kolkata"), ZoneInfo("Pacific/Apia")
SEVEN, HALF_PAST_TWO = time(7), time(2, 30)
DAILY, WEEKLY, MONTHLY = Cadence.DAILY, Cadence.WEEKLY, Cadence.MONTHLY


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("plan", "after", "zone", "expected"),
    [
        (Plan(DAILY, SEVEN), "2026-01-10 05:59", BERLIN, "2026-01-10 06:00"),
        (Plan(DAILY, SEVEN), "2026-01-10 06:00", BERLIN, "2026-01-11 06:00"),  # strictly later
        (Plan(DAILY, SEVEN), "2026-03-28 06:00", BERLIN, "2026-03-29 05:00"),  # the clocks went forward that night
        (Plan(DAILY, SEVEN), "2026-10-24 05:00", BERLIN, "2026-10-25 06:00"),  # and back
        (Plan(DAILY, HALF_PAST_TWO), "2026-03-28 12:00", BERLIN, "2026-03-29 01:30"),  # left out: 3:30 on the wall
        (Plan(DAILY, HALF_PAST_TWO), "2026-03-29 01:30", BERLIN, "2026-03-30 00:30"),
        (Plan(DAILY, HALF_PAST_TWO), "2026-10-24 12:00", BERLIN, "2026-10-25 00:30"),  # comes twice: the first
        (Plan(DAILY, HALF_PAST_TWO), "2026-10-25 00:30", BERLIN, "2026-10-26 01:30"),  # and not the second
        (Plan(DAILY, time(0, 15)), "2026-05-01 18:44", KOLKATA, "2026-05-01 18:45"),
        (Plan(WEEKLY, SEVEN, weekday=0), "2026-11-22 20:00", BERLIN, "2026-11-23 06:00"),
        (Plan(WEEKLY, SEVEN, weekday=0), "2026-11-23 06:00", BERLIN, "2026-11-30 06:00"),
        (Plan(WEEKLY, time(23, 30), weekday=6), "2026-11-22 22:00", BERLIN, "2026-11-22 22:30"),
        (Plan(MONTHLY, SEVEN, day=1), "2026-12-01 06:00", BERLIN, "2027-01-01 06:00"),
        (Plan(MONTHLY, SEVEN, day=31), "2026-01-31 06:00", BERLIN, "2026-02-28 06:00"),  # a short month's last day
        (Plan(MONTHLY, SEVEN, day=31), "2028-01-31 06:00", BERLIN, "2028-02-29 06:00"),
        (Plan(MONTHLY, SEVEN, day=30), "2026-02-28 06:00", BERLIN, "2026-03-30 05:00"),
    ],
)
def test_a_report_goes_when_the_wall_clock_says(plan: Plan, after: str, zone: ZoneInfo, expected: str) -> None:
    assert times.next_after(plan, utc(after), zone) == utc(expected)


@pytest.mark.parametrize(
    ("covers", "moment", "expected"),
    [
        (Covers.DAY, "2026-03-29 05:00", (date(2026, 3, 28), date(2026, 3, 28))),
        (Covers.WEEK, "2026-11-23 06:00", (date(2026, 11, 16), date(2026, 11, 22))),
        (Covers.FOUR_WEEKS, "2026-11-23 06:00", (date(2026, 10, 26), date(2026, 11, 22))),
        (Covers.MONTH, "2026-03-31 20:00", (date(2026, 2, 1), date(2026, 2, 28))),
        (Covers.MONTH, "2026-03-31 22:00", (date(2026, 3, 1), date(2026, 3, 31))),  # midnight in Berlin
        (Covers.QUARTER, "2026-11-23 06:00", (date(2026, 8, 25), date(2026, 11, 22))),
    ],
)
def test_a_report_covers_whole_days_that_are_over(covers: Covers, moment: str, expected: tuple[date, date]) -> None:
    assert times.covered(covers, utc(moment), BERLIN) == Period(*expected, BERLIN)


@settings(max_examples=150, deadline=None)
@given(
    cadence=st.sampled_from(Cadence),
    at=st.times(),
    weekday=st.integers(0, 6),
    day=st.integers(1, 31),
    start=st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)),  # noqa: DTZ001  made UTC below
    zone=st.sampled_from([BERLIN, KOLKATA, SAMOA, ZoneInfo("America/St_Johns"), ZoneInfo("Australia/Lord_Howe")]),
)
def test_no_turn_is_left_out_and_none_comes_twice(
    cadence: Cadence, at: time, weekday: int, day: int, start: datetime, zone: ZoneInfo
) -> None:
    """From one turn to the next lies about the time that the plan names, whatever the clocks do."""
    plan = Plan(cadence, at.replace(second=0, microsecond=0), weekday, day)
    first = times.next_after(plan, start.replace(tzinfo=UTC), zone)
    second = times.next_after(plan, first, zone)
    assert start.replace(tzinfo=UTC) < first
    shortest, longest = {DAILY: (1, 1), WEEKLY: (7, 7), MONTHLY: (28, 31)}[cadence]
    hour = timedelta(hours=1)
    assert timedelta(days=shortest) - hour <= second - first <= timedelta(days=longest) + hour
    assert times.next_after(plan, second - timedelta(microseconds=1), zone) == second
