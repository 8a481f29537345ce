"""What a calendar offers: hours, exceptions, seats, notice, horizon, length; also when the clocks change. Pure."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from assistant.appointments import offering
from assistant.appointments.offering import Length, Plan, Taken

BERLIN = ZoneInfo("Europe/Berlin")
HOUR, HALF = Length(timedelta(hours=1)), Length(timedelta(minutes=30))
MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
NINE_TO_FIVE = dict.fromkeys(range(5), ((540, 720), (780, 1020)))


def plan(**changed: Any) -> Plan:
    """A workshop of two seats."""
    lead, horizon = timedelta(hours=2), timedelta(days=60)
    return replace(Plan(BERLIN, NINE_TO_FIVE, (1, 2), timedelta(minutes=30), lead, horizon), **changed)


def times(made: Plan, length: Length, day: date, taken: tuple[Taken, ...] = (), now: datetime = NOW) -> list[str]:
    """The openings of a day by its own clocks."""
    found = offering.openings(made, length, taken, now=now, first=day, last=day)
    return [f"{one.starts_at.astimezone(made.zone):%H:%M}" for one in found]


def full(day: date, hour: int, seat: int, minutes: int = 60) -> Taken:
    """A booked time."""
    starts_at = datetime(day.year, day.month, day.day, hour, tzinfo=BERLIN)
    return Taken(seat, starts_at, starts_at + timedelta(minutes=minutes))


def test_an_appointment_ends_before_closing_and_before_the_break() -> None:
    assert times(plan(), HOUR, MONDAY) == [
        "09:00", "09:30", "10:00", "10:30", "11:00", "13:00", "13:30", "14:00", "14:30", "15:00", "15:30", "16:00",
    ]  # fmt: skip


def test_a_time_is_free_as_long_as_one_seat_is() -> None:
    one, both = (full(MONDAY, 10, 1),), (full(MONDAY, 10, 1), full(MONDAY, 10, 2))
    assert "10:00" in times(plan(), HOUR, MONDAY, one)
    assert not {"09:30", "10:00", "10:30"} & set(times(plan(), HOUR, MONDAY, both))
    assert {"09:00", "11:00"} <= set(times(plan(), HOUR, MONDAY, both))


def test_the_pause_afterwards_needs_the_seat_and_not_the_hours() -> None:
    with_pause = Length(timedelta(hours=1), timedelta(minutes=30))
    alone = plan(seats=(1,))
    assert "16:00" in times(alone, with_pause, MONDAY)
    assert "09:00" not in times(alone, with_pause, MONDAY, (full(MONDAY, 10, 1),))


def test_notice_and_horizon_bound_what_is_offered() -> None:
    at_ten = datetime(2026, 11, 23, 10, 0, tzinfo=BERLIN)
    assert times(plan(), HOUR, MONDAY, now=at_ten)[0] == "13:00"
    assert times(plan(horizon=timedelta(days=0, hours=22)), HOUR, MONDAY) == [
        "09:00",
        "09:30",
        "10:00",
        "10:30",
        "11:00",
    ]
    assert times(plan(), HOUR, MONDAY - timedelta(days=7)) == []


def test_exceptions_go_before_the_week() -> None:
    changed = plan(days={MONDAY: ((600, 660),), MONDAY + timedelta(days=1): ()})
    assert times(changed, HOUR, MONDAY) == ["10:00"]
    assert times(changed, HOUR, MONDAY + timedelta(days=1)) == []
    assert times(changed, HOUR, MONDAY + timedelta(days=5)) == []


@pytest.mark.parametrize(("day", "many"), [(date(2027, 3, 28), 46), (date(2027, 10, 31), 50), (date(2027, 6, 6), 48)])
def test_a_night_in_which_the_clocks_change_has_the_hours_that_it_really_has(day: date, many: int) -> None:
    always = plan(weekly=dict.fromkeys(range(7), ((0, 1440),)), horizon=timedelta(days=400))
    found = list(offering.openings(always, HALF, (), now=NOW, first=day, last=day))
    assert len(found) == many
    gaps = {(later.starts_at - sooner.starts_at) for sooner, later in pairwise(found)}
    assert gaps == {timedelta(minutes=30)}


def test_hours_are_those_of_the_wall_clock_on_both_sides_of_a_change() -> None:
    before, after = date(2027, 3, 26), date(2027, 3, 29)
    made = plan(horizon=timedelta(days=400))
    assert times(made, HOUR, before) == times(made, HOUR, after)
    starts = [next(iter(offering.starts(made, HOUR, day))) for day in (before, after)]
    assert [one.hour for one in starts] == [8, 7]
