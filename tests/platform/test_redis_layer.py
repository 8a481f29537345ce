"""The channel layer on Redis, whose server restarts or cuts its clients off."""

import asyncio
import errno
from collections.abc import Iterator
from typing import Any

import pytest
import redis

from tenants.redis_layer import GAP, GapTellingRedisLayer
from tests.faults.redis_peer import Redis, redis_peer


@pytest.fixture(scope="module")
def server() -> Iterator[Redis]:
    """A Redis of our own."""
    with redis_peer() as peer:
        yield peer


async def _next(layer: GapTellingRedisLayer, channel: str) -> object:
    return await asyncio.wait_for(layer.receive(channel), 10)


def _layer(server: Redis) -> GapTellingRedisLayer:
    return GapTellingRedisLayer(hosts=[{"address": server.url, "socket_timeout": None}])


def test_a_group_reaches_its_members_without_any_gap(server: Redis) -> None:
    async def play() -> None:
        layer = _layer(server)
        channel = await layer.new_channel()
        await layer.group_add("acme.shared", channel)
        for number in range(5):
            await layer.group_send("acme.shared", {"type": "event", "number": number})
        for number in range(5):
            assert await _next(layer, channel) == {"type": "event", "number": number}
        await layer.flush()

    asyncio.run(play())


def test_a_thread_sends_to_one_group(server: Redis) -> None:
    async def play() -> None:
        layer = _layer(server)
        one, other = await layer.new_channel(), await layer.new_channel()
        await layer.group_add("acme.desk", one)
        await layer.group_add("globex.desk", other)
        await asyncio.to_thread(layer.group_send_sync, "acme.desk", {"type": "event", "number": 1})
        await asyncio.to_thread(layer.group_send_sync, "globex.desk", {"type": "event", "number": 2})
        assert await _next(layer, one) == {"type": "event", "number": 1}
        assert await _next(layer, other) == {"type": "event", "number": 2}
        await layer.flush()

    asyncio.run(play())


@pytest.mark.parametrize("fault", ["restart", "cut"])
def test_every_channel_hears_of_a_lost_connection_and_goes_on(server: Redis, fault: str) -> None:
    async def play() -> None:
        layer = _layer(server)
        one, other = await layer.new_channel(), await layer.new_channel()
        await layer.group_add("acme.shared", one)
        await layer.group_add("acme.desk", other)
        await asyncio.to_thread(_strike, server, fault)
        assert await _next(layer, one) == GAP
        assert await _next(layer, other) == GAP
        await asyncio.sleep(0.5)  # the server knows the subscriptions again
        await layer.group_send("acme.shared", {"type": "event", "number": 1})
        assert await _next(layer, one) == {"type": "event", "number": 1}
        await layer.flush()

    asyncio.run(play())


def test_a_connection_that_the_kernel_gave_up_is_made_anew_and_stops_nothing_else(server: Redis) -> None:
    async def play() -> None:
        layer = _layer(server)
        channel = await layer.new_channel()
        await layer.group_add("acme.shared", channel)
        await asyncio.sleep(0.2)  # it reads
        await layer.group_send("acme.shared", {"type": "event", "number": 1})
        assert await _next(layer, channel) == {"type": "event", "number": 1}
        for connection in connections(layer):
            connection._reader.set_exception(TimeoutError(errno.ETIMEDOUT, "Connection timed out"))
        assert await _next(layer, channel) == GAP
        await asyncio.sleep(0.5)  # the server knows the subscriptions again
        await layer.group_send("acme.shared", {"type": "event", "number": 2})
        assert await _next(layer, channel) == {"type": "event", "number": 2}
        await layer.flush()

    asyncio.run(play())


def connections(layer: GapTellingRedisLayer) -> list[Any]:
    """Those on which the layer of this loop hears."""
    return [shard._pubsub.connection for shard in layer._get_layer()._shards]


def _strike(server: Redis, fault: str) -> None:
    if fault == "restart":
        server.kill()
        server.start()
        return
    with redis.Redis(port=server.port) as client:
        client.client_kill_filter(_type="pubsub")
