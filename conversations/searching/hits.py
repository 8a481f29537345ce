"""What was said and noted, found by words: the newest first, and no more than can be weighed.

A frequent word stands in a sixth of all messages. So the newest stretch of the log is looked through first, and what is
older only while that gave too little. Ids are made of moments, so the primary key bounds the stretch.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from conversations.models import Conversation, Message, Note
from conversations.searching.wanted import Wanted
from tenants.current import connection

MOST = 500  # of messages, and of notes
STRETCHES = (timedelta(days=30), timedelta(days=180), None)
WORDS = "to_tsvector('simple'::regconfig, COALESCE({table}.text, ''))"  # as the indexes have it
HALF_LIFE = 90  # days after which the same words are worth half as much
HITS = """
WITH found AS MATERIALIZED (
    SELECT it.id FROM {table} AS it
    WHERE {words} @@ %(wide)s::tsquery {kind} {since} {within}),
newest AS (SELECT id FROM found ORDER BY id DESC LIMIT %(most)s)
SELECT it.conversation_id, it.id, {seq}, it.created_at,
       (0.2 + ts_rank({words}, %(exact)s::tsquery) + 0.5 * ts_rank({words}, %(wide)s::tsquery))
       / (1 + extract(epoch FROM %(now)s - it.created_at) / %(half_life)s)
FROM newest JOIN {table} AS it ON it.id = newest.id
"""
SINCE = "AND it.id >= %(since)s"
SCORE_OF_NAMES = 0.6


@dataclass(frozen=True)
class Hit:
    """Where a conversation has the words: in which message or note, and how much that weighs."""

    conversation_id: uuid.UUID
    score: float
    where: str  # message, note, customer, order, tag, subject
    entry_id: uuid.UUID | None = None
    seq: int | None = None


def said(wanted: Wanted, *, base: QuerySet[Conversation] | None, most: int = MOST) -> list[Hit]:
    """In messages; `base` bounds the conversations, None means all."""
    return _newest(Message, "AND it.kind = 'text'", wanted, base=base, most=most)


def noted(wanted: Wanted, *, base: QuerySet[Conversation] | None, most: int = MOST) -> list[Hit]:
    """In private notes."""
    return _newest(Note, "", wanted, base=base, most=most)


def _newest(
    model: type[Message] | type[Note], kind: str, wanted: Wanted, *, base: QuerySet[Conversation] | None, most: int
) -> list[Hit]:
    found: list[Hit] = []
    for stretch in STRETCHES if model is Message else (None,):
        found = _within(model, kind, wanted, base=base, most=most, stretch=stretch)
        if len(found) >= most:
            break
    return found


def _within(
    model: type[Message] | type[Note],
    kind: str,
    wanted: Wanted,
    *,
    base: QuerySet[Conversation] | None,
    most: int,
    stretch: timedelta | None,
) -> list[Hit]:
    now = timezone.now()
    bounds, bound_values = _bounds(base)
    statement = HITS.format(
        table=model._meta.db_table,
        words=WORDS.format(table="it"),
        kind=kind,
        since=SINCE if stretch else "",
        within=bounds,
        seq="it.seq" if model is Message else "NULL",
    )
    values: dict[str, Any] = {
        "wide": wanted.wide,
        "exact": wanted.exact,
        "most": most,
        "now": now,
        "half_life": HALF_LIFE * 86_400,
        "since": first_id(now - stretch) if stretch else None,
        **bound_values,
    }
    where = "message" if model is Message else "note"
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return [Hit(talk, float(score), where, entry, seq) for talk, entry, seq, _, score in cursor.fetchall()]


def _bounds(base: QuerySet[Conversation] | None) -> tuple[str, dict[str, Any]]:
    """The condition that keeps hits within the conversations, with its values by name."""
    if base is None:
        return "", {}
    asked, values = base.order_by().values("pk").query.sql_with_params()
    names = [f"bound{number}" for number in range(len(values))]
    named = asked % tuple(f"%({name})s" for name in names)
    return f"AND it.conversation_id IN ({named})", dict(zip(names, values, strict=True))


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
