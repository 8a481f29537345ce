"""A test's own database made as new for the next test: its rows are put back, in a fraction of a clone's time."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import psycopg
from psycopg import errors, sql

from tests import database

# Whatever changes a table, a function or a right writes a row here; such a database is dropped.
CATALOGS = (
    *("attrdef", "attribute", "class", "constraint", "default_acl", "extension", "index", "inherits", "namespace"),
    *("policy", "proc", "rewrite", "sequence", "trigger", "type"),
)
SHAPE = f"""
{" UNION ALL ".join(f"SELECT '{name}', count(*), max(xmin::text::bigint) FROM pg_{name}" for name in CATALOGS)}
UNION ALL SELECT 'settings', count(*), 0 FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase
WHERE datname = current_database()
"""  # noqa: S608  names of this file
FILLED = """
SELECT oid::regclass::text FROM pg_class
WHERE relkind = 'r' AND oid >= 16384 AND pg_relation_size(oid) > 0 ORDER BY oid
"""
COUNTED = "SELECT seqrelid::bigint, seqstart, pg_sequence_last_value(seqrelid) FROM pg_sequence ORDER BY seqrelid"
END_SESSIONS = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s"
LOCKS_WITHIN = "SET lock_timeout = '5s'"
WITHOUT_TRIGGERS = "SET session_replication_role = replica"  # what they would do is put back too
MOST_USES = 50  # what was deleted leaves room behind, which makes each look at a table longer
CANNOT = (errors.InsufficientPrivilege, errors.ObjectInUse, errors.LockNotAvailable)


@dataclass(frozen=True)
class Pristine:
    """What stands in the template: its shape, its rows by table, and where its sequences are."""

    shape: list[tuple[object, ...]]
    rows: dict[str, bytes]
    counted: list[tuple[int, int, int | None]]


@dataclass
class Databases:
    """The databases that tests of this process had for themselves, and that the next test may have."""

    server_url: str
    _idle: list[tuple[str, int]] = field(default_factory=list)
    _pristine: Pristine | None = None

    @contextmanager
    def one(self) -> Iterator[str]:
        """The address of a database that is as the template is, for one test alone."""
        name, uses = self._idle.pop() if self._idle else (self._cloned(), 0)
        try:
            yield database.named(self.server_url, name)
        finally:
            name, as_new = self._renewed(name)
            if as_new and uses < MOST_USES:
                self._idle.append((name, uses + 1))
            else:
                database.drop(self.server_url, name)

    def drop(self) -> None:
        """Drop them all."""
        while self._idle:
            database.drop(self.server_url, self._idle.pop()[0])

    def _cloned(self) -> str:
        name = database.new_name()
        database.clone(self.server_url, name)
        if self._pristine is None:
            with psycopg.connect(database.named(self.server_url, name)) as fresh:
                self._pristine = look(fresh)
        return name

    def _renewed(self, name: str) -> tuple[str, bool]:
        """Its new name, so that nothing which a test left running finds it again, and whether it is as new."""
        new, called = database.new_name(), name
        try:
            with psycopg.connect(self.server_url, autocommit=True) as control:
                control.execute(END_SESSIONS, [name])
                rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
                control.execute(rename.format(sql.Identifier(name), sql.Identifier(new)))
            called = new
            with psycopg.connect(database.named(self.server_url, new)) as used:
                return called, self._pristine is not None and renew(used, self._pristine)
        except CANNOT:
            return called, False


def look(fresh: psycopg.Connection) -> Pristine:
    """What stands in a fresh clone."""
    rows = {table: _rows(fresh, table) for table in _filled(fresh)}
    return Pristine(_shape(fresh), {table: there for table, there in rows.items() if there}, _counted(fresh))


def renew(used: psycopg.Connection, pristine: Pristine) -> bool:
    """Put back every row and every sequence; False, with nothing done, when more than rows has changed."""
    if _shape(used) != pristine.shape:
        return False
    used.execute(f"{LOCKS_WITHIN}; {WITHOUT_TRIGGERS}")
    changed = [table for table in _filled(used) if table not in pristine.rows]
    kept = [table for table, rows in pristine.rows.items() if _rows(used, table) != rows]
    used.execute(";".join(f"DELETE FROM {table}" for table in [*changed, *kept]))  # noqa: S608  the catalog's names
    for table in kept:
        with used.cursor().copy(f"COPY {table} FROM STDIN") as copy:
            copy.write(pristine.rows[table])
    moved = [was for was, now in zip(pristine.counted, _counted(used), strict=True) if was != now]
    for sequence, start, value in moved:
        used.execute("SELECT setval(%s::bigint::regclass, %s, %s)", [sequence, value or start, value is not None])
    return True


def _shape(line: psycopg.Connection) -> list[tuple[object, ...]]:
    return line.execute(SHAPE).fetchall()


def _filled(line: psycopg.Connection) -> list[str]:
    return [str(table) for (table,) in line.execute(FILLED)]


def _counted(line: psycopg.Connection) -> list[tuple[int, int, int | None]]:
    return [(int(oid), int(start), value) for oid, start, value in line.execute(COUNTED)]


def _rows(line: psycopg.Connection, table: str) -> bytes:
    with line.cursor().copy(f"COPY {table} TO STDOUT") as copy:
        return b"".join(bytes(part) for part in copy)
