"""What a customer does not know yet of their appointment, since the desk changed it; they are told a little later."""

from datetime import datetime, timedelta
from enum import StrEnum

from django.utils import timezone

from assistant.models import Appointment, AppointmentState
from tenants import jobs

KIND = "appointment_news"
GRACE = timedelta(minutes=1)  # in which the desk may think again, and nobody was troubled


class News(StrEnum):
    """What became of an appointment."""

    BOOKED = "booked"
    MOVED = "moved"
    CANCELLED = "cancelled"


def untold(appointment: Appointment) -> News | None:
    """The difference between what stands and what the customer knows of; None without any, or when it is over."""
    known, stands = appointment.told_for, appointment.state == AppointmentState.BOOKED
    if not stands:
        return News.CANCELLED if appointment.state == AppointmentState.CANCELLED and _to_come(known) else None
    if known == appointment.starts_at or not _to_come(appointment.starts_at):
        return None
    return News.BOOKED if known is None else News.MOVED


def settle(appointment: Appointment) -> None:
    """The customer knows it as it is; the row is saved by the caller."""
    stands = appointment.state == AppointmentState.BOOKED
    appointment.told_for = appointment.starts_at if stands else None


def plan(appointment: Appointment) -> None:
    """Write the job that tells the customer, or put the waiting one off; in the transaction of the change."""
    appointment_id = str(appointment.id)
    jobs.write(KIND, {"appointment_id": appointment_id}, key=appointment_id, run_at=timezone.now() + GRACE)


def _to_come(moment: datetime | None) -> bool:
    return moment is not None and moment > timezone.now()
