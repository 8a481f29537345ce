"""Reads stored decisions, a page at a time, as rows that a replay can look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import numpy as np
import orjson
from numpy.typing import NDArray

from escalation.replay import columns
from escalation.replay.columns import Block
from tenants import current, ids

PAGE = 5000  # decisions that are read at once: some 15 MB of facts as they are stored
FIELDS = """
    conversation_id, asked_seq, extract(epoch from created_at)::float8,
    trigger <> '' AND action IN ('handover', 'off'), trigger <> '' AND rule = '' AND trigger <> 'rules_unreadable',
    facts::text
"""
OF_WINDOW = f"""
    SELECT {FIELDS} FROM conversations_decision
    WHERE created_at >= %(since)s AND created_at < %(until)s AND conversation_id > %(after)s
    ORDER BY conversation_id, asked_seq LIMIT %(limit)s
"""  # noqa: S608  fields alone are put in
NEWEST_FIRST = f"""
    SELECT {FIELDS}, created_at, id FROM conversations_decision
    WHERE created_at > %(since)s AND (created_at, id) < (%(before)s, %(last)s)
    ORDER BY created_at DESC, id DESC LIMIT %(limit)s
"""  # noqa: S608
COUNT = "SELECT count(*) FROM conversations_decision WHERE created_at > %(since)s AND created_at <= %(until)s"
NOTHING, LAST = UUID(int=0), UUID(int=2**128 - 1)


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Decisions, one in each place. `talks` are the halves of the ids of their conversations.

    `handed` marks those that in truth brought a person, `outside` those where no rule did, such as a model that failed.
    """

    talks: NDArray[np.uint64]
    seqs: NDArray[np.int64]
    at: NDArray[np.float64]
    handed: NDArray[np.bool_]
    outside: NDArray[np.bool_]
    facts: Block
    unreadable: int

    def __len__(self) -> int:
        return len(self.seqs)


def page(since: datetime, until: datetime, *, after: UUID = NOTHING, limit: int = PAGE) -> tuple[Rows, UUID | None]:
    """Decisions of the conversations after the one with this id, each of them whole; and the last one's id.

    None for the last page.
    """
    found = asked(OF_WINDOW, {"since": since, "until": until, "after": after, "limit": limit})
    if len(found) < limit:
        return _rows(found), None
    last: UUID = found[-1][0]
    whole = [row for row in found if row[0] != last]
    if not whole:  # one conversation alone fills the page
        return page(since, until, after=after, limit=limit * 2)
    return _rows(whole), whole[-1][0]


def newest(since: datetime, until: datetime, *, most: int) -> Iterator[tuple[Rows, datetime]]:
    """Decisions after `since` and up to `until`, page by page, the newest first; with the moment of the oldest."""
    before, last, left = until, LAST, most
    while left > 0:
        found = asked(NEWEST_FIRST, {"since": since, "before": before, "last": last, "limit": min(PAGE, left)})
        if not found:
            return
        before, last = found[-1][-2:]
        left -= len(found)
        yield _rows(found), before


def asked(statement: str, values: dict[str, object]) -> Sequence[Any]:
    """The rows that answer a statement."""
    with current.connection.cursor() as cursor:
        cursor.execute(statement, values)
        rows: Sequence[Any] = cursor.fetchall()
        return rows


def count(since: datetime, until: datetime) -> int:
    """How many decisions there are after `since` and up to `until`."""
    return int(asked(COUNT, {"since": since, "until": until})[0][0])


def conversation_id(halves: NDArray[np.uint64]) -> str:
    """The public id of a conversation."""
    return ids.encode("conv", uuid_of(halves))


def uuid_of(halves: NDArray[np.uint64]) -> UUID:
    """The id of a conversation as the database has it."""
    high, low = (int(half) for half in halves)
    return UUID(int=(high << 64) | low)


def moment(at: float) -> datetime:
    """The moment of a row."""
    return datetime.fromtimestamp(at, tz=UTC)


def _rows(found: Sequence[Sequence[Any]]) -> Rows:
    facts, bad = columns.block(orjson.loads(row[5]) for row in found)
    talks = np.frombuffer(b"".join(row[0].bytes for row in found), dtype=">u8").astype(np.uint64)
    return Rows(
        talks=talks.reshape(-1, 2),
        seqs=np.array([row[1] for row in found], dtype=np.int64),
        at=np.array([row[2] for row in found], dtype=np.float64),
        handed=np.array([row[3] for row in found], dtype=bool),
        outside=np.array([row[4] for row in found], dtype=bool),
        facts=facts,
        unreadable=len(bad),
    )
