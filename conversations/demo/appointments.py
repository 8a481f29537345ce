"""A seeded generator of workshop appointments in the slots that the shop offers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from random import Random

from conversations.demo import clock
from conversations.demo.people import Person

SERVICES = {
    "Safety check": 30, "Basic service": 60, "Full service": 120, "E-bike service": 120, "First service": 45,
    "Flat tyre": 30, "Brakes bled": 60, "Gears set": 30, "Fitting": 60, "E-bike test ride": 45,
}  # fmt: skip
SLOTS = {"weekday": ("08:30", "10:30", "13:00", "15:00"), "saturday": ("09:00", "11:00")}
PAST_DAYS, COMING_DAYS = 14, 21


@dataclass(frozen=True)
class Appointment:
    """A time in the workshop for somebody."""

    service: str
    person: Person
    starts_at: datetime
    ends_at: datetime
    state: str


def generate(chance: Random, people: list[Person], now: datetime) -> Iterator[Appointment]:
    """About two of five slots of the past two and the coming three weeks, fuller the nearer they are."""
    today = now.astimezone(clock.zone()).date()
    for offset in range(-PAST_DAYS, COMING_DAYS + 1):
        day = today + timedelta(days=offset)
        if clock.opening("workshop", day) is None:
            continue
        for slot in SLOTS["saturday" if day.weekday() == 5 else "weekday"]:
            starts = datetime.combine(day, time.fromisoformat(slot), tzinfo=clock.zone())
            if chance.random() < (0.65 if offset < 5 else 0.3):
                yield _appointment(chance, chance.choice(people), starts, now)


def _appointment(chance: Random, person: Person, starts: datetime, now: datetime) -> Appointment:
    service, minutes = chance.choice(list(SERVICES.items()))
    draw = chance.random()
    state = "cancelled" if draw < 0.08 else "booked"
    if starts < now:
        state = "cancelled" if draw < 0.08 else "missed" if draw < 0.14 else "done"
    return Appointment(service, person, starts, starts + timedelta(minutes=minutes), state)
