"""A drill: backs all up, puts it back into a fresh database, compares, and throws it away; tells how long each took."""

import secrets
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from tenants import owner
from tenants.backups import whole
from tenants.backups.errors import BackupError
from tenants.backups.programs import Say
from tenants.backups.whole import Counted

PREFIX = "baton_drill_"


@dataclass(frozen=True)
class Drill:
    """What was proven, and the seconds of each step."""

    counted: Counted
    bytes: int
    backing_up: float
    putting_back: float


def run(media: Path, *, secret: str, below: Path | None, say: Say) -> Drill:
    """Back up, put back beside what is there, compare every table and file. BackupError where anything differs.

    The database for it stands on the same server; both it and the files lie `below` a folder until the end.
    """
    with tempfile.TemporaryDirectory(prefix="baton-drill-", dir=below) as name:
        here, began = Path(name), time.monotonic()
        backup = whole.back_up(here, media=media, secret=secret, say=say)
        backed_up = time.monotonic()
        with fresh_database() as line:
            whole.check_place(backup, line, here / "uploads")
            whole.load_database(backup, line, say=say)
            whole.load_uploads(backup, here / "uploads", say=say)
        size = sum(part.size for part in backup.manifest.parts.values())
        return Drill(whole.counted(backup), size, backed_up - began, time.monotonic() - backed_up)


@contextmanager
def fresh_database() -> Iterator[psycopg.Connection]:
    """The owner's connection to an empty database beside Baton's own, which is dropped afterwards."""
    name = f"{PREFIX}{secrets.token_hex(6)}"
    with owner.connected() as control:
        try:
            control.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name)))
        except psycopg.errors.InsufficientPrivilege as error:
            raise BackupError("The database's user may not make databases: give it CREATEDB, for drills.") from error
        try:
            told = control.info
            with psycopg.connect(
                host=told.host, port=told.port, user=told.user, password=told.password, dbname=name, autocommit=True
            ) as line:
                yield line
        finally:
            control.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
