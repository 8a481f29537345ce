"""Counts in PostgreSQL: one statement for each request, on a session of its own that is in no request's transaction."""

import threading

import psycopg
from django.db import connections

from tenants import half_open
from tenants.limits.allowance import STRETCH, STRETCHES, Counted

# The row is locked for as long as this one statement takes; the table is not logged, so that nothing waits for a disk.
COUNT = f"""
WITH present AS (SELECT extract(epoch FROM clock_timestamp())::float8 AS now),
     asked AS (SELECT now, floor(now / {STRETCH})::int AS stretch FROM present)
INSERT INTO public.baton_asked AS kept (who, newest, counts)
SELECT %(who)s, stretch, array_prepend(1, array_fill(0, ARRAY[{STRETCHES - 1}])) FROM asked
ON CONFLICT (who) DO UPDATE SET
    newest = greatest(kept.newest, EXCLUDED.newest),
    counts = (
        SELECT array_prepend(moved[1] + 1, moved[2:])
        FROM (SELECT (array_fill(0, ARRAY[least(greatest(EXCLUDED.newest - kept.newest, 0), {STRETCHES})])
                      || kept.counts)[1:{STRETCHES}] AS moved) AS row
    )
WHERE (
    SELECT coalesce(sum(many), 0)
    FROM unnest(kept.counts[1:{STRETCHES} - greatest(EXCLUDED.newest - kept.newest, 0)]) AS many
) < %(most)s
RETURNING newest, counts, extract(epoch FROM clock_timestamp())::float8
"""  # noqa: S608  built from two numbers
LOOK = """
SELECT newest, counts, extract(epoch FROM clock_timestamp())::float8 FROM public.baton_asked WHERE who = %(who)s
"""
FORGET = f"""
DELETE FROM public.baton_asked
WHERE newest < floor(extract(epoch FROM clock_timestamp()) / {STRETCH}) - {STRETCHES}
"""  # noqa: S608
LIMITS = "-c statement_timeout=2000 -c lock_timeout=1000 -c plan_cache_mode=force_generic_plan"


class InPostgres:
    """The counts, over one session that all threads of the process share."""

    def __init__(self) -> None:
        self._session: psycopg.Connection | None = None
        self._opening = threading.Lock()

    def count(self, who: bytes, most: int) -> Counted:
        """Count a request of `who`, if `most` were not counted yet. Raises psycopg.OperationalError."""
        try:
            return self._counted(who, most)
        except psycopg.OperationalError:  # the server may have ended the session long ago
            self.close()
            return self._counted(who, most)

    def forget_old(self) -> None:
        """Drop the rows of those who have not asked for more than a minute."""
        self._open().execute(FORGET)

    def close(self) -> None:
        """End the session; the next count begins another one."""
        with self._opening:
            session, self._session = self._session, None
        if session is not None:
            session.close()

    def _counted(self, who: bytes, most: int) -> Counted:
        session = self._open()
        row = session.execute(COUNT, {"who": who, "most": most}, prepare=True).fetchone()
        if row is not None:
            return Counted(let_in=True, newest=row[0], counts=row[1], now=row[2])
        row = session.execute(LOOK, {"who": who}, prepare=True).fetchone()
        if row is None:  # forgotten in this moment
            return self._counted(who, most)
        return Counted(let_in=False, newest=row[0], counts=row[1], now=row[2])

    def _open(self) -> psycopg.Connection:
        with self._opening:
            if self._session is None or self._session.closed:
                self._session = _connect()
            return self._session


def _connect() -> psycopg.Connection:
    given = connections.settings["default"]
    names = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    return psycopg.connect(
        **{name: given[theirs] for name, theirs in names.items() if given[theirs]},
        **{**half_open.POSTGRES, "connect_timeout": 2},
        options=f"{given['OPTIONS']['options']} {LIMITS}",
        autocommit=True,
    )
