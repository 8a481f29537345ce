"""Calendars and appointments as the console and programs read them."""

from datetime import date, datetime
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext
from typing_extensions import TypedDict

from agents.rest.asking import all_of
from assistant.models import Appointment, AppointmentState, Calendar, CalendarException, Service
from assistant.records import appointments
from tenants import cursors
from tenants.errors import NotFoundError
from tenants.openapi.shapes import Listed

M = TypeVar("M", bound=Model)


class CalendarHours(TypedDict):
    """From one time of a day to another."""

    opens: str
    """Such as 09:30."""
    closes: str
    """24:00 is the end of the day."""


class CalendarWeekday(CalendarHours):
    """Hours of a weekday."""

    weekday: int
    """0 is Monday."""


class ServiceRow(TypedDict):
    """What a customer can come for."""

    id: str
    name: str
    also: list[str]
    """Other words by which customers name it."""
    minutes: int
    pause_minutes: int
    """How long the seat stays empty afterwards."""
    on: bool


class CalendarExceptionRow(TypedDict):
    """Days on which other hours hold."""

    id: str
    first: date
    last: date
    hours: list[CalendarHours]
    """Closed without any."""
    reason: str


class CalendarRow(TypedDict):
    """A place or a person whose time customers book."""

    id: str
    name: str
    place: str
    """Where to come, as customers read it."""
    zone: str
    """IANA name of the time zone in which the hours are meant."""
    hours: list[CalendarWeekday]
    seats: int
    """How many appointments at once."""
    step_minutes: int
    """Appointments begin every so many minutes."""
    lead_hours: int
    """A customer books so long before, at least."""
    horizon_days: int
    """A customer books so far ahead, at most."""
    change_hours: int
    """A customer moves or cancels so long before, at least."""
    remind_hours: int
    """Who agreed is reminded so long before; 0 for never."""
    on: bool
    """Whether customers may book."""
    services: list[ServiceRow]
    exceptions: list[CalendarExceptionRow]


class OpeningRow(TypedDict):
    """A time at which a customer can have a service."""

    starts_at: datetime


class AppointmentRow(TypedDict):
    """A time that is kept for a customer."""

    id: str
    calendar_id: str | None
    seat: int | None
    """The number of the seat within the calendar."""
    service_id: str | None
    """Null where the service is offered no more."""
    service_name: str
    """As it was called when it was booked."""
    starts_at: datetime
    ends_at: datetime
    state: AppointmentState
    version: int
    """Every change names the version that it saw."""
    name: str
    email: str
    note: str
    remind: bool
    """Whether the customer agreed to a reminder."""
    reminded: bool
    conversation_id: str | None
    """The conversation in which it was booked."""
    created_at: datetime


def calendars() -> Listed[CalendarRow]:
    """All calendars with their services and exceptions, by name. Four queries."""
    return all_of([calendar(one) for one in _whole()])


def access_calendar(calendar_id: str) -> Calendar:
    """The calendar; NotFoundError when there is none."""
    return _access(_whole(), calendar_id, "calendar")


def access_service(service_id: str) -> Service:
    """The service; NotFoundError when there is none."""
    return _access(Service.objects.select_related("calendar"), service_id, "service")


def access_exception(exception_id: str) -> CalendarException:
    """The exception; NotFoundError when there is none."""
    return _access(CalendarException.objects.select_related("calendar"), exception_id, "exception")


def access_appointment(appointment_id: str) -> Appointment:
    """The appointment; NotFoundError when there is none."""
    return _access(_appointments(), appointment_id, "appointment")


def calendar(one: Calendar) -> CalendarRow:
    """A calendar, with services and exceptions prefetched."""
    return {
        "id": one.id,
        "name": one.name,
        "place": one.place,
        "zone": one.zone,
        "hours": one.hours,
        "seats": sum(seat.on for seat in one.seats.all()),
        "step_minutes": one.step_minutes,
        "lead_hours": one.lead_hours,
        "horizon_days": one.horizon_days,
        "change_hours": one.change_hours,
        "remind_hours": one.remind_hours,
        "on": one.on,
        "services": [service(each) for each in one.services.all()],
        "exceptions": [exception(each) for each in one.exceptions.all()],
    }


def service(one: Service) -> ServiceRow:
    """A service."""
    return {
        "id": one.id,
        "name": one.name,
        "also": one.also,
        "minutes": one.minutes,
        "pause_minutes": one.pause_minutes,
        "on": one.on,
    }


def exception(one: CalendarException) -> CalendarExceptionRow:
    """Days with other hours."""
    return {"id": one.id, "first": one.first, "last": one.last, "hours": one.hours, "reason": one.reason}


def appointment(one: Appointment) -> AppointmentRow:
    """An appointment, with its seat loaded."""
    return {
        "id": one.id,
        "calendar_id": None if one.seat is None else one.seat.calendar_id,
        "seat": None if one.seat is None else one.seat.number,
        "service_id": one.offered_id,
        "service_name": one.service,
        "starts_at": one.starts_at,
        "ends_at": one.ends_at,
        "state": AppointmentState(one.state),
        "version": one.version,
        "name": one.customer_name,
        "email": one.email,
        "note": one.note,
        "remind": one.remind,
        "reminded": one.reminded_for == one.starts_at,
        "conversation_id": one.conversation or None,
        "created_at": one.made_at,
    }


def page(
    *, calendar_id: str, email: str, state: str, limit: int, cursor: str,
    since: datetime | None = None, until: datetime | None = None,
) -> Listed[AppointmentRow]:  # fmt: skip
    """A page of appointments, the earliest first. One query."""
    rows = _appointments().order_by("starts_at", "id")
    if calendar_id:
        rows = rows.filter(seat__calendar=access_calendar(calendar_id))
    if email:
        rows = rows.filter(email__iexact=email.strip())
    if state:
        rows = rows.filter(state=state)
    if since is not None:
        rows = rows.filter(ends_at__gt=since)
    if until is not None:
        rows = rows.filter(starts_at__lt=until)
    if cursor:
        at, key = cursors.unpack(cursor, prefix="apt")
        rows = rows.filter(Q(starts_at__gt=at) | Q(starts_at=at, pk__gt=key))
    found = list(rows[: limit + 1])
    shown, more = found[:limit], len(found) > limit
    return {
        "data": [appointment(one) for one in shown],
        "has_more": more,
        "next_cursor": cursors.pack(shown[-1].starts_at, str(shown[-1].id)) if more else None,
    }


def openings(one: Service, *, first: date, last: date) -> Listed[OpeningRow]:
    """The free times that a customer would be offered."""
    times = appointments.openings(str(one.id), first=first, last=last, now=timezone.now(), besides="")
    return all_of([{"starts_at": one} for one in times])


def _whole() -> QuerySet[Calendar]:
    return Calendar.objects.prefetch_related("seats", "services", "exceptions")


def _appointments() -> QuerySet[Appointment]:
    return Appointment.objects.select_related("seat")


def _access(rows: QuerySet[M], key: str, name: str) -> M:
    try:
        found = rows.filter(pk=key).first()
    except ValidationError:
        found = None
    if found is None:
        raise NotFoundError(gettext("There is no such {name} here.").format(name=name), param="id")
    return found
