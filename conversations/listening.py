"""A worker that listens for the rows of jobs: it takes each at its moment, and is woken by the commit that wrote it.

Measured against a broker between the commit and the worker, this is the fastest way (docs/performance.md). Celery keeps
the processes, and brings what no listener took.
"""

import logging
import threading
import time
from typing import Any

import psycopg
from django.conf import settings
from django.db import InterfaceError, OperationalError, close_old_connections

from conversations import tasks
from tenants import health, jobs, role

LOOK_EVERY = 2.0  # seconds; below `jobs.SOON`
BEAT_EVERY = 5.0  # seconds
AGAIN_AFTER = 1.0
CONNECT: dict[str, Any] = {
    "options": role.TAKEN_ON,
    "connect_timeout": 5,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
}

AWAY = (psycopg.OperationalError, psycopg.InterfaceError, OperationalError, InterfaceError)

logger = logging.getLogger(__name__)


class Listener(threading.Thread):
    """Does due jobs, one at a time, until `stop` is set."""

    def __init__(self) -> None:
        super().__init__(name="jobs", daemon=True)
        self.stop = threading.Event()
        self._next = 0.0  # Unix time, seconds
        self._beat_at = float("-inf")  # of the monotonic clock

    def run(self) -> None:
        """Listen and work for ever; a database that goes away is waited for."""
        while not self.stop.is_set():
            try:
                with psycopg.connect(settings.DATABASE_URL, autocommit=True, **CONNECT) as line:
                    line.execute(f'LISTEN "{jobs.CHANNEL}"')
                    self._next = 0.0
                    self._listen(line)
            except AWAY as error:
                logger.warning("A listener lost its database (%s); again in a second.", type(error).__name__)
                self.stop.wait(AGAIN_AFTER)

    def _listen(self, line: psycopg.Connection) -> None:
        while not self.stop.is_set():
            wait = self._next - time.time()
            for notice in line.notifies(timeout=max(0.0, min(wait, LOOK_EVERY)), stop_after=1):
                self._next = min(self._next, _moment(notice.payload))
            if time.time() >= self._next:
                self._work()

    def _work(self) -> None:
        """Do all that is due, then remember when to look again."""
        try:
            while not self.stop.is_set() and self._do_next():
                pass
            self._beat()
            following = jobs.next_at()
        finally:
            close_old_connections()
        soonest = time.time() + LOOK_EVERY
        self._next = soonest if following is None else min(soonest, following.timestamp())

    def _beat(self) -> None:
        """Show that this worker takes jobs; while it does a long one, the lease's keeper shows it."""
        now = time.monotonic()
        if now - self._beat_at >= BEAT_EVERY:
            self._beat_at = now
            health.beat(health.WORKER)

    def _do_next(self) -> bool:
        try:
            return jobs.run_next(tasks.work)
        except AWAY:
            raise
        except Exception:  # whatever a job does wrong, it was put back, and the next one has its turn
            logger.exception("A job failed; it is tried again later.")
            return True


def _moment(payload: str) -> float:
    """When the notice says that a job is due, as Unix time; at once when it cannot be read."""
    try:
        return float(payload)
    except ValueError:
        return 0.0
