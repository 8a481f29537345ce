"""The one writer of appointments: under the calendar's lock it looks again whether a time is free, and takes a seat.

The lock makes a clear answer out of a race; that no seat is given twice, PostgreSQL sees to by itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from assistant.appointments import news, offering, plans, reminders
from assistant.appointments.errors import AppointmentChangedError, NotFreeError
from assistant.models import Appointment, AppointmentState, Calendar, Service
from tenants.errors import NotFoundError

TAKEN = gettext_noop("This time is not free any more.")
NOT_OFFERED = gettext_noop("The calendar is not open then.")
TOO_EARLY = gettext_noop("This time has passed, or is too soon.")
CHANGED = gettext_noop("The appointment was changed meanwhile. Look at it anew.")


@dataclass(frozen=True)
class Wish:
    """Who comes for what, and when."""

    service_id: str
    starts_at: datetime
    name: str
    email: str
    language: str = "en"
    remind: bool = False
    conversation: str = ""  # public id
    note: str = ""


@dataclass(frozen=True)
class Who:
    """Who asks: the desk may book at short notice and far ahead, which a customer may not.

    Customers `hear` of what the desk does, unless the desk tells them by itself.
    """

    by_desk: bool
    hears: bool = False


CUSTOMER, DESK, DESK_ALONE = Who(by_desk=False), Who(by_desk=True, hears=True), Who(by_desk=True)


@transaction.atomic
def book(wish: Wish, *, who: Who) -> Appointment:
    """Take a seat for it; NotFreeError when there is none at that time."""
    service = _service(wish.service_id)
    _lock(service.calendar_id)
    made = Appointment(
        service=service.name,
        offered=service,
        customer_name=wish.name,
        email=wish.email.lower(),
        language=wish.language,
        remind=wish.remind,
        conversation=wish.conversation,
        note=wish.note,
    )
    _seat(made, service, wish.starts_at, who=who)
    _tell(made, who)
    made.save(force_insert=True)
    reminders.plan(made)
    return made


@transaction.atomic
def move(appointment_id: str, starts_at: datetime, *, version: int, who: Who) -> Appointment:
    """Give it another time and keep it one appointment; NotFreeError, or AppointmentChangedError."""
    moved = _standing(appointment_id, version)
    service = moved.offered
    if service is None:
        raise NotFreeError(gettext("The service is not offered any more."))
    _seat(moved, service, starts_at, who=who)
    moved.version += 1
    moved.moves += 0 if who.by_desk else 1
    _tell(moved, who)
    moved.save()
    reminders.plan(moved)
    return moved


@transaction.atomic
def cancel(appointment_id: str, *, version: int, who: Who) -> Appointment:
    """Give its seat free; AppointmentChangedError when it stands no more."""
    gone = _standing(appointment_id, version)
    gone.state = AppointmentState.CANCELLED
    _tell(gone, who)
    return _changed(gone)


@transaction.atomic
def bring_back(appointment_id: str, *, version: int, who: Who) -> Appointment:
    """Let a cancelled one stand again; NotFreeError when its time was given away or has passed."""
    back = _held(appointment_id, version)
    if back.state != AppointmentState.CANCELLED:
        raise AppointmentChangedError(gettext(CHANGED))
    if back.starts_at <= timezone.now():
        raise NotFreeError(gettext(TOO_EARLY))
    if back.seat is not None and back.free_at is not None:
        length = offering.Length(back.free_at - back.starts_at)
        back.seat_id = _free(back.seat.calendar, length, back.starts_at, besides=str(back.id))
    back.state = AppointmentState.BOOKED
    _tell(back, who)
    settled = _changed(back)
    reminders.plan(settled)
    return settled


@transaction.atomic
def close(appointment_id: str, state: AppointmentState, *, version: int) -> Appointment:
    """Say that the customer came, or did not; AppointmentChangedError when it stands no more or is still to come."""
    over = _standing(appointment_id, version)
    if over.starts_at > timezone.now():
        raise AppointmentChangedError(gettext("The appointment is still to come."))
    over.state = state
    return _changed(over)


def _changed(appointment: Appointment) -> Appointment:
    appointment.version += 1
    appointment.save()
    return appointment


def _tell(appointment: Appointment, who: Who) -> None:
    """The customer hears of it in a while, or knows it already; the row is saved by the caller."""
    if who.hears:
        news.plan(appointment)
    else:
        news.settle(appointment)


def _seat(appointment: Appointment, service: Service, starts_at: datetime, *, who: Who) -> None:
    """Put it on the first seat that is free then."""
    plan, length, now = plans.of(service.calendar), plans.length(service), timezone.now()
    starts_at = starts_at.astimezone(UTC)
    earliest = now if who.by_desk else now + plan.lead
    latest = None if who.by_desk else now + plan.horizon
    if starts_at < earliest or (latest is not None and starts_at > latest):
        raise NotFreeError(gettext(TOO_EARLY) if starts_at < earliest else gettext(NOT_OFFERED), param="starts_at")
    if not offering.is_offered(plan, length, starts_at):
        raise NotFreeError(gettext(NOT_OFFERED), param="starts_at")
    appointment.seat_id = _free(service.calendar, length, starts_at, besides=str(appointment.id))
    appointment.starts_at = starts_at
    appointment.ends_at = starts_at + length.takes
    appointment.free_at = appointment.ends_at + length.pause


def _free(calendar: Calendar, length: offering.Length, starts_at: datetime, *, besides: str) -> int:
    day = starts_at.date()
    taken = plans.taken(calendar, first=day, last=day + timedelta(days=1), besides=besides)
    seat = offering.free_seat(plans.of(calendar), length, taken, starts_at)
    if seat is None:
        raise NotFreeError(gettext(TAKEN), param="starts_at")
    return seat


def _service(service_id: str) -> Service:
    service = Service.objects.select_related("calendar").filter(pk=service_id, on=True, calendar__on=True).first()
    if service is None:
        raise NotFoundError(gettext("There is no such service."), param="service_id")
    return service


def _standing(appointment_id: str, version: int) -> Appointment:
    held = _held(appointment_id, version)
    if held.state != AppointmentState.BOOKED:
        raise AppointmentChangedError(gettext(CHANGED))
    return held


def _held(appointment_id: str, version: int) -> Appointment:
    """The appointment, with its calendar locked and then itself; the version must be the one that was seen."""
    known = Appointment.objects.select_related("seat").filter(pk=appointment_id).first()
    if known is None:
        raise NotFoundError(gettext("There is no such appointment."))
    if known.seat is not None:
        _lock(known.seat.calendar_id)
    held = Appointment.objects.select_for_update(of=("self",)).get(pk=appointment_id)
    if held.version != version:
        raise AppointmentChangedError(gettext(CHANGED))
    return held


def _lock(calendar_id: str) -> None:
    Calendar.objects.select_for_update().get(pk=calendar_id)


def from_request(request: Mapping[str, Any]) -> Wish:
    """The wish that an act carries as plain JSON."""
    return Wish(**{**request, "starts_at": datetime.fromisoformat(request["starts_at"])})
