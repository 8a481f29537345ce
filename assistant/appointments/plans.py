"""Reads a calendar and what is booked in it, as `offering` needs them."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from assistant.appointments.offering import Hours, Length, Plan, Taken
from assistant.models import Appointment, AppointmentState, Calendar, CalendarException, Service

LONGEST = timedelta(days=2)  # that an appointment may take, with its pause


def of(calendar: Calendar) -> Plan:
    """What the calendar gives. Two queries, unless `seats` and `exceptions` were prefetched."""
    seats = sorted((seat for seat in calendar.seats.all() if seat.on), key=lambda seat: seat.number)
    return Plan(
        zone=ZoneInfo(calendar.zone),
        weekly={day: _hours(one for one in calendar.hours if one["weekday"] == day) for day in range(7)},
        seats=tuple(seat.pk for seat in seats),
        step=timedelta(minutes=calendar.step_minutes),
        lead=timedelta(hours=calendar.lead_hours),
        horizon=timedelta(days=calendar.horizon_days),
        days=_exceptions(calendar.exceptions.all()),
    )


def length(service: Service) -> Length:
    """How long the service takes."""
    return Length(timedelta(minutes=service.minutes), timedelta(minutes=service.pause_minutes))


def taken(calendar: Calendar, *, first: date, last: date, besides: str = "") -> list[Taken]:
    """What is booked around these days, but for one appointment. One query."""
    since = datetime.combine(first, time(), tzinfo=UTC) - LONGEST
    until = datetime.combine(last, time(), tzinfo=UTC) + LONGEST
    rows = Appointment.objects.filter(
        seat__calendar=calendar, state=AppointmentState.BOOKED, starts_at__gt=since, starts_at__lt=until
    )
    if besides:
        rows = rows.exclude(pk=besides)
    return [Taken(one.seat_id, one.starts_at, one.free_at or one.ends_at) for one in rows if one.seat_id is not None]


def minutes(written: str) -> int:
    """Minutes since midnight of a time as HH:MM; 24:00 is the day's end. ValueError for anything else."""
    hour, _, minute = written.partition(":")
    if len(hour) != 2 or len(minute) != 2 or not (hour + minute).isdigit():
        raise ValueError(f"{written!r} is no time such as 09:30")
    value = int(hour) * 60 + int(minute)
    if int(minute) > 59 or value > 24 * 60:
        raise ValueError(f"{written!r} is no time of a day")
    return value


def _hours(rows: Iterator[dict[str, Any]]) -> Hours:
    return tuple(sorted((minutes(row["opens"]), minutes(row["closes"])) for row in rows))


def _exceptions(rows: Iterable[CalendarException]) -> dict[date, Hours]:
    days: dict[date, Hours] = {}
    for row in sorted(rows, key=lambda one: (one.last - one.first, one.first), reverse=True):  # a single day goes first
        for number in range((row.last - row.first).days + 1):
            days[row.first + timedelta(days=number)] = _hours(iter(row.hours))
    return days
