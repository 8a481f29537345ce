"""What must hold after every load: nothing lost, doubled or reordered, and the database says the same."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import psycopg
from psycopg import sql

from tenants import ids
from tests.load.generator import Seen

STORED = "SELECT conversation_id, seq, client_id::text, text FROM {} ORDER BY conversation_id, seq"


Log = list[tuple[int, str | None, str]]  # seq, client id (None for what is no message) and text of each entry


def stored(database_url: str, schema: str, table: str) -> dict[str, Log]:
    """All logs of the database by conversation: seq, client id and text of each entry, in order."""
    found: dict[str, Log] = {}
    with psycopg.connect(database_url) as connection:
        query = sql.SQL(STORED).format(sql.Identifier(schema, table))
        for conversation_id, seq, client_id, text in connection.execute(query):
            name = ids.encode("conv", conversation_id) if isinstance(conversation_id, UUID) else conversation_id
            found.setdefault(name, []).append((seq, client_id, text))
    return found


def faults(seen: Iterable[Seen], logs: dict[str, Log]) -> list[str]:
    """A line for everything that is wrong; empty when all invariants hold."""
    wrong: list[str] = []
    texts = {client_id: text for _, entries in logs.items() for _, client_id, text in entries if client_id}
    for one in seen:
        wrong += one.errors
        wrong += [f"never acknowledged: {client_id}" for client_id in one.sent.keys() - one.acknowledged.keys()]
        wrong += [f"never delivered: {client_id}" for client_id in one.sent.keys() - one.delivered.keys()]
        wrong += [f"acknowledged but not stored as sent: {c}" for c, t in one.texts.items() if texts.get(c) != t]
        for thread in one.threads:
            wrong += _faults_of_thread(thread, logs.get(thread["conversation_id"], []))
    for conversation_id, entries in logs.items():
        if [seq for seq, _, _ in entries] != list(range(1, len(entries) + 1)):
            wrong.append(f"gap or repetition in the log of {conversation_id}")
    return wrong


def _faults_of_thread(thread: dict[str, Any], log: Log) -> list[str]:
    shown: list[list[object]] = thread["shown"]
    held = [[seq, client_id] for seq, client_id, _ in log]
    if shown == held[: len(shown)] and not any(client_id for _, client_id in held[len(shown) :]):
        return []  # what is no message and stands at the end was written when the clients had left, as by a timer
    place = next((place for place, pair in enumerate(zip(shown, held, strict=False)) if pair[0] != pair[1]), len(shown))
    where = f"from entry {place + 1} on: {shown[place : place + 2]} in place of {log[place : place + 2]}"
    return [f"a client of {thread['conversation_id']} shows another log than the database holds, {where}"]
