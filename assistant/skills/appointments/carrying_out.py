"""Carries out what the skills agreed on with a customer."""

from datetime import datetime

from assistant.appointments import booking
from assistant.appointments.errors import AppointmentChangedError, NotFreeError
from assistant.models import Appointment
from assistant.skills.contract import Act, Json, OvertakenError
from tenants.errors import NotFoundError

OVERTAKEN = (NotFreeError, AppointmentChangedError, NotFoundError)


def book(act: Act) -> Json:
    """Take the time that was agreed."""
    try:
        return _result(booking.book(booking.from_request(act.request), who=booking.CUSTOMER))
    except OVERTAKEN as error:
        raise OvertakenError(error.message) from error


def move(act: Act) -> Json:
    """Give the appointment the time that was agreed."""
    starts_at = datetime.fromisoformat(act.request["starts_at"])
    appointment, version = act.request["appointment"], act.request["version"]
    try:
        return _result(booking.move(appointment, starts_at, version=version, who=booking.CUSTOMER))
    except OVERTAKEN as error:
        raise OvertakenError(error.message) from error


def cancel(act: Act) -> Json:
    """Give its time free."""
    try:
        gone = booking.cancel(act.request["appointment"], version=act.request["version"], who=booking.CUSTOMER)
        return _result(gone)
    except OVERTAKEN as error:
        raise OvertakenError(error.message) from error


def _result(appointment: Appointment) -> Json:
    return {"appointment": str(appointment.id), "starts_at": appointment.starts_at.isoformat()}
