"""What the sandbox keeps: every object as JSON in one SQLite file, changed in one transaction per request."""

import json
import secrets
import sqlite3
import string
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from billing.sandbox.problems import missing

Json = dict[str, Any]
LETTERS = string.ascii_letters + string.digits
TABLES = """
CREATE TABLE IF NOT EXISTS objects (n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE, kind TEXT, body TEXT);
CREATE INDEX IF NOT EXISTS of_kind ON objects (kind, n);
CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, asked TEXT, status INTEGER, body TEXT);
CREATE TABLE IF NOT EXISTS uses (
    identifier TEXT, meter TEXT, customer TEXT, at INTEGER, value INTEGER, created INTEGER
);
CREATE INDEX IF NOT EXISTS use_known ON uses (identifier);
CREATE INDEX IF NOT EXISTS use_counted ON uses (meter, customer, at);
CREATE TABLE IF NOT EXISTS posted (event TEXT, endpoint TEXT, tries INTEGER, due REAL, PRIMARY KEY (event, endpoint));
"""
WHOLE = ("BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",))
INNER = ("SAVEPOINT inner", "RELEASE inner", ("ROLLBACK TO inner", "RELEASE inner"))


@dataclass(frozen=True)
class Use:
    """So much was used; moments in seconds since 1970."""

    identifier: str
    meter: str
    customer: str
    at: int
    value: int
    created: int


def new_id(prefix: str, length: int = 24) -> str:
    """An id such as Stripe's: `sub_1Q…`."""
    return f"{prefix}_{''.join(secrets.choice(LETTERS) for _ in range(length))}"


class Store:
    """Objects by id and kind. All methods belong inside `changing`, which one thread at a time may enter."""

    def __init__(self, path: Path | None = None) -> None:
        """In the file, or in memory without one."""
        self._lock = threading.RLock()
        self._db = sqlite3.connect(path or ":memory:", check_same_thread=False, isolation_level=None)
        self._db.executescript(TABLES)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = OFF")  # a machine that loses power loses play money

    @contextmanager
    def changing(self) -> Iterator[None]:
        """All changes of the block, or none of them when it raises; a block within another is undone by itself."""
        with self._lock:
            begin, commit, undo = WHOLE if not self._db.in_transaction else INNER
            self._db.execute(begin)
            try:
                yield
            except BaseException:
                for step in undo:
                    self._db.execute(step)
                raise
            self._db.execute(commit)

    def put(self, found: Json, *, kind: str = "") -> Json:
        """Store the object, new or changed, by its id."""
        self._db.execute(
            "INSERT INTO objects (id, kind, body) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body",
            (found["id"], kind or found["object"], json.dumps(found)),
        )
        return found

    def find(self, key: str | None) -> Json | None:
        """The object with this id."""
        row = self._db.execute("SELECT body FROM objects WHERE id = ?", (key,)).fetchone()
        return None if row is None else json.loads(row[0])

    def get(self, key: str | None, what: str, *, param: str = "id") -> Json:
        """The object with this id and of this kind. Refused as missing."""
        found = self.find(key)
        if found is None or found["object"] != what or found.get("deleted"):
            raise missing(what, key or "", param=param)
        return found

    def drop(self, key: str) -> None:
        """The object goes."""
        self._db.execute("DELETE FROM objects WHERE id = ?", (key,))

    def all(
        self, kind: str, passing: Callable[[Json], bool] = lambda _: True, *, newest_first: bool = True
    ) -> list[Json]:
        """The objects of the kind that pass."""
        order = "DESC" if newest_first else "ASC"
        rows = self._db.execute(f"SELECT body FROM objects WHERE kind = ? ORDER BY n {order}", (kind,))  # noqa: S608
        return [found for (body,) in rows if passing(found := json.loads(body))]

    def newest(self, kind: str, most: int) -> list[Json]:
        """The newest objects of the kind."""
        rows = self._db.execute("SELECT body FROM objects WHERE kind = ? ORDER BY n DESC LIMIT ?", (kind, most))
        return [json.loads(body) for (body,) in rows]

    def remembered(self, key: str) -> tuple[str, int, Json] | None:
        """What was asked under an idempotency key, and the answer."""
        row = self._db.execute("SELECT asked, status, body FROM kept WHERE key = ?", (key,)).fetchone()
        return None if row is None else (row[0], row[1], json.loads(row[2]))

    def remember(self, key: str, asked: str, status: int, body: Json) -> None:
        """Keep the answer to a request."""
        self._db.execute("INSERT INTO kept VALUES (?, ?, ?, ?)", (key, asked, status, json.dumps(body)))

    def use(self, use: Use) -> None:
        """Something was used."""
        row = (use.identifier, use.meter, use.customer, use.at, use.value, use.created)
        self._db.execute("INSERT INTO uses VALUES (?, ?, ?, ?, ?, ?)", row)

    def knows_use(self, identifier: str, *, since: int) -> bool:
        """Whether a use with this identifier was told after that moment."""
        found = self._db.execute("SELECT 1 FROM uses WHERE identifier = ? AND created > ?", (identifier, since))
        return found.fetchone() is not None

    def take_back_use(self, identifier: str, *, since: int) -> bool:
        """The use with this identifier, if it was told after that moment, was none; whether there was one."""
        done = self._db.execute("DELETE FROM uses WHERE identifier = ? AND created > ?", (identifier, since))
        return done.rowcount > 0

    def used(self, meter: str, customer: str, start: int, end: int) -> list[int]:
        """What was used from a moment until before another, in the order of its telling."""
        within = "meter = ? AND customer = ? AND at >= ? AND at < ?"
        rows = self._db.execute(f"SELECT value FROM uses WHERE {within} ORDER BY rowid", (meter, customer, start, end))  # noqa: S608
        return [value for (value,) in rows]

    def move(self, before: str, after: str) -> None:
        """The sandbox is at another address now: what was written with the old one is written with the new."""
        self._db.execute("UPDATE objects SET body = replace(body, ?, ?)", (before, after))

    def note(self, name: str, text: str) -> str:
        """Keep a short text of the sandbox's own; gives what was kept before."""
        row = self._db.execute("SELECT body FROM kept WHERE key = ?", (name,)).fetchone()
        self._db.execute("INSERT OR REPLACE INTO kept VALUES (?, '', 0, ?)", (name, json.dumps(text)))
        return "" if row is None else str(json.loads(row[0]))

    def post(self, event: str, endpoint: str, *, due: float) -> None:
        """The event is to reach the endpoint."""
        self._db.execute("INSERT OR IGNORE INTO posted VALUES (?, ?, 0, ?)", (event, endpoint, due))

    def due(self, now: float) -> list[tuple[str, str, int]]:
        """What is to be posted now: event, endpoint and how often it was tried."""
        rows = self._db.execute("SELECT event, endpoint, tries FROM posted WHERE due <= ? ORDER BY due, rowid", (now,))
        return list(rows)

    def tried(self, event: str, endpoint: str, *, due: float | None) -> None:
        """It arrived, or is tried again when `due`."""
        if due is None:
            self._db.execute("DELETE FROM posted WHERE event = ? AND endpoint = ?", (event, endpoint))
        else:
            again = "UPDATE posted SET tries = tries + 1, due = ? WHERE event = ? AND endpoint = ?"
            self._db.execute(again, (due, event, endpoint))
