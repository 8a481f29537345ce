"""Reads a mail as it came over the wire, however broken, into the few things that a conversation needs of it."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import Message as Mime
from email.utils import getaddresses
from typing import Any

from conversations.inbound import automatic, hypertext
from tenants.errors import ParameterError

LONGEST_ID = 200
LONGEST_HEADER = 4000
LONGEST_TEXT = 1_000_000  # letters that are read; nobody types as many
RECIPIENTS = ("to", "cc", "delivered-to", "x-original-to", "envelope-to")
AN_ID = re.compile(r"<[^<>\s]{1,198}>")
AN_ADDRESS = re.compile(r"[^@\s\"(),:;<>\[\\\]]{1,64}@[^@\s\"(),:;<>\[\\\]]{1,189}")


@dataclass(frozen=True)
class File:
    """A file that came with a mail."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Mail:
    """A mail as far as it matters: ids in angle brackets, addresses in lower case, text with all that it quotes."""

    message_id: str
    sender: str
    sender_name: str
    recipients: tuple[str, ...]
    references: tuple[str, ...]
    subject: str
    text: str
    files: tuple[File, ...]
    is_automatic: bool


def parse(raw: bytes) -> Mail:
    """The mail in these bytes (RFC 5322); ParameterError when it has no sender or is nested beyond all reason."""
    try:
        mime = message_from_bytes(raw, policy=policy.compat32)  # the newer policies give up on some broken headers
        texts, files = _parts(mime)
    except RecursionError:
        raise ParameterError("body: the mail is nested too deeply.", param="body") from None
    addresses = _addresses(mime, "from") or _addresses(mime, "sender")
    if not addresses:
        raise ParameterError("body: the mail names no sender.", param="from")
    name, sender = addresses[0]
    text = clean("\n\n".join(part for part in texts if part.strip())).strip("\n")
    references = AN_ID.findall(" ".join([header(mime, "references"), header(mime, "in-reply-to")]))
    return Mail(
        message_id=_message_id(mime, sender, text),
        sender=sender,
        sender_name=name,
        recipients=tuple(address for field in RECIPIENTS for _name, address in _addresses(mime, field)),
        references=tuple(dict.fromkeys(references)),
        subject=header(mime, "subject"),
        text=text,
        files=tuple(files),
        is_automatic=automatic.is_automatic(mime),
    )


def header(mime: Mime, name: str) -> str:
    """The first header of that name in one line, decoded as well as can be; empty when there is none."""
    return _decoded(mime.get(name, ""))


def clean(text: str) -> str:
    """The text as the database can keep it: no NUL, no half of a surrogate pair, line ends of one kind."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")


def _decoded(value: Any) -> str:
    raw = str(value)[:LONGEST_HEADER]
    try:
        text = str(make_header(decode_header(raw)))
    except (LookupError, ValueError):  # an unknown charset, or base64 that is none
        text = raw
    return " ".join(clean(text).split())


def _addresses(mime: Mime, field: str) -> list[tuple[str, str]]:
    """Names and addresses of all headers of that name; what is no address is left out."""
    values = [str(value)[:LONGEST_HEADER] for value in mime.get_all(field, [])]
    found = [(name, address) for name, address in getaddresses(values) if AN_ADDRESS.fullmatch(address)]
    if not found:  # not by the book; an address that can be seen in it will do
        found = [("", address) for value in values for address in AN_ADDRESS.findall(value)]
    return [(_decoded(name), address.lower()) for name, address in found]


def _message_id(mime: Mime, sender: str, text: str) -> str:
    """The mail's own id; without a usable one, one made of what stays the same when it is delivered again."""
    given = AN_ID.search(str(mime.get("message-id", ""))[:LONGEST_HEADER])
    if given is not None and len(given[0]) <= LONGEST_ID and given[0].isascii():
        return given[0]
    told = "\0".join([sender, header(mime, "to"), header(mime, "date"), header(mime, "subject"), text])
    return f"<{hashlib.sha256(told.encode()).hexdigest()}@without-id.invalid>"


def _parts(mime: Mime) -> tuple[list[str], list[File]]:
    """The texts to read, and the files that came along."""
    plain, html, files = [], [], []
    for part in _leaves(mime):
        name = _decoded(part.get_filename("") or "")
        kind = "text/plain" if part.get_content_maintype() == "multipart" else part.get_content_type()
        if name or part.get_content_disposition() == "attachment" or kind not in {"text/plain", "text/html"}:
            files.append(File(name or f"{kind.replace('/', '.')}", _content(part)))
        elif kind == "text/plain":
            plain.append(_plain(part))
        else:
            html.append(hypertext.text(_text(part)))
    return (plain if any(text.strip() for text in plain) else html), files


def _leaves(mime: Mime) -> Iterator[Mime]:
    """The parts that hold something, in order; a mail inside the mail is a file."""
    if mime.get_content_type() == "message/rfc822" or not mime.is_multipart():
        yield mime
        return
    for part in mime.get_payload():
        if isinstance(part, Mime):
            yield from _leaves(part)


def _content(part: Mime) -> bytes:
    if part.is_multipart():
        return b"\n\n".join(inner.as_bytes() for inner in part.get_payload() if isinstance(inner, Mime))
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _text(part: Mime) -> str:
    """The part's text in the charset that it claims, or else in the likeliest."""
    content = _content(part)[: 4 * LONGEST_TEXT]
    claimed = str(part.get_content_charset("utf-8"))
    for charset in (claimed, "utf-8"):
        try:
            return content.decode(charset)[:LONGEST_TEXT]
        except (LookupError, ValueError):
            continue
    return content.decode("cp1252", "replace")[:LONGEST_TEXT]


def _plain(part: Mime) -> str:
    text = clean(_text(part))
    return _unfolded(text) if part.get_param("format") == "flowed" else text


def _unfolded(text: str) -> str:
    """Lines that a mail program broke, whole again (RFC 3676): those before the break end with a space."""
    lines: list[str] = []
    joins = False
    for line in text.split("\n"):
        own = line.removeprefix(" ") if not line.startswith(">") else line
        if joins and not own.startswith(">"):
            lines[-1] += own
        else:
            lines.append(own)
        joins = own.endswith(" ") and own != "-- " and not own.startswith(">")
    return "\n".join(lines)
