"""Statements asked from the event loop itself, for what every message needs: no thread between, each prepared once.

A statement names its tables as `{schema}.table`: so it needs no search path, and each tenant's has a plan of its own.
"""

import asyncio
from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from weakref import WeakKeyDictionary

import psycopg
from django.conf import settings
from django.db import connections
from django.db.backends.postgresql.psycopg_any import get_adapters_template  # type: ignore[import-untyped]
from django.utils import timezone
from psycopg import sql

from tenants import half_open

Values = Mapping[str, Any]
Row = tuple[Any, ...]
MOST = 8  # sessions of one event loop; who comes when all are at work waits
MOST_PREPARED = 300  # statements of one session; then the one that was not used for longest goes
# Each statement finds its rows by keys: a plan for the values of the moment would be the same, and cost more than it.
ASKED = "-c TimeZone=UTC -c plan_cache_mode=force_generic_plan"


async def ask(schema: str, statement: str, values: Values) -> Row | None:
    """The first row of what the statement gives in the tenant's schema, or None; it is a transaction of its own.

    Raises psycopg.Error; then nobody knows whether a statement that writes was carried out.
    """
    return await _sessions().ask(_within(schema, statement), values)


async def close() -> None:
    """Close this event loop's sessions."""
    mine = _by_loop.pop(asyncio.get_running_loop(), None)
    if mine is not None:
        await mine.close()


class _Sessions:
    """The sessions of one event loop; the one that was used last is used next, so that its plans are there."""

    def __init__(self) -> None:
        self.free: list[psycopg.AsyncConnection] = []
        self.gate = asyncio.Semaphore(MOST)

    async def ask(self, statement: str, values: Values) -> Row | None:
        async with self.gate:
            session = self.free.pop() if self.free else await _connect()
            try:
                row = await (await session.execute(statement, values, prepare=True)).fetchone()
            except BaseException as error:  # a cancelled one may be in the middle of an answer
                await session.close()
                if isinstance(error, psycopg.OperationalError):
                    await self.close()  # a server that went away took the others too
                raise
            self.free.append(session)
            return row

    async def close(self) -> None:
        while self.free:
            await self.free.pop().close()


_by_loop: WeakKeyDictionary[asyncio.AbstractEventLoop, _Sessions] = WeakKeyDictionary()


def _sessions() -> _Sessions:
    loop = asyncio.get_running_loop()
    found = _by_loop.get(loop)
    if found is None:
        found = _by_loop[loop] = _Sessions()
    return found


async def _connect() -> psycopg.AsyncConnection:
    """A session like those of Django: same server, same role and limits, same ways to read values."""
    given = connections.settings["default"]
    names = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    session = await psycopg.AsyncConnection.connect(
        **{name: given[theirs] for name, theirs in names.items() if given[theirs]},
        options=f"{given['OPTIONS']['options']} {ASKED}",
        autocommit=True,
        context=get_adapters_template(settings.USE_TZ, timezone.get_default_timezone()),
        **half_open.POSTGRES,
    )
    session.prepared_max = MOST_PREPARED
    return session


@lru_cache(maxsize=1000)
def _within(schema: str, statement: str) -> str:
    return statement.replace("{schema}", sql.Identifier(schema).as_string())
