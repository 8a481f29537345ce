"""The archive of a big company, written by COPY: conversations, messages, notes, customers, orders, tags."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

import numpy as np
from django.db.models import Model
from psycopg import sql
from psycopg.types.json import Jsonb

from agents.models import Agent, Team
from assistant.models import Order
from conversations.models import AuthorKind, Conversation, Customer, Holder, Message, Note, Priority, Status
from tenants import owner
from tenants.current import connection

DAYS = 540
AT_ONCE = 10_000  # conversations whose messages are written by one statement
WORDS = 20_000  # in the company's language, of which the frequent ones are very frequent
KNOWN = [
    "the",
    "my",
    "is",
    "it",
    "to",
    "and",
    "a",
    "for",
    "you",
    "please",
    "parcel",
    "order",
    "have",
    "not",
    "when",
    "will",
    "refund",
    "can",
    "bicycle",
    "delivery",
    "thank",
    "yes",
    "invoice",
    "address",
    "return",
    "wheel",
    "date",
    "label",
    "helmet",
    "size",
    "colour",
    "brake",
    "chain",
    "saddle",
    "broken",
    "wrong",
    "late",
    "missing",
    "payment",
    "card",
    "customs",
    "voucher",
    "warranty",
    "puncture",
    "basket",
    "gearbox",
    "mudguard",
    "derailleur",
    "speedometer",
    "xylophone",
]
TAGS = [f"topic {number}" for number in range(60)]
LANGUAGES = ("en", "en", "en", "de", "fr", "es")
NAMES = ("Maya", "Jonas", "Aiko", "Carla", "Peter", "Noor", "Ines", "Tom", "Greta", "Samir", "Lucia", "Piet")
SYLLABLES = ("ba", "ko", "ri", "ten", "mal", "su", "ver", "lo", "ka", "nim", "do", "res", "pi", "gan", "tu", "el")
Values = Mapping[str, Any]


@dataclass(frozen=True)
class Size:
    """How much there is of each."""

    conversations: int = 100_000
    messages: int = 1_000_000
    waiting: int = 500
    open: int = 4_000
    days: int = DAYS


class Speech:
    """Sentences in which words are as rare as in a language: the n-th as frequent as 1 / n."""

    def __init__(self, seed: int) -> None:
        self.drawn = np.random.default_rng(seed)
        made = {*KNOWN}
        random = Random(seed)
        while len(made) < WORDS:
            made.add("".join(random.choices(SYLLABLES, k=random.choice((2, 3, 3, 4, 5)))))
        self.words = np.array([*KNOWN, *sorted(made - {*KNOWN})], dtype=object)
        weights = 1 / np.arange(1, len(self.words) + 1)
        self.weights = np.cumsum(weights / weights.sum())

    def texts(self, count: int) -> list[str]:
        """So many messages, of 3 to 40 words."""
        lengths = self.drawn.integers(3, 40, count)
        places = np.searchsorted(self.weights, self.drawn.random(int(lengths.sum())))
        said = self.words[np.minimum(places, len(self.words) - 1)]
        ends = np.cumsum(lengths)
        return [" ".join(said[end - length : end]) for end, length in zip(ends, lengths, strict=True)]


def id_at(moment: datetime, random: Random) -> uuid.UUID:
    """An id as it would have been made then."""
    milliseconds = int(moment.timestamp() * 1000)
    high = (milliseconds << 16) | 0x7000 | random.getrandbits(12)
    return uuid.UUID(int=(high << 64) | (0b10 << 62) | random.getrandbits(62))


def fill(size: Size, *, people: Sequence[Agent], teams: Sequence[Team], until: datetime) -> None:
    """Write the archive into the tenant entered; the newest conversations are those that are not over."""
    random, speech = Random(11), Speech(11)
    customers = [id_at(until - timedelta(days=DAYS), random) for _ in range(max(size.conversations // 3, 1))]
    copy(Customer, _customers(customers, random))
    copy(Order, _orders(len(customers) // 2, random, until))
    talks = list(_conversations(size, customers, people=people, teams=teams, random=random, until=until))
    copy(Conversation, talks)
    each = size.messages // size.conversations
    for first in range(0, len(talks), AT_ONCE):
        part = talks[first : first + AT_ONCE]
        copy(Message, _messages(part, each, people=people, random=random, speech=speech))
        copy(Note, _notes(part, people=people, random=random, speech=speech))
    with owner.connected() as line:  # others may not look at its tables' statistics
        line.execute("ANALYZE")


def copy(model: type[Model], rows: Iterable[Values]) -> None:
    """Write rows, each with what differs from the model's defaults, by COPY."""
    columns = [field.column for field in model._meta.concrete_fields]
    usual = {field.column: _plain(field.get_default()) for field in model._meta.concrete_fields}
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(model._meta.db_table), names)
    with connection.cursor() as cursor, cursor.cursor.copy(statement) as writing:
        for row in rows:
            whole = {**usual, **row}
            writing.write_row([whole[column] for column in columns])


def _plain(value: Any) -> Any:
    return Jsonb(value) if isinstance(value, dict) else value


def _customers(ids: Sequence[uuid.UUID], random: Random) -> Iterator[Values]:
    for number, one in enumerate(ids):
        name = f"{random.choice(NAMES)} {''.join(random.choices(SYLLABLES, k=3)).title()}"
        yield {"id": one, "name": name, "email": f"customer{number}@example.org"}


def _orders(count: int, random: Random, until: datetime) -> Iterator[Values]:
    for number in range(count):
        placed = until - timedelta(days=random.random() * DAYS)
        yield {
            "id": id_at(placed, random),
            "number": f"BT-{100_000 + number}",
            "email": f"customer{number}@example.org",
            "state": "delivered",
            "placed_at": placed,
            "total": 50,
            "currency": "EUR",
        }


def _conversations(
    size: Size,
    customers: Sequence[uuid.UUID],
    *,
    people: Sequence[Agent],
    teams: Sequence[Team],
    random: Random,
    until: datetime,
) -> Iterator[dict[str, Any]]:
    step = timedelta(days=size.days) / size.conversations
    agents, squads = [_uuid(one) for one in people], [_uuid(one) for one in teams]
    each = size.messages // size.conversations
    for place in range(size.conversations):
        began = until - step * (size.conversations - place)
        ended = min(began + timedelta(hours=random.random() * 24), until)
        left = size.conversations - place
        row = {
            "id": id_at(began, random),
            "customer_id": random.choice(customers),
            "language": random.choice(LANGUAGES),
            "channel": random.choice(("widget", "widget", "email")),
            "tags": sorted({TAGS[int(min(random.paretovariate(0.6), 60)) - 1] for _ in range(random.randrange(3))}),
            "tags_refused": [],
            "seq": each,
            "last_customer_seq": each - 1,
            "last_kind": AuthorKind.CUSTOMER.value,
            "last_author": "Customer",
            "last_text": "Where is it now, please?",
            "last_at": ended,
            "held_since": began,
            "created_at": began,
            "updated_at": ended,
            "priority": random.choice((*[Priority.NORMAL.value] * 8, Priority.HIGH.value, Priority.URGENT.value)),
        }
        yield row | _standing(left, size, agents=agents, teams=squads, random=random, at=ended)


def _standing(
    left: int, size: Size, *, agents: Sequence[uuid.UUID], teams: Sequence[uuid.UUID], random: Random, at: datetime
) -> dict[str, Any]:
    """Who holds it: the last ones wait, those before them are open, snoozed or with the assistant; the rest is over."""
    if left > size.open:
        return {"status": Status.RESOLVED.value, "held_because": "resolved"}
    due, team = {"due_at": at + timedelta(days=30)}, random.choice(teams)
    if left <= size.waiting:
        return due | {"holder": Holder.QUEUE.value, "waiting_since": at, "team_id": team, "trigger": "anger"}
    if random.random() < 0.4:
        return due
    held = due | {"holder": Holder.AGENT.value, "agent_id": random.choice(agents), "team_id": team}
    if random.random() < 0.2:
        held |= {"status": Status.SNOOZED.value, "snoozed_until": at + timedelta(days=3)}
    return held


def _messages(
    talks: Sequence[Values], each: int, *, people: Sequence[Agent], random: Random, speech: Speech
) -> Iterator[Values]:
    agents = [_uuid(one) for one in people]
    for talk in talks:
        at, said = talk["created_at"], speech.texts(each)
        for seq, text in enumerate(said, start=1):
            at += timedelta(seconds=random.random() * 600)
            by_agent = seq % 2 == 0 and seq > 2
            kind = AuthorKind.CUSTOMER if seq % 2 else AuthorKind.AGENT if by_agent else AuthorKind.ASSISTANT
            yield {
                "id": id_at(at, random),
                "conversation_id": talk["id"],
                "seq": seq,
                "author_kind": kind.value,
                "agent_id": random.choice(agents) if by_agent else None,
                "text": text,
                "sources": Jsonb([]),
                "created_at": at,
            }


def _notes(talks: Sequence[Values], *, people: Sequence[Agent], random: Random, speech: Speech) -> Iterator[Values]:
    agents = [_uuid(one) for one in people]
    for talk in talks[::2]:
        yield {
            "id": id_at(talk["updated_at"], random),
            "conversation_id": talk["id"],
            "author_id": random.choice(agents),
            "text": speech.texts(1)[0],
            "client_id": uuid.UUID(int=random.getrandbits(128)),
            "created_at": talk["updated_at"],
        }


def _uuid(row: Agent | Team) -> uuid.UUID:
    found = row._meta.pk.get_prep_value(row.pk)
    assert isinstance(found, uuid.UUID)
    return found
