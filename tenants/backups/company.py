"""A backup of one company: its schema as statements and rows, its rows among those of all, and its files.

Nothing in it names the schema, so it may come back under another name, and in another database.
"""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

import psycopg
from psycopg import sql

from tenants import blueprint, erased, owner, role
from tenants.backups import folder, origin, tables, uploads
from tenants.backups.errors import BackupError, DamagedError
from tenants.backups.folder import Backup
from tenants.backups.programs import Say
from tenants.migrating import versions
from tenants.models import Tenant

Json = dict[str, Any]
ROWS = "rows.copy"
LENGTH_BYTES = 4
TELL_EVERY = 200  # tables
OF_ALL = {  # what stands in the public schema, by the name of its table
    "tenants_tenant": "SELECT to_jsonb(t) FROM public.tenants_tenant t WHERE schema_name = %(schema)s",
    "tenants_domain": "SELECT to_jsonb(d) FROM public.tenants_domain d WHERE tenant_id = %(id)s ORDER BY id",
    "tenants_domainclaim": "SELECT to_jsonb(d) FROM public.tenants_domainclaim d WHERE tenant_id = %(id)s ORDER BY id",
    "arrivals_stripecustomer": "SELECT to_jsonb(s) FROM public.arrivals_stripecustomer s WHERE tenant_id = %(id)s",
    "tenants_job": """
        SELECT to_jsonb(j) FROM public.tenants_job j WHERE schema_name = %(schema)s AND state <> 'dead' ORDER BY run_at
    """,
}
APPLIED = "SELECT app, name FROM django_migrations"
COLUMNS = """
SELECT c.relname, array_agg(a.attname::text ORDER BY a.attnum)
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relnamespace = %s::regnamespace AND c.relkind = 'r' AND a.attgenerated = ''
GROUP BY 1 ORDER BY 1
"""


def back_up(tenant: Tenant, destination: Path, *, media: Path, secret: str, say: Say) -> Backup:
    """Write a backup of one company below `destination`; gives it, read once more as it lies there. BackupError."""
    schema = str(tenant.schema_name)
    with _reading(schema) as line:
        applied = line.execute(APPLIED).fetchall()
        manifest = folder.new_manifest(
            folder.COMPANY,
            of=schema,
            postgres=origin.postgres_of(line),
            schema_version=versions.version_of((app, name) for app, name in applied if app in versions.labels()),
            key_mark=origin.key_mark(),
        )
        with folder.written(destination, manifest, secret=secret) as draft:
            columns = {str(table): names for table, names in line.execute(COLUMNS, [f'"{schema}"'])}
            say(f"Rows of {schema}: {len(columns)} tables")
            with draft.part(ROWS) as part:
                for number, (table, names) in enumerate(columns.items(), start=1):
                    _write_rows(line, part, table, names)
                    if number % TELL_EVERY == 0:
                        say(f"  Rows: {number} of {len(columns)} tables")
            with draft.part(uploads.PART) as part:
                files = uploads.pack(media, part, below=schema, say=say)
            draft.contents |= {
                "before": [_anywhere(one, schema) for one in blueprint.before_rows(line)],
                "after": [_anywhere(one, schema) for one in blueprint.after_rows(line)],
                "columns": columns,
                "migrations": sorted(f"{app}.{name}" for app, name in applied),
                "tables": _without_schema(tables.fingerprints(line, [schema])),
                "of_all": {
                    table: [row for (row,) in line.execute(question, {"schema": schema, "id": tenant.pk})]
                    for table, question in OF_ALL.items()
                },
                "files": {name.partition("/")[2]: told for name, told in files.items()},
                "erased": [asdict(one) for one in erased.listed() if one.schema == schema],
            }
    return folder.read(draft.folder, secret=secret)


def check(backup: Backup, line: psycopg.Connection) -> None:
    """Raises WrongVersionError, and BackupError for a backup of all."""
    if backup.manifest.kind != folder.COMPANY:
        raise BackupError("This is a backup of all; a company comes out of its own backup.")
    origin.check(backup.manifest, backup.contents["migrations"], line=line)


def build(backup: Backup, schema: str, *, say: Say) -> None:
    """Make the schema as the backup has it, and prove every table; wholly or not at all. DamagedError."""
    say(f"Rows: reading in {len(backup.contents['columns'])} tables")
    name = sql.Identifier(schema)
    with owner.unhurried() as line, line.transaction():
        line.execute(sql.SQL("CREATE SCHEMA {}; SET LOCAL search_path TO {}, public").format(name, name))
        line.execute(";\n".join(backup.contents["before"]))
        with backup.part(ROWS) as part:
            _read_rows(line, part, backup.contents["columns"])
        line.execute(";\n".join(backup.contents["after"]))
        found = _without_schema(tables.fingerprints(line, [schema]))
        wanted = {table: (int(rows), str(told)) for table, (rows, told) in backup.contents["tables"].items()}
        wrong = tables.differences(wanted, found)
        if wrong:
            raise DamagedError(f"{len(wrong)} tables are not as they were: {'; '.join(wrong[:5])}.")
        role.settle(line, schema)


def load_uploads(backup: Backup, fresh: Path, *, say: Say) -> int:
    """Write the company's files into the folder `fresh`, each proven; gives how many. DamagedError."""
    schema = backup.manifest.of
    wanted = {f"{schema}/{name}": (int(size), str(told)) for name, (size, told) in backup.contents["files"].items()}
    with backup.part(uploads.PART) as part:
        count = uploads.unpack(part, fresh, wanted=wanted, say=say)
    (fresh / schema).mkdir(mode=0o700, parents=True, exist_ok=True)
    return count


def drop(schema: str) -> None:
    """Remove a schema."""
    with owner.unhurried() as line:
        line.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(sql.Identifier(schema)))


@contextmanager
def _reading(schema: str) -> Iterator[psycopg.Connection]:
    """A connection of the owner that sees the schema as it is now, first in its search path."""
    with owner.unhurried() as line:
        line.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        line.execute(sql.SQL("SET LOCAL search_path TO {}, public").format(sql.Identifier(schema)))
        yield line
        line.execute("ROLLBACK")


def _write_rows(line: psycopg.Connection, part: IO[bytes], table: str, columns: Sequence[str]) -> None:
    _write(part, json.dumps(table).encode())
    with line.cursor().copy(_copy("COPY {} ({}) TO STDOUT", table, columns)) as copy:
        for data in copy:
            _write(part, bytes(data))
    _write(part, b"")


def _read_rows(line: psycopg.Connection, part: IO[bytes], columns: dict[str, list[str]]) -> None:
    while name := _read(part):
        table = str(json.loads(name))
        with line.cursor().copy(_copy("COPY {} ({}) FROM STDIN", table, columns[table])) as copy:
            while data := _read(part):
                copy.write(data)


def _copy(statement: str, table: str, columns: Sequence[str]) -> sql.Composed:
    return sql.SQL(statement).format(sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, columns)))


def _write(part: IO[bytes], data: bytes) -> None:
    part.write(len(data).to_bytes(LENGTH_BYTES, "big") + data)


def _read(part: IO[bytes]) -> bytes:
    return part.read(int.from_bytes(part.read(LENGTH_BYTES), "big"))


def _anywhere(statement: str, schema: str) -> str:
    """The statement without the schema, where PostgreSQL names it although it is first in the search path."""
    return re.sub(rf'\b(ON|ONLY|FUNCTION|PROCEDURE|REFERENCES) "?{re.escape(schema)}"?\.', r"\1 ", statement)


def _without_schema(found: tables.Fingerprints) -> tables.Fingerprints:
    return {name.partition(".")[2]: told for name, told in found.items()}
