"""What the assistant offers for what was said of day and time, and which appointment a customer means; by tables."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from assistant.records.contract import AppointmentSeen, ServiceSeen
from assistant.skills import policies
from assistant.skills.appointments import booking, cancelling, leaving_words, moving
from assistant.skills.appointments.times import Chosen, Offered, find, spread, wanted
from assistant.skills.contract import Ask, Confirm, Leave, Prove, Scene, Slot, Step, Tell, Value, Why
from assistant.skills.slots import KINDS, Around
from tests.skills.shelf import CAROL, NOW, PROVEN, Shelf

BERLIN = ZoneInfo("Europe/Berlin")
TODAY = NOW.astimezone(BERLIN).date()  # Wednesday 10 June 2026, two in the afternoon
FULL = ServiceSeen("svc_1", "Full service", ("big service",), 60, "Workshop", "Europe/Berlin", 24)
CHECK = ServiceSeen("svc_2", "Safety check", ("inspection", "Inspektion"), 30, "Workshop", "Europe/Berlin")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of June 2026 by the clocks of Berlin."""
    return datetime(2026, 6, day, hour, minute, tzinfo=BERLIN).astimezone(UTC)


# Thursday 11: two times; Friday 12: full; Monday 15: many
FREE = (at(11, 9), at(11, 15), *(at(15, hour) for hour in range(9, 17)))


def free(first: date, last: date) -> list[datetime]:
    """The openings of these days."""
    return [one for one in FREE if first <= one.astimezone(BERLIN).date() <= last]


@pytest.mark.parametrize(
    ("days", "time", "found"),
    [
        (("2026-06-11", 1), ("15:00", 1), Chosen(at(11, 15))),
        (("2026-06-11", 1), ("12:00-17:00", 1), Offered((at(11, 15),))),
        (("2026-06-11", 1), ("10:00", 1), Offered((at(11, 9), at(11, 15)), instead=True)),
        (("2026-06-11", 1), None, Offered((at(11, 9), at(11, 15)))),
        (("2026-06-15T10:00:00+02:00", 1), None, Chosen(at(15, 10))),
        (("2026-06-15T10:00:00+02:00", 1), ("11:00", 2), Chosen(at(15, 11))),
        (("2026-06-12", 1), ("15:00", 1), Offered(tuple(at(15, hour) for hour in range(9, 17)), instead=True)),
        (("2026-06-12", 1), ("15:00", 2), Chosen(at(15, 15))),  # it answers what was offered for Monday
        (None, ("15:00", 1), Offered((at(11, 15), at(15, 15)))),
        (("2026-06-11/2026-06-14", 1), None, Offered((at(11, 9), at(11, 15)))),
        (("2026-06-20", 1), None, Offered(spread(free(TODAY, date(2026, 6, 20)), BERLIN), instead=True)),
    ],
)
def test_times_are_found_or_offered(
    days: tuple[str, int] | None, time: tuple[str, int] | None, found: Chosen | Offered
) -> None:
    slots = [None if one is None else Value(one[0], one[0], one[1]) for one in (days, time)]
    wish = wanted(slots[0], slots[1], today=TODAY, zone=BERLIN)
    assert find(wish, free, today=TODAY, zone=BERLIN) == found


def test_many_times_are_spread_over_days_and_over_each_day() -> None:
    many = [at(day, hour) for day in range(11, 21) for hour in range(8, 20)]
    shown = spread(many, BERLIN)
    assert len(shown) == 12
    assert {one.astimezone(BERLIN).day for one in shown} == {11, 12, 13, 14}
    assert {at(11, 8), at(11, 19)} <= set(shown)


def seen(number: int = 1, **changed: Any) -> AppointmentSeen:
    """Carol comes on Monday at ten."""
    usual = AppointmentSeen(
        f"apt_{number}", CAROL, "svc_1", "Full service", at(15, 10), "Workshop", "Europe/Berlin", 24, 1
    )
    return replace(usual, **changed)


def step(skill: Any, said: dict[str, tuple[str, int]], *, known: Any = PROVEN, **shelf: Any) -> Step:
    """The skill's next step, under its usual policy."""
    records = Shelf(offered=(FULL, CHECK), free=FREE, **shelf)
    scene = Scene(skill.policy(), records, known, NOW, BERLIN, "en", conversation_id="conv_1")
    found: Step = skill.step({name: Value(value, value, seq) for name, (value, seq) in said.items()}, scene)
    return found


def test_booking_asks_for_what_is_missing_and_for_nothing_else() -> None:
    said: dict[str, tuple[str, int]] = {}
    asked = []
    for name, value in (
        ("service", "svc_1"),
        ("days", "2026-06-15T10:00:00+02:00"),
        ("name", "Carol"),
        ("remind", "no"),
    ):
        now = step(booking.BOOK, said)
        assert isinstance(now, Ask)
        asked.append(now.slot)
        said[name] = (value, 1)
    assert asked == ["service", "days", "name", "remind"]
    last = step(booking.BOOK, said)
    assert isinstance(last, Confirm)
    assert (last.act.kind, last.act.request["email"], last.act.request["remind"]) == ("booking", CAROL, False)


def test_booking_proves_the_address_that_was_named() -> None:
    said = {"service": ("svc_1", 1), "days": ("2026-06-15T10:00:00+02:00", 1), "email": ("dora@example.org", 1)}
    assert step(booking.BOOK, said) == Prove("dora@example.org")


def test_booking_the_same_twice_is_told_and_too_many_are_for_a_person() -> None:
    said = {"service": ("svc_1", 1), "days": ("2026-06-15T10:00:00+02:00", 1)}
    assert isinstance(step(booking.BOOK, said, booked=[seen()]), Tell)
    three = [seen(number, starts_at=at(15, 11 + number)) for number in (1, 2, 3)]
    left = step(booking.BOOK, said, booked=three)
    assert isinstance(left, Leave)
    assert left.say == "You have 3 appointments to come already, so I can't book another one myself."
    assert left.why == Why.OUTSIDE_POLICY


@pytest.mark.parametrize(
    ("said", "moves", "to"),
    [
        ({"which": ("2026-06-15", 1), "days": ("2026-06-11", 1), "time": ("09:00", 1)}, "apt_1", at(11, 9)),
        ({"which": ("2026-06-11", 1), "days": ("2026-06-15", 1), "time": ("09:00", 1)}, "apt_1", at(11, 9)),
        ({"which": ("apt_2", 1), "days": ("2026-06-11", 1), "time": ("09:00", 1)}, "apt_2", at(11, 9)),
        ({"which": ("2026-06-15", 1), "time": ("14:00", 1)}, "apt_1", at(15, 14)),
    ],
)
def test_the_appointment_and_its_new_day_are_told_apart(
    said: dict[str, tuple[str, int]], moves: str, to: datetime
) -> None:
    found = step(moving.MOVE, said, booked=[seen(), seen(2, starts_at=at(17, 10))])
    assert isinstance(found, Confirm)
    assert (found.act.request["appointment"], found.act.request["starts_at"]) == (moves, to.isoformat())


def test_naming_only_the_appointment_asks_when_instead() -> None:
    found = step(moving.MOVE, {"which": ("2026-06-15", 1)}, booked=[seen()])
    assert isinstance(found, Ask)
    assert (found.slot, found.form) == ("days", "calendar")
    assert seen().starts_at.isoformat() not in [one.detail for one in found.choices]


def test_of_several_it_asks_which_and_an_unknown_one_is_wrong() -> None:
    both = [seen(), seen(2, starts_at=at(17, 10))]
    first = step(cancelling.CANCEL, {}, booked=both)
    again = step(cancelling.CANCEL, {"which": ("2026-06-30", 2)}, booked=both)
    assert isinstance(first, Ask)
    assert isinstance(again, Ask)
    assert ([one.value for one in first.choices], first.wrong, again.wrong) == (["apt_1", "apt_2"], False, True)


@pytest.mark.parametrize(
    ("skill", "changed"),
    [
        (moving.MOVE, {"starts_at": NOW + timedelta(hours=23)}),
        (moving.MOVE, {"moves": 3}),
        (moving.MOVE, {"service_id": ""}),
        (cancelling.CANCEL, {"starts_at": NOW + timedelta(hours=23)}),
    ],
)
def test_outside_of_the_policy_is_for_a_person(skill: Any, changed: dict[str, Any]) -> None:
    left = step(skill, {}, booked=[seen(**changed)])
    assert isinstance(left, Leave)
    assert left.why == Why.OUTSIDE_POLICY
    assert "myself" in left.say or "can't be booked any more" in left.say


def test_the_reason_for_the_customer_is_there_in_every_language() -> None:
    told = {"service": "Full service", "hours": 24, "count": 3}
    for words in (one for name, one in vars(leaving_words).items() if name.isupper()):
        said = {language: text.format(**told) for language, text in words.items()}
        assert set(said) == {"en", "de", "fr", "es", "it", "pt", "nl"}
        assert len(set(said.values())) == len(said)


@pytest.mark.parametrize("skill", [booking.BOOK, moving.MOVE, cancelling.CANCEL])
def test_a_skill_has_examples_and_its_policy_reads_back(skill: Any) -> None:
    assert len(skill.examples) >= 15
    assert len(skill.near_misses) >= 5
    usual = skill.policy()
    assert policies.read(skill.policy, policies.to_json(usual)) == usual
    assert all(sentence.endswith(".") for sentence in skill.describe(usual))


@pytest.mark.parametrize(
    ("text", "service"),
    [
        ("a full service please", "svc_1"),
        ("the BIG service", "svc_1"),
        ("eine Inspektion", "svc_2"),
        ("inspections", "svc_2"),
        ("a haircut", None),
    ],
)
def test_a_service_is_found_by_its_names(text: str, service: str | None) -> None:
    slot: Slot = booking.BOOK.slots[0]
    around = Around("en", NOW, BERLIN, records=Shelf(offered=(FULL, CHECK)))
    found = KINDS["service"].find(text, slot, around)
    assert [one.value for one in found] == ([service] if service else [])
