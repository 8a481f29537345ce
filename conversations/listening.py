"""A worker that listens for the rows of jobs: it takes each at its moment, and is woken by the commit that wrote it.

Measured against a broker between the commit and the worker, this is the fastest way (docs/performance.md). Celery keeps
the processes, and brings what no listener took.
"""

import logging
import threading
import time
from collections.abc import Sequence
from typing import Any

import psycopg
from django.conf import settings
from django.db import InterfaceError, OperationalError, close_old_connections

from conversations import tasks
from tenants import half_open, health, jobs, role
from tenants.jobs import Lane
from tenants.observing import pulse

LOOK_EVERY = 2.0  # seconds; below `jobs.SOON`
BEAT_EVERY = 5.0  # seconds
AGAIN_AFTER = 1.0
CONNECT: dict[str, Any] = {**half_open.POSTGRES, "options": f"{role.TAKEN_ON} {half_open.AT_POSTGRES}"}

AWAY = (psycopg.OperationalError, psycopg.InterfaceError, OperationalError, InterfaceError)

logger = logging.getLogger(__name__)


class Beside(threading.Thread):
    """Does the due jobs of a lane, one at a time, until `stop` is set; somebody who listens says when to look."""

    def __init__(self, lane: Lane) -> None:
        super().__init__(name="jobs beside", daemon=True)
        self.lane, self.stop, self.told = lane, threading.Event(), threading.Event()

    def run(self) -> None:
        """Work for ever; a database that goes away is waited for."""
        while not self.stop.is_set():
            self.told.wait(LOOK_EVERY)
            self.told.clear()
            try:
                while not self.stop.is_set() and do_next(self.lane):
                    pass
            except AWAY as error:
                logger.warning("A worker lost its database (%s); again in a second.", type(error).__name__)
                self.stop.wait(AGAIN_AFTER)
            finally:
                close_old_connections()

    def end(self) -> None:
        """Take no more jobs."""
        self.stop.set()
        self.told.set()


class Listener(threading.Thread):
    """Does due jobs, one at a time, until `stop` is set, and lets those `beside` it look when there may be some."""

    def __init__(self, beside: Sequence[Beside] = ()) -> None:
        super().__init__(name="jobs", daemon=True)
        self.stop, self.beside = threading.Event(), beside
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
                pulse.beat(health.WORKER)
                logger.warning("A listener lost its database (%s); again in a second.", type(error).__name__)
                self.stop.wait(AGAIN_AFTER)

    def _listen(self, line: psycopg.Connection) -> None:
        while not self.stop.is_set():
            wait = self._next - time.time()
            pulse.beat(health.WORKER)
            for notice in line.notifies(timeout=max(0.0, min(wait, LOOK_EVERY)), stop_after=1):
                self._hear(notice.payload)
            if time.time() >= self._next:
                self._work()

    def _hear(self, told: str) -> None:
        """A notice says when there is something to do, and of which kind; one without a kind is for everybody."""
        moment, _, kind = told.partition(" ")
        if not kind or tasks.OURS.has(kind):
            self._next = min(self._next, _moment(moment))
        for worker in self.beside:
            if not kind or worker.lane.has(kind):
                worker.told.set()

    def _work(self) -> None:
        """Do all that is due, then remember when to look again."""
        try:
            while not self.stop.is_set() and do_next(tasks.OURS):
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


def do_next(lane: Lane) -> bool:
    """Do the job of the lane that has been due longest; False when there is none."""
    try:
        return jobs.run_next(tasks.work, lane)
    except AWAY:
        raise
    except Exception:  # noqa: BLE001  whatever a job did wrong was logged and put back, and the next one has its turn
        return True


def _moment(payload: str) -> float:
    """When the notice says that a job is due, as Unix time; at once when it cannot be read."""
    try:
        return float(payload)
    except ValueError:
        return 0.0
