"""Working time: how much lies between two moments, and when so much of it is over."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.hours import Hours, Stretch
from conversations.sla.worktime import AROUND_THE_CLOCK, Worktime

BERLIN = ZoneInfo("Europe/Berlin")
OFFICE = tuple(Stretch(day, time(9), time(18)) for day in range(5))
HOURS = Hours(BERLIN, OFFICE, frozenset({date(2026, 4, 3), date(2026, 4, 6)}))  # Good Friday and Easter Monday
WORK = Worktime.of([HOURS], date(2026, 3, 20))
MOMENTS = st.datetimes(datetime(2026, 2, 1), datetime(2026, 8, 1)).map(lambda at: at.replace(tzinfo=UTC))  # noqa: DTZ001


def at(text: str) -> datetime:
    """A moment by the clocks in Berlin."""
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("start", "minutes", "due"),
    [
        ("2026-03-20 17:50", 30, "2026-03-23 09:20"),  # Friday evening goes on on Monday
        ("2026-03-20 10:00", 60, "2026-03-20 11:00"),
        ("2026-03-21 12:00", 15, "2026-03-23 09:15"),  # on a Saturday nobody works
        ("2026-03-20 17:00", 60, "2026-03-20 18:00"),  # the last minute is still today's
        ("2026-04-02 17:30", 60, "2026-04-07 09:30"),  # over Easter
        ("2026-03-27 17:00", 120, "2026-03-30 10:00"),  # over the change of clocks
    ],
)
def test_a_promise_is_due_after_so_much_working_time(start: str, minutes: int, due: str) -> None:
    assert WORK.after(at(start), minutes * 60) == at(due)


def test_around_the_clock_every_second_counts() -> None:
    start = at("2026-03-28 20:00").astimezone(UTC)
    assert AROUND_THE_CLOCK.after(start, 12 * 3600) == start + timedelta(hours=12)
    assert AROUND_THE_CLOCK.between(start, start + timedelta(days=2)) == 2 * 86400


def test_teams_together_are_at_work_whenever_one_of_them_is() -> None:
    late = Hours(BERLIN, (Stretch(0, time(17), time(22)),))
    both = Worktime.of([HOURS, late], date(2026, 3, 20))
    monday = at("2026-03-23 00:00")
    assert both.between(monday, monday + timedelta(days=1)) == (22 - 9) * 3600


def test_without_any_hours_at_all_nothing_is_counted_and_nothing_breaks() -> None:
    nobody = Worktime([])
    assert nobody.between(at("2026-03-20 10:00"), at("2026-03-21 10:00")) == 0
    assert nobody.after(at("2026-03-20 10:00"), 60) == at("2026-03-20 10:00")


def test_the_longest_pause_of_a_week_is_the_weekend() -> None:
    monday = at("2026-03-16 08:00")
    assert WORK.before_longest_pause(monday, monday + timedelta(days=7)) == at("2026-03-20 18:00")


@settings(max_examples=60, deadline=None)
@given(start=MOMENTS, seconds=st.integers(1, 40 * 3600))
def test_so_much_work_lies_before_the_moment_at_which_it_is_over(start: datetime, seconds: int) -> None:
    due = WORK.after(start, seconds)
    assert WORK.between(start, due) == pytest.approx(seconds, abs=0.01)
    assert WORK.between(due - timedelta(seconds=1), due) == pytest.approx(1, abs=0.01)  # it ends while at work


@settings(max_examples=60, deadline=None)
@given(moments=st.tuples(MOMENTS, MOMENTS, MOMENTS).map(sorted))
def test_work_adds_up_however_it_is_cut(moments: list[datetime]) -> None:
    first, second, third = moments
    parts = WORK.between(first, second) + WORK.between(second, third)
    assert parts == pytest.approx(WORK.between(first, third), abs=0.01)
