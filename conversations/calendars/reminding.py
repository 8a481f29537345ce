"""Reminds customers of their appointments: a quiet line in the conversation, and a letter; each once for a time."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from assistant.appointments import reminders
from assistant.models import Appointment, AppointmentState
from conversations.calendars import letter, phrases, quiet
from conversations.words import say
from tenants import jobs
from tenants.jobs import Lease
from tenants.post import deliver

LETTER = "appointment_letter"
EARLY = timedelta(minutes=1)  # a job may come so much before its time


def work(held: Lease) -> None:
    """Remind of one appointment, unless it was cancelled, moved away, or told of already."""
    quiet.tell(str(held.ids["appointment_id"]), _marked)


def send(held: Lease) -> None:
    """Send the letter, unless the appointment changed since; MailNotTakenError when it was not taken."""
    rows = Appointment.objects.select_related("seat__calendar")
    known = rows.filter(pk=str(held.ids["appointment_id"]), state=AppointmentState.BOOKED, remind=True).first()
    if known is None or not known.email or known.starts_at != known.reminded_for:
        return
    if known.starts_at > timezone.now():
        deliver(letter.compose(known))


def _marked(appointment_id: str) -> str | None:
    """What to tell, once the appointment is marked as told of with its letter on the way; None for nothing now."""
    rows = Appointment.objects.select_for_update(of=("self",)).select_related("seat__calendar")
    held = rows.filter(pk=appointment_id).first()
    at, now = None if held is None else reminders.due(held), timezone.now()
    if held is None or at is None or held.starts_at <= now:
        return None
    if at > now + EARLY:  # it was moved while the job was on its way, or the calendar reminds later now
        reminders.plan(held)
        return None
    held.reminded_for = held.starts_at
    held.save(update_fields=["reminded_for"])
    if settings.MAIL_LEAVES:
        jobs.write(LETTER, {"appointment_id": appointment_id}, key=appointment_id)
    return say(phrases.NOTICE, held.language, **phrases.of(held))
