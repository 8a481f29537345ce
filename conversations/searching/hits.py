"""What was said and noted, found by words: the newest first, and no more than can be weighed.

A frequent word stands in a sixth of all messages. So the newest stretch of the log is looked through first, and what is
older only while that gave too little. Ids are made of moments, so the primary key bounds the stretch.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from conversations.models import Conversation, Message, Note
from conversations.searching.wanted import Wanted
from tenants import ids
from tenants.current import connection

MOST = 200  # of messages, and of notes
STRETCHES = (timedelta(days=30), timedelta(days=180), None)
WORDS = "to_tsvector('simple'::regconfig, COALESCE({table}.text, ''))"  # as the indexes have it
HALF_LIFE = 90 * 86_400  # seconds after which the same words are worth half as much
# The index alone answers `loose`; whether words follow each other takes reading the text, so only the newest are read.
HITS = """
WITH found AS MATERIALIZED (
    SELECT it.id, it.conversation_id FROM {table} AS it WHERE {words} @@ %(loose)s::tsquery {kind} {since})
SELECT id, (SELECT count(*) FROM found) FROM found {within} ORDER BY id DESC LIMIT %(most)s
"""
# What is newest is what statistics know least of: the planner would take a stretch for small and read all its texts.
BY_INDEX_ALONE = """
SELECT set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true),
       set_config('cpu_operator_cost', '0.25', true)
"""
WEIGHED = """
SELECT it.conversation_id, it.id, {seq},
       (0.2 + ts_rank(read.words, %(exact)s::tsquery) + 0.5 * ts_rank(read.words, %(wide)s::tsquery))
       / (1 + extract(epoch FROM %(now)s - it.created_at) / %(half_life)s)
FROM {table} AS it CROSS JOIN LATERAL (SELECT {words} AS words OFFSET 0) AS read
WHERE it.id = ANY(%(ids)s) AND read.words @@ %(wide)s::tsquery
"""
AS_BEFORE = "RESET enable_seqscan; RESET enable_indexscan; RESET cpu_operator_cost"
SINCE = "AND it.id >= %(since)s"
WITHIN = "WHERE conversation_id = ANY(%(within)s)"
MOST_READ = 400  # texts, where the index cannot tell
MOST_WITHIN = 5000  # conversations that a search is bounded to beforehand; of more, hits are left out afterwards
FREQUENT = 5_000  # hits in a stretch; words as frequent as that are not looked for in older ones
Entries = type[Message] | type[Note]


@dataclass(frozen=True)
class Hit:
    """Where a conversation has the words: in which message or note, and how much that weighs."""

    conversation_id: uuid.UUID
    score: float
    where: str  # message, note, customer, order, tag, subject
    entry_id: uuid.UUID | None = None
    seq: int | None = None


@dataclass(frozen=True)
class Bounds:
    """The conversations that hits may be in: these, or those of a query that are too many to name; None, None: all."""

    ids: tuple[uuid.UUID, ...] | None = None
    beyond: QuerySet[Conversation] | None = None

    @classmethod
    def of(cls, base: QuerySet[Conversation] | None) -> "Bounds":
        """The bounds that a query sets; one question."""
        if base is None:
            return cls()
        found = list(base.order_by().values_list("pk", flat=True)[: MOST_WITHIN + 1])
        if len(found) > MOST_WITHIN:
            return cls(beyond=base)
        return cls(tuple(ids.decode("conv", key) for key in found))

    def keep(self, hits: "list[Hit]") -> "list[Hit]":
        """Those within, where that could not be asked beforehand."""
        if self.beyond is None or not hits:
            return hits
        named = [ids.encode("conv", hit.conversation_id) for hit in hits]
        known = set(self.beyond.filter(pk__in=named).values_list("pk", flat=True))
        return [hit for hit, name in zip(hits, named, strict=True) if name in known]


def said(wanted: Wanted, *, bounds: Bounds, most: int = MOST) -> list[Hit]:
    """In messages."""
    return bounds.keep(_newest(Message, wanted, bounds=bounds, most=most))


def noted(wanted: Wanted, *, bounds: Bounds, most: int = MOST) -> list[Hit]:
    """In private notes."""
    return bounds.keep(_newest(Note, wanted, bounds=bounds, most=most))


def _newest(model: Entries, wanted: Wanted, *, bounds: Bounds, most: int) -> list[Hit]:
    if bounds.ids == ():
        return []
    several = wanted.needs_reading or bounds.beyond is not None
    limit, found = MOST_READ if several else most, list[uuid.UUID]()
    for stretch in STRETCHES if model is Message else (None,):
        found, there = _within(model, wanted, bounds=bounds, limit=limit, stretch=stretch)
        if len(found) >= limit or there > FREQUENT:
            break
    return _weighed(model, found, wanted)[:most]


def _within(
    model: Entries, wanted: Wanted, *, bounds: Bounds, limit: int, stretch: timedelta | None
) -> tuple[list[uuid.UUID], int]:
    """The newest entries, and in how many of the stretch the index has the words."""
    statement = HITS.format(
        table=model._meta.db_table,
        words=WORDS.format(table="it"),
        kind="AND it.kind = 'text'" if model is Message else "",
        since=SINCE if stretch else "",
        within=WITHIN if bounds.ids is not None else "",
    )
    values: dict[str, Any] = {
        "loose": wanted.loose,
        "most": limit,
        "since": first_id(timezone.now() - stretch) if stretch else None,
        "within": list(bounds.ids or ()),
    }
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(BY_INDEX_ALONE)
        cursor.execute(statement, values)
        rows = cursor.fetchall()
        cursor.execute(AS_BEFORE)
    return [key for key, _ in rows], rows[0][1] if rows else 0


def _weighed(model: Entries, found: Sequence[uuid.UUID], wanted: Wanted) -> list[Hit]:
    """What each entry weighs that really has the words, the newest first."""
    if not found:
        return []
    statement = WEIGHED.format(
        table=model._meta.db_table, words=WORDS.format(table="it"), seq="it.seq" if model is Message else "NULL"
    )
    values = {
        "exact": wanted.exact,
        "wide": wanted.wide,
        "now": timezone.now(),
        "half_life": HALF_LIFE,
        "ids": list(found),
    }
    where = "message" if model is Message else "note"
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        rows = cursor.fetchall()
    hits = [Hit(talk, float(score), where, entry, seq) for talk, entry, seq, score in rows]
    return sorted(hits, key=lambda hit: hit.entry_id.int if hit.entry_id else 0, reverse=True)


def first_id(moment: datetime) -> uuid.UUID:
    """The least id of a row made then or later."""
    return uuid.UUID(int=int(moment.timestamp() * 1000) << 80)


def best(hits: Sequence[Hit]) -> list[Hit]:
    """The best hit of each conversation, the best conversation first; more hits in one weigh a little more."""
    found: dict[uuid.UUID, Hit] = {}
    for hit in hits:
        known = found.get(hit.conversation_id)
        if known is None or hit.score > known.score:
            found[hit.conversation_id] = hit
    return sorted(found.values(), key=lambda hit: (-hit.score, hit.conversation_id.int))
