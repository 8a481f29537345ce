"""The mail to a customer: what was said since they last looked, their own last words below, threaded by its headers."""

from collections.abc import Sequence
from dataclasses import dataclass
from email.utils import formataddr
from zoneinfo import ZoneInfo

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from assistant.skills import saying
from conversations import rendering
from conversations.models import AuthorKind, Conversation, Kind, Message, SentMail
from conversations.outbound import addresses, mail, phrases
from conversations.words import say
from tenants import current

MOST_REFERENCES = 20
LONGEST_SUBJECT = 70  # letters of the customer's words
LONGEST_QUOTE = 1500


@dataclass(frozen=True)
class Said:
    """One message as the mail shows it: who, as text and as safe HTML, and what belongs below."""

    who: str
    text: str
    html: str
    below: tuple[str, ...]
    ai: bool


def compose(sent: SentMail) -> EmailMultiAlternatives:
    """The mail as it leaves; needs the conversation with its customer loaded, and the tenant entered."""
    conversation = sent.conversation
    entries = spoken(conversation, after=sent.from_seq - 1, up_to=sent.to_seq)
    said = [_said(conversation, entry) for entry in entries]
    quote = _last_words(conversation, before=sent.to_seq)
    foot = _foot(conversation, said)
    reply_to = addresses.reply_to(str(conversation.id))
    message = EmailMultiAlternatives(
        subject=sent.subject,
        body=_as_text(conversation, said, quote, foot),
        from_email=reply_to,  # of the envelope, so that a bounce finds the conversation
        to=[one_line(sent.to)],
        reply_to=[reply_to],
        headers=_headers(sent, entries),
    )
    message.attach_alternative(_as_html(conversation, said, quote, foot), "text/html")
    return message


def spoken(conversation: Conversation, *, after: int, up_to: int) -> list[Message]:
    """What assistant and agents said to the customer in that part of the log, in order."""
    texts = conversation.messages.filter(mail.SAID)
    return list(texts.filter(seq__gt=after, seq__lte=up_to).select_related("agent").order_by("seq"))


def subject(conversation: Conversation) -> str:
    """`Re:` and the conversation's subject, or the customer's first words where it has none."""
    about = one_line(conversation.subject) or _first_words(conversation)
    return f"Re: {about or say(phrases.NO_SUBJECT, conversation.language)}"


def one_line(text: str) -> str:
    """The text without line breaks and control characters, so that it can stand in a header."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def _first_words(conversation: Conversation) -> str:
    written = conversation.messages.filter(kind=Kind.TEXT, author_kind=AuthorKind.CUSTOMER).order_by("seq")
    words = one_line(written.values_list("text", flat=True).first() or "")
    if len(words) <= LONGEST_SUBJECT:
        return words
    return words[:LONGEST_SUBJECT].rsplit(" ", 1)[0] + " …"


def _last_words(conversation: Conversation, *, before: int) -> Message | None:
    """What the customer wrote last, never anybody else's words."""
    written = conversation.messages.filter(kind=Kind.TEXT, author_kind=AuthorKind.CUSTOMER, seq__lt=before)
    return written.order_by("-seq").first()


def _said(conversation: Conversation, entry: Message) -> Said:
    company, language = current.tenant().name, conversation.language
    below = []
    if entry.sources:
        titles = ", ".join(str(source["title"]) for source in entry.sources)
        below.append(say(phrases.SOURCE, language, titles=titles))
    if files := entry.data.get("attachments"):
        below.append(say(phrases.FILES, language, names=", ".join(str(file["name"]) for file in files)))
    ai = entry.author_kind != AuthorKind.AGENT  # news of what a skill did are its words too
    person = entry.agent.first_name if entry.agent is not None else ""
    return Said(
        who=_assistant(language) if ai else say(phrases.FROM_PERSON, language, name=person, company=company),
        text=entry.text,
        html=rendering.html(entry.text, author_kind=AuthorKind.ASSISTANT if ai else entry.author_kind),
        below=tuple(below),
        ai=ai,
    )


def _assistant(language: str) -> str:
    """Such as "Lumi, AI assistant of Larkfield Cycles"."""
    company = current.tenant()
    what = say(phrases.FROM_ASSISTANT, language, company=company.name)
    return f"{company.assistant_name}, {what}" if company.assistant_name else what


def _foot(conversation: Conversation, said: Sequence[Said]) -> list[str]:
    lines = [say(phrases.BY_AI, conversation.language)] if any(one.ai for one in said) else []
    return [*lines, say(phrases.JUST_REPLY, conversation.language)]


def _quote_intro(conversation: Conversation, quote: Message) -> str:
    language = conversation.language
    at = saying.moment(quote.created_at, ZoneInfo(current.tenant().time_zone), language)
    return say(phrases.YOU_WROTE, language, at=at)


def _as_text(conversation: Conversation, said: Sequence[Said], quote: Message | None, foot: Sequence[str]) -> str:
    parts = ["\n\n".join([f"{one.who}:", one.text, *one.below]) for one in said]
    parts.append("\n".join(foot))
    if quote is not None:
        quoted = "\n".join(f"> {line}" for line in quote.text[:LONGEST_QUOTE].splitlines())
        parts.append(f"{_quote_intro(conversation, quote)}\n{quoted}")
    return "\n\n".join(parts) + "\n"


def _as_html(conversation: Conversation, said: Sequence[Said], quote: Message | None, foot: Sequence[str]) -> str:
    context = {
        "language": conversation.language,
        "accent": current.tenant().accent,
        "said": said,
        "foot": foot,
        "quote_intro": "" if quote is None else _quote_intro(conversation, quote),
        "quote": "" if quote is None else rendering.html(quote.text[:LONGEST_QUOTE], author_kind=AuthorKind.CUSTOMER),
    }
    return render_to_string("conversations/mail.html", context)


def _headers(sent: SentMail, entries: Sequence[Message]) -> dict[str, str]:
    """Who writes, which thread, and the mark of a machine where no person wrote."""
    by_people = [entry for entry in entries if entry.author_kind == AuthorKind.AGENT]
    speaker = _said(sent.conversation, (by_people or list(entries))[-1]).who
    headers = {"From": formataddr((one_line(speaker), addresses.sender())), "Message-ID": sent.message_id}
    if earlier := _references(sent):
        headers |= {"In-Reply-To": earlier[-1], "References": " ".join(earlier)}
    if not by_people:
        headers |= {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}
    if len(by_people) < len(entries):
        headers["X-Written-By-AI"] = "yes" if not by_people else "in part"
    return headers


def _references(sent: SentMail) -> list[str]:
    """The ids of the conversation's earlier mails, oldest first; of a long thread the first and the newest."""
    conversation = sent.conversation
    went = conversation.sent_mails.filter(to_seq__lt=sent.from_seq).values_list("created_at", "message_id")
    came = conversation.received_mails.filter(received_at__lt=sent.created_at).values_list("received_at", "message_id")
    found = [message_id for _at, message_id in sorted([*went, *came])]
    return found if len(found) <= MOST_REFERENCES else [found[0], *found[1 - MOST_REFERENCES :]]
