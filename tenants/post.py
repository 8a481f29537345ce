"""The platform's own letters, as text and as HTML; sent from jobs only, since a mail server may take its time."""

import smtplib
from collections.abc import Sequence
from dataclasses import dataclass
from email.utils import formataddr
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.template.loader import render_to_string

from tenants import current, origins
from tenants.observing import meters

NAME = "Baton"
HEADERS = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}  # RFC 3834: nobody's holiday answers


class MailNotTakenError(Exception):
    """The mail server did not take a mail; says why without any address or word of the mail."""


@dataclass(frozen=True)
class Link:
    """An address to go to, with what its button or line says."""

    label: str
    address: str


@dataclass(frozen=True)
class Letter:
    """What a letter says: paragraphs, at most one button, a list of links, and paragraphs below."""

    subject: str
    opening: tuple[str, ...]
    button: Link | None = None
    links: tuple[Link, ...] = ()
    closing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Attached:
    """A file that goes with a letter."""

    name: str
    content: bytes
    kind: str  # such as application/pdf


def button(label: str, path: str) -> Link | None:
    """A button that leads to a page of the company entered now; None where this Baton was not told its own address."""
    if not settings.ORIGIN:
        return None
    return Link(label, f"{origins.of_tenant(current.tenant(), seen_from=settings.ORIGIN)}{path}")


def write(to: str, letter: Letter, *, attached: Sequence[Attached] = ()) -> None:
    """Send the letter in the platform's form. Raises MailNotTakenError."""
    context: dict[str, Any] = {"letter": letter}
    send(
        to,
        subject=letter.subject,
        text=render_to_string("tenants/letter.txt", context),
        html=render_to_string("tenants/letter.html", context),
        attached=attached,
    )


def send(to: str, *, subject: str, text: str, html: str, attached: Sequence[Attached] = ()) -> None:
    """Send one mail from the platform. Raises MailNotTakenError."""
    message = EmailMultiAlternatives(
        subject=" ".join(subject.split()),
        body=text,
        from_email=formataddr((NAME, sender())),
        to=[to],
        headers=HEADERS,
    )
    message.attach_alternative(html, "text/html")
    for file in attached:
        message.attach(file.name, file.content, file.kind)
    deliver(message)


def sender() -> str:
    """The address that the platform's letters come from."""
    return settings.MAIL_FROM or f"hello@{settings.PUBLIC_HOSTS[0]}"


def deliver(message: EmailMessage) -> None:
    """Hand a mail to the mail server. Raises MailNotTakenError."""
    try:
        _send(message)
    except MailNotTakenError:
        meters.mails.labels("not_taken").inc()
        raise
    meters.mails.labels("taken").inc()


def _send(message: EmailMessage) -> None:
    if not settings.MAIL_LEAVES:
        raise MailNotTakenError("no mail server is set (EMAIL_URL)")
    try:
        message.send()
    except smtplib.SMTPResponseException as error:
        raise MailNotTakenError(f"the mail server answered {error.smtp_code}") from None
    except smtplib.SMTPRecipientsRefused as error:
        codes = sorted({code for code, _said in error.recipients.values()})
        raise MailNotTakenError(f"the mail server refused the address with {codes}") from None
    except (smtplib.SMTPException, OSError) as error:
        raise MailNotTakenError(f"the mail server was not reached ({type(error).__name__})") from None
    except ValueError:
        raise MailNotTakenError("the address cannot stand in a mail") from None
