"""Every connection to another host notices within seconds that the host is gone, at both of its ends."""

import asyncio
import os
import socket
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Any

import psycopg
import pytest
import redis
from django.db import connection

from tenants import asking, half_open, owner
from tenants.limits import in_postgres
from tenants.redis_layer import GapTellingRedisLayer
from tests.faults.redis_peer import Redis, redis_peer

pytestmark = pytest.mark.skipif(not hasattr(socket, "TCP_USER_TIMEOUT"), reason="Linux has it")
AT_THE_SERVER = {
    "tcp_keepalives_idle": "4",
    "tcp_keepalives_interval": "2",
    "tcp_keepalives_count": "3",
    "tcp_user_timeout": "10000",
}
LONGEST_PAUSE = "SHOW idle_in_transaction_session_timeout"
HERE = {"TCP_KEEPIDLE": 4, "TCP_KEEPINTVL": 2, "TCP_KEEPCNT": 3, "TCP_USER_TIMEOUT": 10_000}
SETTINGS = "SELECT name, current_setting(name) FROM pg_settings WHERE name = ANY(%s)"


@pytest.fixture(scope="module")
def server() -> Iterator[Redis]:
    """A Redis of our own."""
    with redis_peer() as peer:
        yield peer


def _of_socket(number: int) -> dict[str, int]:
    with socket.socket(fileno=os.dup(number)) as held:
        assert held.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) == 1
        return {name: held.getsockopt(socket.SOL_TCP, getattr(socket, name)) for name in HERE}


def _holds(number: int, told: Sequence[tuple[str, str]]) -> None:
    assert _of_socket(number) == HERE
    assert dict(told) == AT_THE_SERVER


def test_the_sessions_of_requests_and_of_the_limits_do(own_database: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(SETTINGS, [list(AT_THE_SERVER)])
        raw: Any = connection.connection
        assert raw.execute(LONGEST_PAUSE).fetchone() == ("1min",)
        _holds(raw.fileno(), cursor.fetchall())
    with closing(in_postgres._connect()) as counting:
        _holds(counting.fileno(), counting.execute(SETTINGS, [list(AT_THE_SERVER)]).fetchall())
    with owner.connected() as line:
        assert line.execute(LONGEST_PAUSE).fetchone() == ("0",)  # it may think for as long as it has to
        _holds(line.fileno(), line.execute(SETTINGS, [list(AT_THE_SERVER)]).fetchall())


def test_the_sessions_of_the_event_loop_do(own_database: str) -> None:
    async def play() -> tuple[int, Any]:
        session = await asking._connect()
        async with session:
            told = await (await session.execute(SETTINGS, [list(AT_THE_SERVER)])).fetchall()
            return os.dup(session.fileno()), told

    number, told = asyncio.run(play())
    try:
        _holds(number, told)
    finally:
        os.close(number)


def test_the_channel_layer_on_redis_does(server: Redis) -> None:
    async def play() -> None:
        layer = GapTellingRedisLayer(hosts=[{"address": server.url, "socket_timeout": None, **half_open.REDIS}])
        await layer.group_add("acme.shared", await layer.new_channel())
        listening = layer._get_layer()._shards[0]._pubsub.connection
        assert _of_socket(listening._writer.get_extra_info("socket").fileno()) == HERE
        await layer.flush()

    asyncio.run(play())


def test_a_thread_waits_once_for_a_redis_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """It holds up one request, not each of the next seconds; who is refused at once is tried again at once."""
    monkeypatch.setattr("tenants.redis_layer.SECONDS", 0.2)
    monkeypatch.setattr("tenants.redis_layer.REST", 1.0)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        layer = GapTellingRedisLayer(hosts=[{"address": f"redis://127.0.0.1:{silent.getsockname()[1]}/0"}])
        with pytest.raises(redis.TimeoutError):
            layer.group_send_sync("acme.desk", {"type": "event"})
        began = time.perf_counter()
        for _ in range(20):
            with pytest.raises(redis.TimeoutError):
                layer.group_send_sync("acme.desk", {"type": "event"})
        assert time.perf_counter() - began < 0.1
        monkeypatch.setattr("tenants.redis_layer.REST", 0.0)
        layer._rests_until = [0.0]
        with pytest.raises(redis.TimeoutError):
            layer.group_send_sync("acme.desk", {"type": "event"})
        assert time.perf_counter() - began > 0.2


def test_a_transaction_whose_process_stands_still_gives_its_locks_back(own_database: str) -> None:
    with closing(psycopg.connect(own_database, options="-c idle_in_transaction_session_timeout=200")) as still:
        still.execute("SELECT 1 FROM public.tenants_tenant FOR UPDATE")
        with psycopg.connect(own_database, options="-c lock_timeout=3000") as other:
            other.execute("SELECT 1 FROM public.tenants_tenant FOR UPDATE")
        with pytest.raises(psycopg.errors.IdleInTransactionSessionTimeout):
            still.execute("SELECT 1")
