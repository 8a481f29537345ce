"""What the desk does to appointments, with a record of who did it."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from assistant.appointments import booking
from assistant.appointments.booking import Who
from assistant.models import Appointment, AppointmentState
from conversations.calendars import showing
from conversations.webhooks import business
from tenants.trail import audit
from tenants.trail.audit import About, Actor

Fields = Mapping[str, Any]


@transaction.atomic
def book(fields: Fields, *, actor: Actor) -> Appointment:
    """Book a time for a customer. NotFreeError, or NotFoundError for the service."""
    service = showing.access_service(fields["service_id"])
    wish = booking.Wish(
        service_id=str(service.id),
        starts_at=fields["starts_at"],
        name=fields["name"],
        email=fields["email"],
        language=fields["language"],
        remind=fields["remind"],
        note=fields["note"],
    )
    made = booking.book(wish, who=_who(fields))
    audit.record("appointment.booked", actor=actor, about=_about(made), changes={"starts_at": (None, _at(made))})
    business.appointment("appointment.booked", made)
    return showing.access_appointment(str(made.id))


@transaction.atomic
def move(known: Appointment, fields: Fields, *, actor: Actor) -> Appointment:
    """Give it another time. NotFreeError, or AppointmentChangedError."""
    moved = booking.move(str(known.id), fields["starts_at"], version=fields["version"], who=_who(fields))
    changes = {"starts_at": (_at(known), _at(moved))}
    audit.record("appointment.moved", actor=actor, about=_about(moved), changes=changes)
    business.appointment("appointment.moved", moved)
    return showing.access_appointment(str(moved.id))


@transaction.atomic
def cancel(known: Appointment, fields: Fields, *, actor: Actor) -> Appointment:
    """Give its time free. AppointmentChangedError."""
    gone = booking.cancel(str(known.id), version=fields["version"], who=_who(fields))
    business.appointment("appointment.cancelled", gone)
    return _settled(gone, known.state, "cancelled", actor=actor)


@transaction.atomic
def bring_back(known: Appointment, fields: Fields, *, actor: Actor) -> Appointment:
    """Let a cancelled one stand again. NotFreeError, or AppointmentChangedError."""
    back = booking.bring_back(str(known.id), version=fields["version"], who=_who(fields))
    business.appointment("appointment.booked", back)
    return _settled(back, known.state, "restored", actor=actor)


@transaction.atomic
def close(known: Appointment, fields: Fields, *, actor: Actor) -> Appointment:
    """Say whether the customer came. AppointmentChangedError."""
    state = AppointmentState(fields["state"])
    closed = booking.close(str(known.id), state, version=fields["version"])
    return _settled(closed, known.state, "closed", actor=actor)


def _who(fields: Fields) -> Who:
    return booking.DESK if fields["tell"] else booking.DESK_ALONE


def _settled(settled: Appointment, before: str, how: str, *, actor: Actor) -> Appointment:
    changes = {"state": (before, settled.state)}
    audit.record(f"appointment.{how}", actor=actor, about=_about(settled), changes=changes)
    return showing.access_appointment(str(settled.id))


def _about(appointment: Appointment) -> About:
    """Named by what for, never by whom: an audit entry outlives the customer."""
    return About("appointment", str(appointment.id), appointment.service)


def _at(appointment: Appointment) -> str:
    return appointment.starts_at.isoformat(timespec="minutes")
