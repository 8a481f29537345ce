"""The letter with a conversation, as a job: what its customer can read in the widget, and nothing besides."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import formataddr
from zoneinfo import ZoneInfo

from django.conf.locale import LANG_INFO
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import formats, translation

from conversations import queries, wire
from conversations.models import AuthorKind, Conversation, OneTimeCode
from conversations.outbound import addresses, composing
from conversations.transcripts import words
from conversations.words import say
from tenants import current
from tenants.jobs import Lease
from tenants.post import HEADERS, deliver

KIND = "transcript"


@dataclass(frozen=True)
class Line:
    """One message, or what happened in between, of which `who` is empty; `day` stands above the first of a day."""

    text: str
    html: str
    who: str = ""
    at: str = ""
    day: str = ""
    below: tuple[str, ...] = ()
    ai: bool = False
    own: bool = False


def work(held: Lease) -> None:
    """Send the conversation to the proven address of the job, unless either is gone; MailNotTakenError when refused."""
    wished = OneTimeCode.objects.select_related("transcript_of__customer").filter(pk=str(held.ids["code_id"])).first()
    if wished is not None and wished.transcript_of is not None and wished.used_at is not None:
        deliver(compose(wished.transcript_of, wished))


def compose(conversation: Conversation, wished: OneTimeCode) -> EmailMultiAlternatives:
    """The letter as text and as HTML; its Message-ID is the same each time."""
    tenant, language = current.tenant(), conversation.language
    with translation.override("en-gb" if language == "en" else language):
        lines = list(_lines(conversation, ZoneInfo(tenant.time_zone)))
    subject = say(words.SUBJECT, language, company=tenant.name)
    opening = say(words.OPENING, language, company=tenant.name, zone=tenant.time_zone)
    closing = say(words.NO_REPLY, language)
    letter = EmailMultiAlternatives(
        subject=composing.one_line(subject),
        body="\n\n".join([opening, *map(_as_text, lines), closing]) + "\n",
        from_email=formataddr((composing.one_line(tenant.name), addresses.sender())),
        to=[composing.one_line(wished.email)],
        headers={**HEADERS, "Message-ID": f"<{wished.id}.transcript@{addresses.host()}>"},
    )
    context = {
        "language": language,
        "direction": "rtl" if LANG_INFO.get(language, {}).get("bidi") else "ltr",
        "accent": tenant.accent,
        "subject": subject,
        "opening": opening,
        "closing": closing,
        "lines": lines,
    }
    letter.attach_alternative(render_to_string("conversations/transcript.html", context), "text/html")
    return letter


def _lines(conversation: Conversation, zone: ZoneInfo) -> Iterator[Line]:
    """What the customer sees of the log, in order."""
    seq, more, day = 0, True, ""
    while more:
        entries, more = queries.events_after(conversation, seq)
        for entry in entries:
            seq = entry["seq"]
            if entry["type"] == "message.added":
                line = _said(entry["data"], conversation.language, zone, day)
                day = line.day or day
                yield line
            elif entry["data"]["text"]:
                yield Line(entry["data"]["text"], "")


def _said(message: wire.MessageRow, language: str, zone: ZoneInfo, before: str) -> Line:
    at = datetime.fromisoformat(message["created_at"]).astimezone(zone)
    day = formats.date_format(at, "DATE_FORMAT")
    own, ai = message["author"]["kind"] == AuthorKind.CUSTOMER, message["ai"]
    below = []
    if message["sources"]:
        below.append(say(words.SOURCES, language, names=_names(source["title"] for source in message["sources"])))
    if message["attachments"]:
        below.append(say(words.FILES, language, names=_names(file["name"] for file in message["attachments"])))
    return Line(
        text=message["text"],
        html=message["html"],
        who=say(words.YOU, language) if own else _assistant(language) if ai else message["author"]["name"],
        at=f"{at:%H:%M}",
        day="" if day == before else day,
        below=tuple(below),
        ai=ai,
        own=own,
    )


def _names(names: Iterator[str]) -> str:
    return ", ".join(dict.fromkeys(names))


def _as_text(line: Line) -> str:
    if not line.who:
        return f"— {line.text}"
    head = f"{line.who}, {line.at}:"
    return "\n".join([*([f"{line.day}\n"] if line.day else []), head, *filter(None, [line.text, *line.below])])


def _assistant(language: str) -> str:
    """Such as "Lumi (AI)"."""
    return f"{current.tenant().assistant_name or say(words.ASSISTANT, language)} ({say(words.AI, language)})"
