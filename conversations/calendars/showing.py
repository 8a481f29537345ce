"""Calendars and appointments as the console and programs read them."""

from datetime import date, datetime
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet
from django.utils import timezone

from assistant.models import Appointment, Calendar, CalendarException, Service
from assistant.records import appointments
from tenants import cursors
from tenants.errors import NotFoundError

Json = dict[str, Any]
M = TypeVar("M", bound=Model)


def calendars() -> list[Json]:
    """All calendars with their services and exceptions, by name. Four queries."""
    return [calendar(one) for one in _whole()]


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


def calendar(one: Calendar) -> Json:
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


def service(one: Service) -> Json:
    """A service."""
    return {
        "id": one.id,
        "name": one.name,
        "also": one.also,
        "minutes": one.minutes,
        "pause_minutes": one.pause_minutes,
        "on": one.on,
    }


def exception(one: CalendarException) -> Json:
    """Days with other hours."""
    return {"id": one.id, "first": one.first, "last": one.last, "hours": one.hours, "reason": one.reason}


def appointment(one: Appointment) -> Json:
    """An appointment, with its seat loaded."""
    return {
        "id": one.id,
        "calendar": None if one.seat is None else one.seat.calendar_id,
        "seat": None if one.seat is None else one.seat.number,
        "service": one.offered_id,
        "service_name": one.service,
        "starts_at": one.starts_at,
        "ends_at": one.ends_at,
        "state": one.state,
        "version": one.version,
        "name": one.customer_name,
        "email": one.email,
        "note": one.note,
        "remind": one.remind,
        "reminded": one.reminded_for == one.starts_at,
        "conversation": one.conversation or None,
        "made_at": one.made_at,
    }


def page(
    *, calendar: str, email: str, state: str, limit: int, cursor: str,
    since: datetime | None = None, until: datetime | None = None,
) -> Json:  # fmt: skip
    """A page of appointments, the earliest first. One query."""
    rows = _appointments().order_by("starts_at", "id")
    if calendar:
        rows = rows.filter(seat__calendar=access_calendar(calendar))
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


def openings(one: Service, *, first: date, last: date) -> Json:
    """The free times that a customer would be offered."""
    times = appointments.openings(str(one.id), first=first, last=last, now=timezone.now(), besides="")
    return {"data": times}


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
        raise NotFoundError(f"There is no such {name} here.", param="id")
    return found
