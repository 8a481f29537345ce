"""Letters about an appointment; a reply to one reaches the assistant in the conversation that it came from."""

from datetime import datetime
from email.utils import formataddr

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from assistant.appointments.news import News
from assistant.models import Appointment
from conversations.calendars import news_words, phrases
from conversations.outbound import addresses, composing
from conversations.words import say
from tenants import current
from tenants.post import HEADERS


def compose(appointment: Appointment) -> EmailMultiAlternatives:
    """The reminder; its Message-ID is the same each time. Needs the seat with its calendar loaded."""
    told, language = _told(appointment), appointment.language
    closing = [say(words, language) for words in (phrases.TO_CHANGE, phrases.ONLY_ONE)]
    return _letter(
        appointment,
        subject=say(phrases.SUBJECT, language, **told),
        opening=say(phrases.HELLO, language, **told),
        facts=[told["service"], told["moment"], told["place"]],
        closing=closing,
        name=str(appointment.version),
    )


def of_news(appointment: Appointment, what: News, *, at: datetime) -> EmailMultiAlternatives:
    """What the desk did to the appointment, which is or was `at` that time; its Message-ID is the same each time."""
    told, language = _told(appointment, at=at), appointment.language
    gone = what == News.CANCELLED
    return _letter(
        appointment,
        subject=say(news_words.SUBJECT[what], language, **told),
        opening=say(news_words.HELLO[what], language, **told),
        facts=[told["service"], told["moment"], *([] if gone else [told["place"]])],
        closing=[say(news_words.BOOK_AGAIN if gone else phrases.TO_CHANGE, language)],
        name=f"{appointment.version}.{what}",
    )


def _told(appointment: Appointment, *, at: datetime | None = None) -> dict[str, str]:
    return {**phrases.of(appointment, at=at), "company": current.tenant().name}


def _letter(
    appointment: Appointment, *, subject: str, opening: str, facts: list[str], closing: list[str], name: str
) -> EmailMultiAlternatives:
    reply_to = addresses.reply_to(appointment.conversation) if appointment.conversation else addresses.sender()
    letter = EmailMultiAlternatives(
        subject=composing.one_line(subject),
        body="\n\n".join([opening, "\n".join(f"    {fact}" for fact in facts), *closing]) + "\n",
        from_email=formataddr((composing.one_line(current.tenant().name), addresses.sender())),
        to=[composing.one_line(appointment.email)],
        reply_to=[reply_to],
        headers={**HEADERS, "Message-ID": f"<{appointment.id}.{name}@{addresses.host()}>"},
    )
    context = {"language": appointment.language, "opening": opening, "facts": facts, "closing": closing}
    letter.attach_alternative(render_to_string("conversations/appointment_letter.html", context), "text/html")
    return letter
