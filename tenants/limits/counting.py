"""Counts one request of somebody, and says what is left to them."""

import ipaddress
import logging
import time
from hashlib import blake2b

import psycopg
import redis
from django.conf import settings

from tenants.limits.allowance import Allowance, Counted, Limit, told, untouched
from tenants.limits.in_postgres import InPostgres
from tenants.limits.in_redis import InRedis

ADDRESS = Limit("address", 1200)  # of whoever shows nothing that we know; a whole office may share one
AWAY = 5.0  # seconds without a further try after one that failed

logger = logging.getLogger(__name__)


class _Counters:
    """Redis first where there is one, then PostgreSQL; what failed rests for a while."""

    def __init__(self) -> None:
        self.postgres = InPostgres()
        self.redis = InRedis(settings.REDIS_URL) if settings.REDIS_URL else None
        self._rests_until = {"redis": 0.0, "postgres": 0.0}

    def count(self, who: bytes, most: int) -> Counted | None:
        """The counts; None when neither can be reached: then nobody is held up for it."""
        if self.redis is not None and self._may_try("redis"):
            try:
                return self.redis.count(who, most)
            except redis.RedisError as error:
                self._let_rest("redis", error)
        if self._may_try("postgres"):
            try:
                return self.postgres.count(who, most)
            except psycopg.OperationalError as error:
                self._let_rest("postgres", error)
        return None

    def close(self) -> None:
        self.postgres.close()
        if self.redis is not None:
            self.redis.close()

    def _may_try(self, name: str) -> bool:
        return self._rests_until[name] <= time.monotonic()

    def _let_rest(self, name: str, error: Exception) -> None:
        self._rests_until[name] = time.monotonic() + AWAY
        logger.warning("Requests cannot be counted in %s for now: %s", name, type(error).__name__)


_kept: list[_Counters] = []


def charge(who: str, limit: Limit) -> Allowance:
    """Count a request of `who`, which names the company too, against the limit, and say what is left.

    A request over the limit does not count. When nothing can be counted, everything is allowed.
    """
    key = blake2b(f"{limit.kind}:{who}".encode(errors="replace"), digest_size=16).digest()
    seen = _counters().count(key, limit.most)
    return untouched(limit, time.time()) if seen is None else told(limit, seen)


def charge_address(schema: str, address: str | None) -> Allowance:
    """Count a request of a stranger against the network that it came from."""
    return charge(f"{schema}:{_network(address)}", ADDRESS)


def forget_old() -> None:
    """Drop what PostgreSQL keeps of those who have not asked for more than a minute."""
    _counters().postgres.forget_old()


def close() -> None:
    """End the sessions of this process; the next request begins new ones."""
    while _kept:
        _kept.pop().close()


def _counters() -> _Counters:
    if not _kept:
        _kept.append(_Counters())
    return _kept[0]


def _network(address: str | None) -> str:
    """An address itself; of the long ones the part that belongs to one household."""
    if address is None:
        return "nowhere"
    read = ipaddress.ip_address(address)
    return address if read.version == 4 else str(ipaddress.ip_network((read, 64), strict=False))
