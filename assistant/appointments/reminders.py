"""When an appointment is told of again: one job for each, which moves along with it."""

from datetime import datetime, timedelta

from django.utils import timezone

from assistant.models import Appointment, AppointmentState
from tenants import jobs

KIND = "appointment_reminder"


def due(appointment: Appointment) -> datetime | None:
    """When the customer is to be reminded; None when they are not: nobody agreed, or it is cancelled or reminded of."""
    if not appointment.remind or appointment.state != AppointmentState.BOOKED or appointment.seat is None:
        return None
    hours = appointment.seat.calendar.remind_hours
    if not hours or not appointment.email or appointment.reminded_for == appointment.starts_at:
        return None
    return appointment.starts_at - timedelta(hours=hours)


def plan(appointment: Appointment) -> None:
    """Write the job of its reminder, or move the waiting one; in the transaction of the appointment.

    Who books when the time of the reminder has passed already gets none: they know.
    """
    at = due(appointment)
    if at is not None and at > timezone.now():
        appointment_id = str(appointment.id)
        jobs.write(KIND, {"appointment_id": appointment_id}, key=appointment_id, run_at=at)
