"""What the database holds of the conversations of one round, read with plain SQL and none of the product's rules."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import psycopg
from psycopg import sql
from psycopg.rows import dict_row

from tenants import ids

Json = dict[str, Any]
TENANTS = ("acme", "globex")


@dataclass(frozen=True)
class Entry:
    """An entry of a log; times here and below are seconds since 1970."""

    conversation_id: str
    seq: int
    kind: str
    author_kind: str
    text: str = ""
    id: str = ""
    agent: str | None = None
    client_id: str | None = None
    data: Json = field(default_factory=dict)
    created_at: float = 0.0
    sourced: bool = False  # it rests on knowledge, records or a skill


@dataclass(frozen=True)
class Row:
    """A conversation's row."""

    id: str
    tenant: str
    seq: int
    status: str = "open"
    holder: str = "assistant"
    agent: str | None = None
    epoch: int = 1
    due_at: float | None = None


@dataclass(frozen=True)
class Passed:
    """A handover's row."""

    conversation_id: str
    requested_at: float
    accepted: bool


@dataclass(frozen=True)
class Waiting:
    """A job's row; `due_since` is when somebody should have taken it, None while it need not be taken yet."""

    kind: str
    conversation_id: str
    state: str
    run_at: float
    due_since: float | None


@dataclass(frozen=True)
class Mail:
    """A mail's row."""

    conversation_id: str
    message_id: str
    sent: bool


@dataclass(frozen=True)
class Snapshot:
    """All rows at one moment."""

    at: float
    rows: dict[str, Row]
    logs: dict[str, list[Entry]]
    handovers: Sequence[Passed] = ()
    jobs: Sequence[Waiting] = ()
    mails: Sequence[Mail] = ()

    def log(self, conversation_id: str) -> list[Entry]:
        """The log of one conversation by seq."""
        return self.logs.get(conversation_id, [])


def seconds(database_url: str) -> float:
    """The database's own clock."""
    with psycopg.connect(database_url) as connection:
        return float(connection.execute("SELECT extract(epoch FROM clock_timestamp())").fetchone()[0])  # type: ignore[index]


def read(database_url: str, *, since: float) -> Snapshot:
    """All of the tenants' conversations begun at or after `since`, in one consistent snapshot."""
    with psycopg.connect(database_url, row_factory=dict_row) as connection:
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        told = connection.execute("SELECT extract(epoch FROM clock_timestamp())::float8 AS at").fetchone()
        rows: dict[str, Row] = {}
        logs: dict[str, list[Entry]] = defaultdict(list)
        handovers: list[Passed] = []
        mails: list[Mail] = []
        for tenant in TENANTS:
            connection.execute(sql.SQL("SET LOCAL search_path TO {}").format(sql.Identifier(tenant)))
            for row in connection.execute(ROWS, [since]):
                rows[_public(row["id"])] = Row(**{**row, "id": _public(row["id"])}, tenant=tenant)
            for row in connection.execute(ENTRIES, [since]):
                logs[_public(row["conversation_id"])].append(Entry(**_with_public_id(row)))
            handovers += [Passed(**_with_public_id(row)) for row in connection.execute(HANDOVERS, [since])]
            mails += [Mail(**_with_public_id(row)) for row in connection.execute(MAILS, [since])]
        jobs = [Waiting(**row) for row in connection.execute(JOBS) if row["conversation_id"] in rows]
        return Snapshot(told["at"] if told else 0.0, rows, dict(logs), handovers, jobs, mails)


def _public(conversation_id: UUID) -> str:
    return ids.encode("conv", conversation_id)


def _with_public_id(row: Json) -> Json:
    return {**row, "conversation_id": _public(row["conversation_id"])}


ROWS = """
SELECT c.id, c.seq, c.status, c.holder, a.name AS agent, c.epoch, extract(epoch FROM c.due_at)::float8 AS due_at
FROM conversations_conversation c LEFT JOIN agents_agent a ON a.id = c.agent_id
WHERE c.created_at >= to_timestamp(%s)
"""
ENTRIES = """
SELECT m.conversation_id, m.seq, m.kind, m.author_kind, m.text, m.id::text, a.name AS agent, m.client_id::text, m.data,
       extract(epoch FROM m.created_at)::float8 AS created_at,
       m.sources <> '[]' OR m.data ? 'skill' AS sourced
FROM conversations_message m JOIN conversations_conversation c ON c.id = m.conversation_id
LEFT JOIN agents_agent a ON a.id = m.agent_id
WHERE c.created_at >= to_timestamp(%s) ORDER BY m.conversation_id, m.seq, m.created_at
"""
HANDOVERS = """
SELECT h.conversation_id, extract(epoch FROM h.requested_at)::float8 AS requested_at,
       h.accepted_at IS NOT NULL AS accepted
FROM conversations_handover h JOIN conversations_conversation c ON c.id = h.conversation_id
WHERE c.created_at >= to_timestamp(%s)
"""
MAILS = """
SELECT s.conversation_id, s.message_id, s.sent_at IS NOT NULL AS sent
FROM conversations_sentmail s JOIN conversations_conversation c ON c.id = s.conversation_id
WHERE c.created_at >= to_timestamp(%s)
"""
JOBS = """
SELECT kind, coalesce(ids->>'conversation_id', '') AS conversation_id, state,
       extract(epoch FROM run_at)::float8 AS run_at,
       extract(epoch FROM CASE WHEN state = 'ready' AND run_at <= now() THEN run_at
                               WHEN state = 'leased' AND lease_until < now() THEN lease_until END)::float8 AS due_since
FROM public.tenants_job
"""
