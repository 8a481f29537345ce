"""A customer's mail program: writes a real mail, and hands it to the company's door as its mail server would."""

import json
from email.message import EmailMessage
from email.utils import formataddr, formatdate, make_msgid
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from django.conf import settings
from django.http import HttpRequest

from conversations.demo import addresses
from conversations.demo.mail.box import Letter
from tenants import hosts

SECONDS = 20


class NotDeliveredError(Exception):
    """The company's door did not take the mail; says why."""


def reply(request: HttpRequest, letter: Letter, text: str) -> None:
    """Answer the letter as whoever got it. Raises NotDeliveredError."""
    mail = _mail(letter.to, letter.to, letter.reply_to, f"Re: {letter.subject.removeprefix('Re: ')}")
    mail["In-Reply-To"] = letter.message_id
    mail["References"] = f"{letter.references} {letter.message_id}".strip()
    quoted = "\n".join(f"> {line}" for line in letter.text.splitlines())
    at = f"{letter.at:%d %b %Y} at {letter.at:%H:%M}"
    mail.set_content(f"{text}\n\nOn {at}, {letter.sender} <{letter.reply_to}> wrote:\n\n{quoted}\n")
    _deliver(request, mail)


def write(request: HttpRequest, *, name: str, address: str, subject: str, text: str) -> None:
    """Write to the company for the first time. Raises NotDeliveredError."""
    mail = _mail(formataddr((name, address)), address, f"support@{_company_host(request)}", subject)
    mail.set_content(text)
    _deliver(request, mail)


def _mail(sender: str, address: str, to: str, subject: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, to, " ".join(subject.split())
    mail["Date"] = formatdate()
    mail["Message-ID"] = make_msgid(domain=address.rpartition("@")[2])
    return mail


def _company_host(request: HttpRequest) -> str:
    return hosts.without_port(addresses.company_origin(request).partition("://")[2])


def _deliver(request: HttpRequest, mail: EmailMessage) -> None:
    """Post to the web server that serves this page, under the company's name."""
    door = Request(
        f"http://{request.META['SERVER_NAME']}:{request.META['SERVER_PORT']}/api/v1/mail/inbound",
        data=mail.as_bytes(),
        headers={
            "Host": _company_host(request),
            "Content-Type": "message/rfc822",
            "Authorization": f"Bearer {settings.INBOUND_MAIL_SECRET}",
        },
    )
    try:
        with urlopen(door, timeout=SECONDS) as answer:  # noqa: S310
            answer.read()
    except HTTPError as error:
        raise NotDeliveredError(_why(error)) from error
    except (URLError, TimeoutError) as error:
        raise NotDeliveredError("The company's mail server does not answer.") from error


def _why(error: HTTPError) -> str:
    try:
        return str(json.loads(error.read())["error"]["message"])
    except (ValueError, KeyError):
        return f"The company's mail server answered {error.code}."
