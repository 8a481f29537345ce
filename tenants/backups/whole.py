"""A backup of all: one snapshot of the database by pg_dump, every upload, and what both must be found to be."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from tenants import erased, migrating, owner
from tenants.backups import folder, origin, programs, tables, uploads
from tenants.backups.errors import BackupError, DamagedError, NotEmptyError
from tenants.backups.folder import Backup
from tenants.backups.programs import Address, Say
from tenants.erased import Erased

DATABASE = "database.dump"
# Rows that mean nothing elsewhere: signs of life, hints on their way, schemas that wait for companies.
ROWS_LEFT_OUT = ("public.tenants_heartbeat", "public.tenants_pooledschema")
LEFT_OUT = (
    *(f"--exclude-table-data={table}" for table in (*ROWS_LEFT_OUT, "pgmq.q_*", "pgmq.a_*")),
    "--exclude-schema=pool_*",
    "--exclude-schema=baton_template",
    "--no-unlogged-table-data",
)
# Whoever puts it back owns all of it; the application's rights are given afterwards, as for any new database.
TO_LOAD = ("--no-owner", "--no-privileges", "--no-comments")
OCCUPIED = """
SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' AND c.relkind IN ('r', 'p')
"""
COMPANIES = "SELECT schema_name FROM public.tenants_tenant ORDER BY schema_name"


@dataclass(frozen=True)
class Counted:
    """What a backup holds."""

    companies: int
    tables: int
    rows: int
    files: int


def back_up(destination: Path, *, media: Path, secret: str, say: Say) -> Backup:
    """Write a backup of all below `destination`; gives it, looked at once more as it lies there. BackupError."""
    with _snapshot() as (line, snapshot):
        manifest = folder.new_manifest(
            folder.WHOLE,
            of="",
            postgres=origin.postgres_of(line),
            schema_version=migrating.version(),
            key_mark=origin.key_mark(),
        )
        with folder.written(destination, manifest, secret=secret) as draft:
            companies = [str(schema) for (schema,) in line.execute(COMPANIES)]
            say(f"Database: dumping {len(companies)} companies")
            with draft.part(DATABASE) as part:
                arguments = ["--format=custom", "--compress=1", f"--snapshot={snapshot}", *LEFT_OUT]
                programs.dump(Address.of(line), part, arguments, say=say)
            say("Tables: counting and hashing")
            found = tables.fingerprints(line, ["public", *companies], without=ROWS_LEFT_OUT, progress=_by_tens(say))
            say("Files: packing")
            with draft.part(uploads.PART) as part:
                files = uploads.pack(media, part, say=say)
            draft.contents |= {
                "companies": companies,
                "migrations": _applied(line, ["public", *companies]),
                "tables": found,
                "files": files,
                "erased": [asdict(one) for one in erased.listed()],
            }
    return folder.read(draft.folder, secret=secret)


def counted(backup: Backup) -> Counted:
    """What the backup holds."""
    held = backup.contents
    rows = sum(rows for rows, _ in held["tables"].values())
    return Counted(len(held["companies"]), len(held["tables"]), rows, len(held["files"]))


def erased_of(backup: Backup) -> list[Erased]:
    """What was on the list of the erased when the backup was made."""
    return [Erased(**one) for one in backup.contents["erased"]]


def check_place(backup: Backup, line: psycopg.Connection, media: Path) -> None:
    """Raises NotEmptyError, WrongVersionError, and BackupError for a backup of one company: nothing is begun then."""
    if backup.manifest.kind != folder.WHOLE:
        raise BackupError("This is a backup of one company: put it back with restore_tenant.")
    origin.check(backup.manifest, backup.contents["migrations"], line=line)
    (found,) = line.execute(OCCUPIED).fetchone() or (0,)
    if found:
        raise NotEmptyError(f"The database has {found} tables; a backup of all goes into an empty one alone.")
    if uploads.told(media):
        raise NotEmptyError(f"There are uploads in {media}; move them aside first.")


def load_database(backup: Backup, line: psycopg.Connection, *, say: Say) -> None:
    """Read the dump into the empty database of `line`, and prove every table. DamagedError, BackupError."""
    say("Database: reading in")
    with backup.part(DATABASE) as part:
        programs.load(Address.of(line), part, TO_LOAD, say=say)
    say("Tables: counting and hashing")
    wrong = _differences(backup, line, progress=say)
    if wrong:
        raise DamagedError(f"{len(wrong)} tables are not as they were: {'; '.join(wrong[:5])}.")


def load_uploads(backup: Backup, media: Path, *, say: Say) -> int:
    """Write the uploads below `media`, each proven; gives how many. DamagedError."""
    say("Files: unpacking")
    files: Mapping[str, Sequence[int | str]] = backup.contents["files"]
    wanted = {name: (int(size), str(told)) for name, (size, told) in files.items()}
    with backup.part(uploads.PART) as part:
        return uploads.unpack(part, media, wanted=wanted, say=say)


def _differences(backup: Backup, line: psycopg.Connection, *, progress: Say) -> list[str]:
    wanted = {name: (int(rows), str(told)) for name, (rows, told) in backup.contents["tables"].items()}
    schemas = ["public", *backup.contents["companies"]]
    found = tables.fingerprints(line, schemas, without=ROWS_LEFT_OUT, progress=_by_tens(progress))
    return tables.differences(wanted, found)


@contextmanager
def _snapshot() -> Iterator[tuple[psycopg.Connection, str]]:
    """A connection of the owner that sees the database as it is now, and the name by which others see the same."""
    with owner.unhurried() as line:
        line.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        (snapshot,) = line.execute("SELECT pg_export_snapshot()").fetchone() or ("",)
        yield line, str(snapshot)
        line.execute("ROLLBACK")


def _applied(line: psycopg.Connection, schemas: Sequence[str]) -> list[str]:
    """The migrations that any of the schemas has."""
    found: set[str] = set()
    for schema in schemas:
        question = sql.SQL(origin.APPLIED).format(schema=sql.Identifier(schema))
        found.update(str(name) for (name,) in line.execute(question))
    return sorted(found)


def _by_tens(say: Say) -> tables.Progress:
    """Says how far it is about ten times."""
    said = [0]

    def progress(done: int, of: int) -> None:
        if done * 10 // max(of, 1) > said[0]:
            said[0] = done * 10 // max(of, 1)
            say(f"  Tables: {done:,} of {of:,}")

    return progress
