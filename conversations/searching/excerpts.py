"""The words around a hit, in parts of which those looked for are marked."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NotRequired, cast

from typing_extensions import TypedDict

from conversations import authors, wire
from conversations.models import Message, Note
from conversations.searching.hits import Hit
from conversations.searching.wanted import Wanted
from tenants import ids
from tenants.current import connection

BEGIN, END = "\ue000", "\ue001"  # for private use: they mean nothing in any text
OPTIONS = f"StartSel={BEGIN}, StopSel={END}, MaxWords=22, MinWords=10, ShortWord=0, MaxFragments=1"
HEADLINES = """
SELECT id, ts_headline('simple', translate(text, %(marks)s, ''), %(wide)s::tsquery, %(options)s)
FROM {table} WHERE id = ANY(%(ids)s)
"""


Where = Literal["message", "note", "customer", "order", "tag", "subject", "apart"]


class FoundPart(TypedDict):
    """A stretch of the words around a hit, and whether it was looked for."""

    text: str
    hit: bool


class FoundEntry(TypedDict):
    """The words around a hit, and where they stand."""

    seq: int | None
    """Of a message."""
    note_id: NotRequired[str]
    """Of a note."""
    author: str | None
    at: str | None
    parts: list[FoundPart]


class SearchHit(FoundEntry):
    """Where a search found its words in a conversation."""

    where: Where


def of(hits: Sequence[Hit], wanted: Wanted) -> Mapping[uuid.UUID, SearchHit]:
    """What to show of each conversation found, by its id: where, the entry's seq, author and time, and the words."""
    entries = {**_messages(hits, wanted), **_notes(hits, wanted)}
    return {hit.conversation_id: {"where": cast("Where", hit.where), **_of(hit, entries)} for hit in hits}


def parts(marked: str) -> list[FoundPart]:
    """The text in parts, each with whether it was looked for."""
    found: list[FoundPart] = []
    for place, piece in enumerate(marked.split(BEGIN)):
        hit, closed, rest = piece.partition(END) if place else ("", "", piece)
        if not closed:
            hit, rest = "", hit + rest
        found += [{"text": hit, "hit": True}] if hit else []
        found += [{"text": rest, "hit": False}] if rest else []
    return found


def _of(hit: Hit, entries: Mapping[uuid.UUID, FoundEntry]) -> FoundEntry:
    nothing: FoundEntry = {"seq": None, "author": None, "at": None, "parts": []}
    return entries.get(hit.entry_id, nothing) if hit.entry_id is not None else nothing


def _messages(hits: Sequence[Hit], wanted: Wanted) -> dict[uuid.UUID, FoundEntry]:
    keys = [hit.entry_id for hit in hits if hit.where == "message" and hit.entry_id is not None]
    if not keys:
        return {}
    marked = _headlines(Message._meta.db_table, keys, wanted)
    rows = Message.objects.filter(pk__in=keys).select_related("agent", "conversation__customer")
    return {
        (key := ids.decode("msg", row.id)): {
            "seq": row.seq,
            "author": authors.of(row, row.conversation),
            "at": wire.stamp(row.created_at),
            "parts": parts(marked[key]),
        }
        for row in rows
    }


def _notes(hits: Sequence[Hit], wanted: Wanted) -> dict[uuid.UUID, FoundEntry]:
    keys = [hit.entry_id for hit in hits if hit.where == "note" and hit.entry_id is not None]
    if not keys:
        return {}
    marked = _headlines(Note._meta.db_table, keys, wanted)
    return {
        (key := ids.decode("note", row.id)): {
            "seq": None,
            "note_id": row.id,
            "author": row.author.name if row.author is not None else authors.SYSTEM_NAME,
            "at": wire.stamp(row.created_at),
            "parts": parts(marked[key]),
        }
        for row in Note.objects.filter(pk__in=keys).select_related("author")
    }


def _headlines(table: str, keys: Iterable[uuid.UUID], wanted: Wanted) -> dict[uuid.UUID, str]:
    values = {"marks": BEGIN + END, "wide": wanted.wide, "options": OPTIONS, "ids": list(keys)}
    with connection.cursor() as cursor:
        cursor.execute(HEADLINES.format(table=table), values)
        return dict(cursor.fetchall())
