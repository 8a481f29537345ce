"""Tells customers what the desk did to their appointment: a quiet line in the conversation, and a letter."""

from datetime import datetime

from django.conf import settings

from assistant.appointments import news
from assistant.appointments.news import News
from assistant.models import Appointment, AppointmentState
from conversations.calendars import letter, news_words, phrases, quiet
from conversations.words import say
from tenants import jobs
from tenants.jobs import Lease
from tenants.post import deliver

LETTER = "appointment_news_letter"


def work(held: Lease) -> None:
    """Tell of one appointment what its customer does not know yet, once."""
    quiet.tell(str(held.ids["appointment_id"]), _settled)


def send(held: Lease) -> None:
    """Send the letter, unless the appointment changed since; MailNotTakenError when it was not taken."""
    rows = Appointment.objects.select_related("seat__calendar")
    known = rows.filter(pk=str(held.ids["appointment_id"])).first()
    if known is None or not known.email:
        return
    what, at = News(str(held.ids["news"])), datetime.fromisoformat(str(held.ids["at"]))
    stands = known.state == AppointmentState.BOOKED
    if stands != (what != News.CANCELLED) or known.told_for != (known.starts_at if stands else None):
        return  # another letter tells what became of it
    deliver(letter.of_news(known, what, at=at))


def _settled(appointment_id: str) -> str | None:
    """What to tell, once the appointment is marked as known with its letter on the way; None for nothing."""
    rows = Appointment.objects.select_for_update(of=("self",)).select_related("seat__calendar")
    held = rows.filter(pk=appointment_id).first()
    what = None if held is None else news.untold(held)
    if held is None or what is None:
        return None
    at = held.told_for if what == News.CANCELLED and held.told_for else held.starts_at
    news.settle(held)
    held.save(update_fields=["told_for"])
    if settings.MAIL_LEAVES and held.email:
        ids = {"appointment_id": appointment_id, "news": str(what), "at": at.isoformat()}
        jobs.write(LETTER, ids, key=appointment_id)
    return say(news_words.NOTICE[what], held.language, **phrases.of(held, at=at))
