"""Contacts and conversations of Intercom, as its API and its exports show them."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext

from conversations.migrating import plain
from conversations.migrating.found import By, Contact, Found, OddError
from conversations.migrating.talking import Told, check_count, talk
from conversations.migrating.values import (
    Entry,
    attributes_of,
    email_of,
    entries_of,
    entry_of,
    key_of,
    language_of,
    line_of,
    moment_of,
    text_of,
)

CUSTOMERS = {"user", "lead", "contact", "visitor"}


def read(entry: Entry) -> Found:
    """The contact, or the conversation, that the entry is. OddError."""
    if "conversation_parts" not in entry and "source" not in entry and entry.get("type") != "conversation":
        return contact(entry)
    key = key_of(entry.get("id"))
    if not key:
        raise OddError(gettext("It has no id."))
    source = entry_of(entry.get("source") or entry.get("conversation_message"))
    parts = list(entries_of(entry.get("conversation_parts"), "conversation_parts"))
    check_count(parts)
    began = moment_of(entry.get("created_at"))
    told = [line for one in (_first(source, began), *map(_part, parts)) for line in one]
    title = plain.of_html(text_of(entry.get("title")) or text_of(source.get("subject")))
    return talk(
        f"intercom:{key}",
        _whose(entry, [source, *parts], key=key),
        told,
        subject=line_of(title, 200),
        tags=[one.get("name") for one in entries_of(entry.get("tags"), "tags")],
        began=began,
    )


def contact(told: Entry) -> Contact:
    """A contact as Intercom shows it. OddError."""
    key = key_of(told.get("id"))
    if not key:
        raise OddError(gettext("It has no id."))
    return Contact(
        key=f"intercom:contact:{key}",
        external_id=line_of(told.get("external_id") or told.get("user_id"), 128),
        name=line_of(told.get("name"), 120),
        email=email_of(told.get("email")),
        language=language_of(told.get("language_override") or told.get("browser_locale") or told.get("language")),
        attributes=attributes_of(told.get("custom_attributes")),
    )


def _whose(entry: Entry, said: list[Entry], *, key: str) -> Contact:
    """The first customer of the conversation, with the name and the address under which they wrote in it."""
    named = list(entries_of(entry.get("contacts"), "contacts", "customers")) or [entry_of(entry.get("user"))]
    first = next((one for one in named if key_of(one.get("id"))), None)
    wrote = [one for one in (entry_of(one.get("author")) for one in said) if one.get("type") in CUSTOMERS]
    if first is None:
        first = next((one for one in wrote if key_of(one.get("id"))), None)
    if first is None:
        return Contact(key=f"intercom:nobody:{key}")
    as_author = next((one for one in wrote if key_of(one.get("id")) == key_of(first.get("id"))), {})
    return contact({**as_author, **{name: value for name, value in first.items() if value}})


def _first(source: Entry, began: datetime | None) -> Iterator[Told]:
    """What the conversation began with."""
    yield from _line(source, key=f"source:{key_of(source.get('id'))}", at=began, private=False)


def _part(part: Entry) -> Iterator[Told]:
    """What a part says; nothing for those that only tell of the conversation's course."""
    private = "note" in line_of(part.get("part_type"), 60).split("_")
    yield from _line(part, key=key_of(part.get("id")), at=moment_of(part.get("created_at")), private=private)


def _line(told: Entry, *, key: str, at: datetime | None, private: bool) -> Iterator[Told]:
    text = "" if told.get("redacted") is True else plain.of_html(text_of(told.get("body")))
    text = plain.with_files(text, entries_of(told.get("attachments"), "attachments"))
    if not text:
        return
    author = entry_of(told.get("author"))
    by = _by(author)
    name = "" if by == "customer" else line_of(author.get("name"), 120) or "Intercom"
    email = email_of(author.get("email")) if by == "agent" else ""
    fields = {"by": by, "text": text, "name": name, "email": email, "private": private}
    yield Told(key, at, fields)


def _by(author: Entry) -> By:
    kind = author.get("type")
    if isinstance(kind, str) and kind in CUSTOMERS:
        return "customer"
    is_machine = author.get("from_ai_agent") is True or author.get("is_ai_answer") is True
    return "agent" if kind == "admin" and not is_machine else "system"
