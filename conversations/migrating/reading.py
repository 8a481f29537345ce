"""Reads the next entries of a file and writes down what each would do; an odd one is told and stops no other."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from conversations.migrating import chatwoot, intercom, listed, matching
from conversations.migrating.found import Contact, Found, OddError, Talk
from conversations.migrating.matching import Known
from conversations.migrating.values import Entry
from conversations.models import (
    BroughtAction,
    BroughtKind,
    Channel,
    Conversation,
    Migration,
    MigrationItem,
    MigrationSource,
)
from tenants import current

READERS: Mapping[MigrationSource, Callable[[Entry], Found]] = {
    MigrationSource.CHATWOOT: chatwoot.read,
    MigrationSource.INTERCOM: intercom.read,
    MigrationSource.CUSTOMERS: listed.read,
}
ENTRIES_AT_ONCE = 100
LETTERS_AT_ONCE = 1_000_000
NO_OBJECT = "This is no object."
TOO_DEEP = "It is nested too deep."


@dataclass(frozen=True)
class Part:
    """An entry of the file: what it holds, or what is wrong with it."""

    place: int
    found: Found | None = None
    problem: str = ""


def read_some(row: Migration) -> None:
    """Read on from where the last step ended; the row is held and saved by the caller. At most eight queries."""
    parts = _next(row)
    writer = _Writer(row, [part.found for part in parts if part.found is not None])
    for part in parts:
        match part.found:
            case Contact() as contact:
                writer.contact(contact, part.place, alone=True)
            case Talk() as talk:
                writer.contact(talk.contact, part.place, alone=False)
                writer.talk(talk, part.place)
            case None:
                writer.problem(part.place, part.problem)
    MigrationItem.objects.bulk_create(writer.items)
    row.done += len(parts)


def _next(row: Migration) -> list[Part]:
    """The next entries, as many as fit into one step; the file's text goes with the last of them."""
    reader = READERS[MigrationSource(row.source)]
    parts: list[Part] = []
    at, begun = row.position, row.position
    while at < len(row.text) and len(parts) < ENTRIES_AT_ONCE and at - begun < LETTERS_AT_ONCE:
        end = row.text.index("\n", at)
        parts.append(_read(reader, row.text[at:end]))
        at = end + 1
    row.position = at
    if at >= len(row.text):
        row.text, row.position = "", 0
    return parts


def _read(reader: Callable[[Entry], Found], line: str) -> Part:
    place, entry = json.loads(line)
    if not isinstance(entry, dict):
        return Part(place, problem=NO_OBJECT)
    try:
        return Part(place, reader(entry))
    except OddError as error:
        return Part(place, problem=str(error)[:300])
    except RecursionError:
        return Part(place, problem=TOO_DEEP)


class _Writer:
    """Items of one step, each customer and each conversation once in a migration."""

    def __init__(self, row: Migration, found: Sequence[Found]) -> None:
        self.items: list[MigrationItem] = []
        self._row = row
        self._number = row.items.count()
        contacts = [one.contact if isinstance(one, Talk) else one for one in found]
        talks = [one.key for one in found if isinstance(one, Talk)]
        self._known: Known = matching.known(contacts)
        keys = [*(one.key for one in contacts), *talks]
        before = row.items.filter(key__in=keys).values_list("kind", "key", "place")
        self._there = {(kind, key): place for kind, key, place in before}
        emails = [one.email for one in contacts if one.email]
        self._emails = set(
            row.items.filter(kind=BroughtKind.CUSTOMER, email__in=emails).values_list("email", flat=True)
        )
        brought = Conversation.objects.filter(channel=Channel.IMPORT, channel_ref__in=talks)
        self._brought = dict(brought.values_list("channel_ref", "id"))
        days = current.tenant().retention_days
        self._days, self._since = days, None if days is None else timezone.now() - timedelta(days=days)

    def contact(self, contact: Contact, place: int, *, alone: bool) -> None:
        """A customer; `alone` where the file tells them as such, and not along with a conversation."""
        first = self._there.get((BroughtKind.CUSTOMER, contact.key))
        if first is not None:
            if alone:
                self.problem(place, f"The same customer stands at place {first} already.", contact)
            return
        action, customer = self._known.of(contact)
        if action == BroughtAction.NEW and contact.email in self._emails:
            action = BroughtAction.MERGED
        self._emails |= {contact.email} - {""}
        fields = {"name": contact.name, "email": contact.email, "content": asdict(contact), "customer": customer}
        self._add(place, BroughtKind.CUSTOMER, contact.key, action, **fields)

    def talk(self, talk: Talk, place: int) -> None:
        """A conversation."""
        first = self._there.get((BroughtKind.CONVERSATION, talk.key))
        if first is not None:
            self.problem(place, f"The same conversation stands at place {first} already.", talk.contact)
            return
        if self._since is not None and talk.lines[-1].at < self._since:
            told = f"It is older than the {self._days} days for which you keep conversations."
            self.problem(place, told, talk.contact)
            return
        known = self._brought.get(talk.key)
        action = BroughtAction.NEW if known is None else BroughtAction.KNOWN
        said, noted = talk.said, talk.noted
        fields: dict[str, Any] = {
            "name": talk.subject or " ".join(said[0].text.split())[:160],
            "messages": len(said),
            "notes": len(noted),
            "content": talk.to_json() if known is None else {},
            "conversation_id": known,
        }
        self._add(place, BroughtKind.CONVERSATION, talk.key, action, **fields)

    def problem(self, place: int, told: str, contact: Contact | None = None) -> None:
        """An entry that is left out."""
        name = "" if contact is None else contact.name or contact.email
        kind = BroughtKind.CUSTOMER if self._row.source == MigrationSource.CUSTOMERS else BroughtKind.CONVERSATION
        self._add(place, kind, "", BroughtAction.PROBLEM, name=name, problem=told)

    def _add(self, place: int, kind: BroughtKind, key: str, action: BroughtAction, **fields: Any) -> None:
        self._number += 1
        self._there[(kind, key)] = place
        how = {"number": self._number, "place": place, "kind": kind, "key": key, "action": action}
        self.items.append(MigrationItem(migration=self._row, **how, **fields))
