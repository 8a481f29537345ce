"""Conversations of Chatwoot, as its API shows them: in lists, alone, or with the answer of their messages' address."""

from collections.abc import Mapping

from django.utils.translation import gettext

from conversations.migrating import plain
from conversations.migrating.found import LONGEST_TEXT, By, Contact, Found, OddError
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

INCOMING, OUTGOING, ACTIVITY, TEMPLATE = "incoming", "outgoing", "activity", "template"
TYPES: Mapping[object, str] = {
    0: INCOMING,
    1: OUTGOING,
    2: ACTIVITY,
    3: TEMPLATE,
    **{name: name for name in (INCOMING, OUTGOING, ACTIVITY, TEMPLATE)},
}
PEOPLE = {"user", "agent", "User"}


def read(entry: Entry) -> Found:
    """The conversation, or the contact, that the entry is. OddError."""
    if "messages" not in entry and "payload" not in entry and ("email" in entry or "identifier" in entry):
        return contact(entry)
    meta = entry_of(entry.get("meta"))
    told = entry.get("messages") if "messages" in entry else entry.get("payload")
    messages = list(entries_of(told, "payload"))
    check_count(messages)
    key = key_of(entry.get("id")) or next((key for one in messages if (key := key_of(one.get("conversation_id")))), "")
    if not key:
        raise OddError(gettext("It has no id."))
    account = key_of(entry.get("account_id"))
    addresses = _addresses(meta, messages)
    lines = [line for one in messages if (line := _line(one, addresses)) is not None]
    labels = entry.get("labels") or meta.get("labels")
    return talk(
        f"chatwoot:{account}:{key}" if account else f"chatwoot:{key}",
        _whose(entry, meta, messages, account=account, key=key),
        lines,
        subject=line_of(entry_of(entry.get("additional_attributes")).get("mail_subject"), 200),
        tags=labels if isinstance(labels, list) else [],
        began=moment_of(entry.get("created_at")),
    )


def contact(told: Entry, *, account: str = "") -> Contact:
    """A contact as Chatwoot shows it. OddError."""
    key = key_of(told.get("id"))
    if not key:
        raise OddError(gettext("It has no id."))
    account = account or key_of(told.get("account_id"))
    more = entry_of(told.get("additional_attributes"))
    return Contact(
        key=f"chatwoot:{account}:contact:{key}" if account else f"chatwoot:contact:{key}",
        external_id=line_of(told.get("identifier"), 128),
        name=line_of(told.get("name"), 120),
        email=email_of(told.get("email")),
        language=language_of(more.get("browser_language") or more.get("language")),
        attributes=attributes_of(told.get("custom_attributes")),
    )


def _whose(entry: Entry, meta: Entry, messages: list[Entry], *, account: str, key: str) -> Contact:
    """The customer, from what the conversation says of them, else from what they wrote."""
    for told in (meta.get("sender"), meta.get("contact"), entry.get("contact")):
        if isinstance(told, dict) and key_of(told.get("id")):
            return contact(told, account=account)
    for one in messages:
        if TYPES.get(_plain(one.get("message_type"))) == INCOMING and key_of(entry_of(one.get("sender")).get("id")):
            return contact(entry_of(one["sender"]), account=account)
    return Contact(key=f"chatwoot:{account}:nobody:{key}")


def _addresses(meta: Entry, messages: list[Entry]) -> Mapping[str, str]:
    """The agents' addresses by their ids, as far as the conversation tells them."""
    people = [entry_of(meta.get("assignee")), *(entry_of(one.get("sender")) for one in messages)]
    told = ((key_of(one.get("id")), email_of(one.get("email"))) for one in people if one.get("type") != "contact")
    return {key: email for key, email in told if email}


def _line(told: Entry, addresses: Mapping[str, str]) -> Told | None:
    """A message; None for what Chatwoot itself wrote about the conversation's course, and for none at all."""
    kind = TYPES.get(_plain(told.get("message_type")))
    if kind is None or kind == ACTIVITY:
        return None
    text = plain.of_text(text_of(told.get("content"))[: LONGEST_TEXT * 2])
    text = plain.with_files(text, entries_of(told.get("attachments")))
    sender = entry_of(told.get("sender"))
    by = _by(kind, sender)
    name = "" if by == "customer" else line_of(sender.get("name"), 120) or "Chatwoot"
    email = addresses.get(key_of(sender.get("id")), "") if by == "agent" else ""
    line = {"by": by, "text": text, "name": name, "email": email, "private": told.get("private") is True}
    return Told(key_of(told.get("id")), moment_of(told.get("created_at")), line) if text else None


def _by(kind: str, sender: Entry) -> By:
    if kind == INCOMING:
        return "customer"
    return "agent" if kind == OUTGOING and (sender.get("type") or "user") in PEOPLE and sender else "system"


def _plain(value: object) -> object:
    """Something that a table may be asked for."""
    return value if isinstance(value, int | str) and not isinstance(value, bool) else None
