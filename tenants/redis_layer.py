"""The channel layer on Redis pub/sub, telling every channel of a gap when its connection was lost.

The layer of channels_redis subscribes anew by itself and says nothing, so that a client whose events passed in between
would not know that it missed any.
"""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from channels_redis.pubsub import RedisPubSubChannelLayer, RedisPubSubLoopLayer, RedisSingleShardConnection
from channels_redis.utils import _consistent_hash
from redis import Redis
from redis.asyncio import ConnectionPool
from redis.asyncio.client import PubSub
from redis.exceptions import RedisError
from redis.exceptions import TimeoutError as RedisTimeoutError

from tenants.announcing import Addressed, Announcer

GAP = {"type": "gap"}
PREFIX = "asgi"
SECONDS = 5.0  # for a thread to reach the server, and for its answer
REST = 5.0  # seconds in which no thread waits for a server that did not answer


class GapTellingRedisLayer(RedisPubSubChannelLayer):  # type: ignore[misc]
    """As in channels_redis; besides, `{"type": "gap"}` reaches every channel of a process that was cut off."""

    def __init__(self, *, hosts: list[dict[str, Any]], **options: Any) -> None:
        super().__init__(hosts=hosts, prefix=PREFIX, **options)
        waits = {"socket_timeout": SECONDS, "socket_connect_timeout": SECONDS}
        self._senders = [Redis.from_url(host["address"], **waits) for host in hosts]
        self._rests_until = [0.0 for _ in hosts]

    def group_send_sync(self, group: str, message: Mapping[str, Any]) -> None:
        """Send to the group from a thread; RedisError when the server does not answer.

        The library's way waits for an event loop, which in a web server is busy and in a worker is made anew each time.
        """
        name = f"{PREFIX}__group__{group}"
        place = _consistent_hash(name, len(self._senders))
        if time.monotonic() < self._rests_until[place]:
            raise RedisTimeoutError("The server did not answer a moment ago.")
        try:
            self._senders[place].publish(name, self.serialize(dict(message)))
        except RedisTimeoutError:
            self._rests_until[place] = time.monotonic() + REST
            raise

    def announce(self, messages: Sequence[Addressed]) -> None:
        """Send each message to its group soon, in this order, without being waited for; one that cannot go is lost."""
        self._get_layer().announcer.announce(messages)

    def _get_layer(self) -> "_LoopLayer":
        loop = asyncio.get_running_loop()
        if loop not in self._layers:
            layer = super()._get_layer()
            layer.__class__ = _LoopLayer
            layer._shards = [_Shard(shard.host, layer) for shard in layer._shards]  # noqa: SLF001
            layer.announcer = Announcer(layer.send_all, fails_with=(RedisError, OSError))
        found: _LoopLayer = self._layers[loop]
        return found


class _LoopLayer(RedisPubSubLoopLayer):  # type: ignore[misc]
    """The layer of one event loop."""

    announcer: Announcer

    async def send_all(self, messages: Sequence[Addressed]) -> None:
        """Publish in order, each server's in one go."""
        of_shard: dict[_Shard, list[tuple[str, bytes]]] = {}
        for group, message in messages:
            name = self._get_group_channel_name(group)
            of_shard.setdefault(self._get_shard(name), []).append((name, self.channel_layer.serialize(dict(message))))
        for shard, published in of_shard.items():
            await shard.publish_all(published)


class _Shard(RedisSingleShardConnection):  # type: ignore[misc]
    """The connection to one Redis."""

    async def publish_all(self, messages: Sequence[tuple[str, bytes]]) -> None:
        """Publish in order, in one go."""
        async with self._lock:
            self._ensure_redis()
            pipeline = self._redis.pipeline(transaction=False)
            for name, message in messages:
                pipeline.publish(name, message)
            await pipeline.execute()

    def _ensure_redis(self) -> None:
        fresh: bool = self._redis is None
        super()._ensure_redis()
        if fresh:
            client: Any = self._redis
            self._pubsub = _Subscriptions(client.connection_pool, self._tell_of_gap)

    def _tell_of_gap(self) -> None:
        gap = self.channel_layer.channel_layer.serialize(GAP)
        for waiting in list(self.channel_layer.channels.values()):
            waiting.put_nowait(gap)


class _Subscriptions(PubSub):
    """Subscriptions that say when they had to be made anew.

    The kernel ends a connection whose other end is gone with ETIMEDOUT. That is a TimeoutError, which redis-py 7.4
    takes for "nothing came in time": whoever reads would ask the dead connection again at once, for ever, and let
    nothing else of the event loop run.
    """

    def __init__(self, pool: ConnectionPool, again: Callable[[], None]) -> None:
        super().__init__(pool)
        self._again = again

    async def parse_response(self, *args: Any, **options: Any) -> Any:
        """The next answer of the server, None where none came in time; a dead connection is given up for a new one."""
        response = await super().parse_response(*args, **options)
        connection: Any = self.connection
        if response is None and connection is not None and _is_dead(connection):
            await connection.disconnect(nowait=True)
        return response

    async def on_connect(self, connection: Any) -> None:
        """Subscribe anew; called for each connection but the first."""
        await super().on_connect(connection)
        self._again()


def _is_dead(connection: Any) -> bool:
    """Whether the kernel has given the connection up, so that no read of it waits any more."""
    reader = connection._reader  # noqa: SLF001  redis-py tells it nowhere else
    return reader is not None and reader.exception() is not None
