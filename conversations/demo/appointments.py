"""The workshop's calendar, and a seeded generator of appointments in the slots that it offers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from random import Random

from assistant import models
from conversations.demo import clock
from conversations.demo.content import company
from conversations.demo.people import Person

SERVICES = {
    "Safety check": 30, "Basic service": 60, "Full service": 120, "E-bike service": 120, "First service": 45,
    "Flat tyre": 30, "Brakes bled": 60, "Gears set": 30, "Fitting": 60, "E-bike test ride": 45,
}  # fmt: skip
SLOTS = {"weekday": ("08:30", "10:30", "13:00", "15:00"), "saturday": ("09:00", "11:00")}
ALSO = {
    "Safety check": ["check", "check-up", "inspection"], "Basic service": ["small service", "tune-up"],
    "Full service": ["service", "big service", "maintenance"], "E-bike service": ["ebike service"],
    "Flat tyre": ["flat", "puncture", "tyre repair"], "Brakes bled": ["brakes", "brake service"],
    "Gears set": ["gears", "gear adjustment"], "Fitting": ["bike fitting", "fit"], "E-bike test ride": ["test ride"],
}  # fmt: skip
PAST_DAYS, COMING_DAYS = 14, 21
SEATS, ONE_START = 2, 240  # each slot begins once: longer than any of them


@dataclass(frozen=True)
class Appointment:
    """A time in the workshop for somebody."""

    service: str
    person: Person
    starts_at: datetime
    ends_at: datetime
    state: str


def calendar(now: datetime) -> models.Calendar:
    """Store the workshop with its services; it is closed on the shop's days off."""
    shop = company()
    made = models.Calendar.objects.create(
        name="Workshop",
        place=f"Workshop, {shop.address}",
        zone=shop.timezone,
        hours=list(_hours()),
        step_minutes=ONE_START,
        lead_hours=2,
        horizon_days=60,
        change_hours=24,
        remind_hours=24,
    )
    models.Seat.objects.bulk_create(models.Seat(calendar=made, number=number) for number in range(1, SEATS + 1))
    models.Service.objects.bulk_create(
        models.Service(calendar=made, name=name, minutes=minutes, also=ALSO.get(name, []))
        for name, minutes in SERVICES.items()
    )
    days = [date.fromisoformat(f"{year}-{day}") for year in (now.year, now.year + 1) for day in shop.closed_on]
    models.CalendarException.objects.bulk_create(
        models.CalendarException(calendar=made, first=day, last=day, reason="Closed") for day in days
    )
    return made


def rows(calendar: models.Calendar, made: Iterable["Appointment"]) -> Iterator[models.Appointment]:
    """The appointments as they are stored, each on the first seat: there is one at a time at most."""
    seat, services = calendar.seats.get(number=1), {one.name: one for one in calendar.services.all()}
    for one in made:
        yield models.Appointment(
            seat=seat,
            offered=services[one.service],
            service=one.service,
            customer_name=one.person.name,
            email=one.person.email,
            starts_at=one.starts_at,
            ends_at=one.ends_at,
            free_at=one.ends_at,
            state=one.state,
            told_for=one.starts_at if one.state == models.AppointmentState.BOOKED else None,
        )


def _hours() -> Iterator[dict[str, object]]:
    """Each slot lasts until the next one, or until the workshop closes."""
    for weekday, name in enumerate(clock.DAYS):
        opening = company().hours["workshop"].get(name)
        begins = SLOTS["saturday" if name == "sat" else "weekday"]
        for opens, closes in pairwise([*begins, opening[1]]) if opening else ():
            yield {"weekday": weekday, "opens": opens, "closes": closes}


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
