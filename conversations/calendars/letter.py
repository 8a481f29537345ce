"""The letter that reminds of an appointment; a reply to it reaches the assistant in the conversation it came from."""

from email.utils import formataddr

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from assistant.models import Appointment
from conversations.calendars import phrases
from conversations.outbound import addresses, composing
from conversations.words import say
from tenants import current
from tenants.post import HEADERS


def compose(appointment: Appointment) -> EmailMultiAlternatives:
    """The letter; its Message-ID is the same each time. Needs the seat with its calendar loaded."""
    company, language = current.tenant().name, appointment.language
    told = {**phrases.of(appointment), "company": company}
    opening, subject = say(phrases.HELLO, language, **told), say(phrases.SUBJECT, language, **told)
    closing = [say(words, language) for words in (phrases.TO_CHANGE, phrases.ONLY_ONE)]
    facts = [told["service"], told["moment"], told["place"]]
    reply_to = addresses.reply_to(appointment.conversation) if appointment.conversation else addresses.sender()
    letter = EmailMultiAlternatives(
        subject=composing.one_line(subject),
        body="\n\n".join([opening, "\n".join(f"    {fact}" for fact in facts), *closing]) + "\n",
        from_email=formataddr((composing.one_line(company), addresses.sender())),
        to=[composing.one_line(appointment.email)],
        reply_to=[reply_to],
        headers={**HEADERS, "Message-ID": f"<{appointment.id}.{appointment.version}@{addresses.host()}>"},
    )
    context = {"language": language, "opening": opening, "facts": facts, "closing": closing}
    letter.attach_alternative(render_to_string("conversations/reminder_letter.html", context), "text/html")
    return letter
