"""What a mail becomes: a message of its new words, its files as uploads, and a note of what had no room."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.files.uploadedfile import SimpleUploadedFile

from conversations.attachments import claiming, uploads
from conversations.inbound import quotes
from conversations.inbound.parsing import File, Mail
from conversations.models import Customer
from conversations.receive import LONGEST_BYTES
from tenants.errors import ParameterError, RateLimitedError

REPLY_MARKS = re.compile(r"^(?:(?:re|aw|antw|antwort|rép|rif|res|fw|fwd|wg|tr|rv|enc|i|doorst)\s?:\s*)+", re.IGNORECASE)
LONGEST_SUBJECT = 200
LONGEST_TOLD = 20_000  # letters of a mail in a note
WHOLE = "whole mail.txt"
CUT = " …"
NOT_KEPT = "These files of the mail could not be kept:"
TOO_MANY_FILES = f"more than {claiming.MOST} files"


@dataclass(frozen=True)
class Letter:
    """A mail as a message: its words, the ids of its uploads, what it is about, and what the desk should know."""

    text: str
    files: tuple[str, ...]
    subject: str
    left_out: str


def of(mail: Mail, customer: Customer, *, begins: bool) -> Letter:
    """The mail as a message of the customer, its files uploaded; outside of transactions, since pictures take time.

    Words that are too many for one message stay whole in a file beside it. ParameterError for a mail that says nothing.
    """
    text = words(mail, begins=begins)
    files = list(mail.files)
    whole: File | None = None
    if len(text.encode()) > LONGEST_BYTES:
        whole = File(WHOLE, _printable(text).encode())
        files.insert(0, whole)
        text = _first_part(text)
    if not text and not files:
        raise ParameterError("body: the mail says nothing.", param="body")
    kept, refused = _uploaded(files, customer)
    left_out = ["\n".join([NOT_KEPT, *(f"- {file.name}: {why}" for file, why in refused)])] if refused else []
    left_out += [file.content.decode() for file, _why in refused if file is whole]
    return Letter(
        text=text or subject(mail) or ", ".join(file.name for file in files),
        files=tuple(kept),
        subject=subject(mail),
        left_out="\n\n".join(left_out),
    )


def words(mail: Mail, *, begins: bool) -> str:
    """What the mail says anew; with its subject above where it begins a conversation, unless the words hold it."""
    said = quotes.new_words(mail.text)
    about = subject(mail)
    if not said:
        return about
    return f"{about}\n\n{said}" if begins and about and about.lower() not in said.lower() else said


def subject(mail: Mail) -> str:
    """What the mail is about, without "Re:" and its like in other languages."""
    return REPLY_MARKS.sub("", mail.subject).strip()[:LONGEST_SUBJECT]


def told(mail: Mail, reason: str) -> str:
    """The mail as a note: why it is one, then its words quoted, then the names of its files."""
    quoted = [f"> {line}" for line in [mail.subject, "", *quotes.new_words(mail.text)[:LONGEST_TOLD].split("\n")]]
    names = [NOT_KEPT, *(f"- {file.name}" for file in mail.files)] if mail.files else []
    return "\n".join([reason, "", *quoted, "", *names]).strip()


def _printable(text: str) -> str:
    """The text without control characters, of which no text file consists."""
    return "".join(letter for letter in text if letter in "\n\t" or letter.isprintable())


def _first_part(text: str) -> str:
    """As much as fits into one message, cut between two words where there is one."""
    part = text.encode()[: LONGEST_BYTES - len(CUT.encode())].decode(errors="ignore")
    whole, space, rest = part.rpartition(" ")
    return (whole if space and len(rest) < 100 else part).rstrip() + CUT


def _uploaded(files: Sequence[File], customer: Customer) -> tuple[list[str], list[tuple[File, str]]]:
    """The ids of the files that were kept, and those that were not, each with the reason."""
    kept: list[str] = []
    refused: list[tuple[File, str]] = []
    for file in files:
        if len(kept) == claiming.MOST:
            refused.append((file, TOO_MANY_FILES))
            continue
        try:
            kept.append(str(uploads.of_customer(customer, SimpleUploadedFile(file.name, file.content)).id))
        except (ParameterError, RateLimitedError, uploads.TooLargeError) as error:
            refused.append((file, error.message))
    return kept, refused
