"""Is this process alive, and can the whole story be played?"""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import psycopg
import redis
from django.conf import settings
from django.utils import timezone

from tenants import role
from tenants.models import Heartbeat

STALE = timedelta(seconds=30)
BROKER_STALE = timedelta(seconds=60)
WORKER, SWEEPER, MESSAGES = "worker", "sweeper", "messages"
NEEDED = (WORKER, SWEEPER)
OK = "ok"
SECONDS = 2  # that a part may take to answer
LINE: dict[str, Any] = {
    "connect_timeout": SECONDS,
    "tcp_user_timeout": SECONDS * 1000,
    "options": f"{role.TAKEN_ON} -c statement_timeout={SECONDS * 1000}",
}


@dataclass(frozen=True)
class Health:
    """Each part with "ok" or what is wrong with it; Baton goes on for a while without those `beside`."""

    checks: Mapping[str, str]
    beside: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_ready(self) -> bool:
        """Whether the whole story can be played."""
        return all(state == OK for state in self.checks.values())

    @property
    def serves(self) -> bool:
        """Whether a web server can take what customers say: without a worker it is stored, and answered later."""
        return self.checks["database"] == OK


def beat(name: str, *, now: datetime | None = None) -> None:
    """Write a sign of life of the kind of process `name`."""
    Heartbeat.objects.update_or_create(name=name, defaults={"at": now or timezone.now()})


def look() -> Health:
    """How each part is, asked anew, by connections of its own, since those of the pool may be what is short."""
    redis_too = {"redis": _redis(settings.REDIS_URL)} if settings.REDIS_URL else {}
    try:
        with psycopg.connect(settings.DATABASE_URL, autocommit=True, **LINE) as line:
            seen = dict(line.execute("SELECT name, at FROM public.tenants_heartbeat").fetchall())
    except psycopg.errors.UndefinedTable:
        return Health({"database": "is not migrated", **redis_too})
    except psycopg.errors.TooManyConnections:
        return Health({"database": "has no connection left", **redis_too})
    except psycopg.Error:
        return Health({"database": "does not answer", **redis_too})
    signs = {name: _sign(seen.get(name), STALE) for name in NEEDED}
    return Health({"database": OK, **signs, **redis_too}, {"broker": _sign(seen.get(MESSAGES), BROKER_STALE)})


def _sign(seen: datetime | None, stale: timedelta) -> str:
    return OK if seen is not None and timezone.now() - seen < stale else "no sign of life"


def _redis(url: str) -> str:
    try:
        with redis.Redis.from_url(url, socket_timeout=SECONDS, socket_connect_timeout=SECONDS) as line:
            line.ping()
    except redis.RedisError:
        return "does not answer"
    return OK


class Remembered:
    """What `look` found, for a moment, so that who asks often costs nothing; one looks at a time."""

    def __init__(self, look: Callable[[], Health], *, seconds: float = 1.0) -> None:
        self.look, self.seconds = look, seconds
        self._lock = threading.Lock()
        self._found: Health | None = None
        self._until = 0.0

    def health(self) -> Health:
        """How each part is, at most a moment ago."""
        with self._lock:
            if self._found is None or time.monotonic() > self._until:
                self._found = self.look()
                self._until = time.monotonic() + self.seconds
            return self._found
