"""The database as its owner: what makes, renames, migrates or drops a schema goes through here, and nothing else does.

Baton's connections otherwise have the rights of `tenants.role`, which changes no table and no schema.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg

from tenants import half_open, role
from tenants.current import connection

Settings = dict[str, Any]
UNHURRIED = "SET statement_timeout = 0; SET lock_timeout = 0; SET idle_in_transaction_session_timeout = 0"


class InTransactionError(RuntimeError):
    """A transaction is under way on this thread, and cannot change its rights."""


@contextmanager
def connected() -> Iterator[psycopg.Connection]:
    """A connection of the owner to the database that Django uses now, in autocommit mode, closed afterwards."""
    told = connection.settings_dict
    with psycopg.connect(
        dbname=told["NAME"],
        user=told["USER"] or None,
        password=told["PASSWORD"] or None,
        host=told["HOST"] or None,
        port=told["PORT"] or None,
        options=_without_role(told["OPTIONS"].get("options", "")),
        autocommit=True,
        **half_open.POSTGRES,
    ) as line:
        yield line


@contextmanager
def unhurried() -> Iterator[psycopg.Connection]:
    """The same for work that takes as long as it takes, such as a backup: no statement and no pause is cut off."""
    with connected() as line:
        line.execute(UNHURRIED)
        yield line


@contextmanager
def migrating() -> Iterator[None]:
    """Let Django's connection of this thread be the owner's for the length of a block; other threads' are not.

    Raises InTransactionError inside a transaction. May be nested.
    """
    if connection.in_atomic_block:
        raise InTransactionError("The owner's rights cannot be taken on inside a transaction.")
    before = connection.settings_dict
    entered = connection.tenant
    connection.close()  # with a pool: it goes back there
    connection.settings_dict = _as_owner(before)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict = before
        connection.set_tenant(entered)


def prepare() -> None:
    """Make the application's role and give it its rights; idempotent. Before and after migrations."""
    with connected() as line:
        role.prepare(line)


def _as_owner(told: Settings) -> Settings:
    options = {name: value for name, value in told["OPTIONS"].items() if name != "pool"}
    return {**told, "OPTIONS": {**options, "options": _without_role(options.get("options", ""))}}


def _without_role(options: str) -> str:
    return options.replace(role.TAKEN_ON, "").replace(half_open.STANDS_STILL, "").strip()
