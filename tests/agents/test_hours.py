"""When a team is at work, as tables: weeks, days off, and both changes of the clocks."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.hours import END_OF_DAY, Hours, Stretch, at_work, next_opening

BERLIN = ZoneInfo("Europe/Berlin")
OFFICE = tuple(Stretch(weekday, time(9), time(17)) for weekday in range(5))


def hours(*stretches: str, zone: str = "Europe/Berlin", off: tuple[str, ...] = ()) -> Hours:
    """From texts such as "0 09:00-17:00"."""
    weekly = []
    for text in stretches:
        weekday, _, clocks = text.partition(" ")
        opens, _, closes = clocks.partition("-")
        end = END_OF_DAY if closes == "24:00" else time.fromisoformat(closes)
        weekly.append(Stretch(int(weekday), time.fromisoformat(opens), end))
    return Hours(ZoneInfo(zone), tuple(weekly), frozenset(map(date.fromisoformat, off)))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("moment", "open_then", "next_one"),
    [
        ("2026-01-05T08:59:59+01:00", False, "2026-01-05T09:00+01:00"),  # a Monday
        ("2026-01-05T09:00+01:00", True, "2026-01-05T09:00+01:00"),
        ("2026-01-05T16:59:59+01:00", True, "2026-01-05T16:59:59+01:00"),
        ("2026-01-05T17:00+01:00", False, "2026-01-07T09:00+01:00"),  # the Tuesday is a day off
        ("2026-01-06T12:00+01:00", False, "2026-01-07T09:00+01:00"),
        ("2026-01-09T18:00+01:00", False, "2026-01-12T09:00+01:00"),  # over the weekend
        ("2026-01-05T08:30Z", True, "2026-01-05T08:30Z"),  # another zone, the same moment
        ("2026-01-05T23:30-08:00", False, "2026-01-07T09:00+01:00"),
    ],
)
def test_an_office_week(moment: str, open_then: bool, next_one: str) -> None:  # noqa: FBT001
    office = Hours(BERLIN, OFFICE, frozenset({date(2026, 1, 6)}))
    assert at_work(office, at(moment)) is open_then
    assert next_opening(office, at(moment)) == at(next_one)


def test_a_team_without_hours_is_always_at_work_but_on_days_off() -> None:
    always = hours(off=("2026-01-06",))
    assert at_work(always, at("2026-01-04T03:00Z"))
    assert not at_work(always, at("2026-01-06T12:00+01:00"))
    assert next_opening(always, at("2026-01-06T12:00+01:00")) == at("2026-01-07T00:00+01:00")
    assert at_work(always, at("2026-01-06T23:30Z"))  # midnight has passed in Berlin


def test_a_night_is_two_parts_without_a_gap() -> None:
    night = hours("4 22:00-24:00", "5 00:00-06:00")
    for moment in ("2026-01-09T22:00+01:00", "2026-01-09T23:59:59.999999+01:00", "2026-01-10T00:00+01:00"):
        assert at_work(night, at(moment))
    assert not at_work(night, at("2026-01-10T06:00+01:00"))


def test_who_never_opens_has_no_next_opening() -> None:
    monday = hours("0 09:00-17:00", off=tuple((date(2026, 1, 5) + timedelta(weeks=n)).isoformat() for n in range(60)))
    assert next_opening(monday, at("2026-01-05T08:00+01:00")) is None


@pytest.mark.parametrize(
    ("stretch", "moment", "open_then"),
    [  # clocks leap from 02:00 to 03:00 on Sunday 29 March 2026
        ("6 02:30-05:00", "2026-03-29T01:59:59+01:00", False),
        ("6 02:30-05:00", "2026-03-29T03:00+02:00", True),  # half past two never comes; three does
        ("6 01:00-02:30", "2026-03-29T01:59:59+01:00", True),
        ("6 01:00-02:30", "2026-03-29T03:00+02:00", False),
        ("6 02:10-02:50", "2026-03-29T03:00+02:00", False),
        ("6 02:10-02:50", "2026-03-29T01:59:59+01:00", False),
        ("6 00:00-24:00", "2026-03-28T23:00Z", True),
        ("6 00:00-24:00", "2026-03-29T21:59:59Z", True),
        ("6 00:00-24:00", "2026-03-29T22:00Z", False),
        # clocks go from 03:00 back to 02:00 on Sunday 25 October 2026
        ("6 02:30-05:00", "2026-10-25T02:29:59+02:00", False),
        ("6 02:30-05:00", "2026-10-25T02:30+02:00", True),
        ("6 02:30-05:00", "2026-10-25T02:10+01:00", True),  # once open, it does not close when the hour comes again
        ("6 01:00-02:30", "2026-10-25T02:29:59+01:00", True),
        ("6 01:00-02:30", "2026-10-25T02:30+01:00", False),
        ("6 00:00-24:00", "2026-10-25T22:59:59Z", True),
        ("6 00:00-24:00", "2026-10-25T23:00Z", False),
    ],
)
def test_both_changes_of_the_clocks(stretch: str, moment: str, open_then: bool) -> None:  # noqa: FBT001
    assert at_work(hours(stretch), at(moment)) is open_then


@pytest.mark.parametrize(
    ("stretch", "moment", "next_one"),
    [
        ("6 02:30-05:00", "2026-03-29T00:00+01:00", "2026-03-29T03:00+02:00"),
        ("6 02:10-02:50", "2026-03-29T00:00+01:00", "2026-04-05T02:10+02:00"),
        ("6 09:00-17:00", "2026-03-28T20:00+01:00", "2026-03-29T09:00+02:00"),
        ("6 09:00-17:00", "2026-10-24T20:00+02:00", "2026-10-25T09:00+01:00"),
        ("6 02:30-05:00", "2026-10-25T00:00+02:00", "2026-10-25T02:30+02:00"),
    ],
)
def test_the_next_opening_over_both_changes(stretch: str, moment: str, next_one: str) -> None:
    assert next_opening(hours(stretch), at(moment)) == at(next_one)


def test_zones_that_change_at_midnight_or_by_half_an_hour() -> None:
    beirut = hours("6 00:00-08:00", zone="Asia/Beirut")  # 29 March 2026: from 00:00 to 01:00
    assert next_opening(beirut, at("2026-03-28T12:00Z")) == at("2026-03-28T22:00Z")
    lord_howe = hours("6 02:15-04:00", zone="Australia/Lord_Howe")  # 4 October 2026: from 02:00 to 02:30
    assert next_opening(lord_howe, at("2026-10-03T12:00Z")) == at("2026-10-03T15:30Z")


WEEKS = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 1438), st.integers(1, 1440)).filter(lambda one: one[1] < one[2]),
    max_size=6,
).map(lambda week: tuple(Stretch(day, _clock(opens), _clock(closes)) for day, opens, closes in week))
ZONES = st.sampled_from(
    ["Europe/Berlin", "America/New_York", "Asia/Beirut", "Australia/Lord_Howe", "Pacific/Apia", "UTC"]
)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)).map(lambda naive: naive.replace(tzinfo=UTC))  # noqa: DTZ001


def _clock(minutes: int) -> time:
    return END_OF_DAY if minutes == 1440 else time(minutes // 60, minutes % 60)


@settings(max_examples=300, deadline=None)
@given(WEEKS, ZONES, MOMENTS)
def test_the_next_opening_is_the_first_moment_at_work(week: tuple[Stretch, ...], zone: str, moment: datetime) -> None:
    open_hours = Hours(ZoneInfo(zone), week)
    opens = next_opening(open_hours, moment)
    assert (opens == moment) is at_work(open_hours, moment)
    if opens is not None:
        assert opens >= moment
        assert at_work(open_hours, opens)
        if opens > moment:
            before = max(moment, opens - timedelta(seconds=1))
            assert not at_work(open_hours, before)
