"""A channel layer on PostgreSQL: no other server is needed for sockets in several processes.

Each event loop that uses the layer holds one connection that listens, and one more once it sends. Groups live
in the memory of the process that holds the sockets. Messages are JSON, and hints: they are lost while the
database is away, so after each reconnection every local channel gets a message of type `after_gap`, if set.
What is announced reaches the loop's own channels at once, and by the database those of the others.
"""

import asyncio
import json
import logging
import secrets
import time
from collections import defaultdict, deque
from collections.abc import AsyncGenerator, Callable, Collection, Mapping, Sequence
from contextlib import aclosing
from typing import Any

import psycopg
from asgiref.sync import async_to_sync
from channels.layers import BaseChannelLayer, get_channel_layer
from django.db import DatabaseError, connection
from redis.exceptions import RedisError

from tenants import half_open, role
from tenants.announcing import Addressed, Announcer
from tenants.embedded import notices
from tenants.embedded.notices import Target
from tenants.redis_layer import GapTellingRedisLayer

logger = logging.getLogger(__name__)

Json = Mapping[str, Any]
Sink = Callable[[Any], None]
CONNECT: dict[str, Any] = {
    **half_open.POSTGRES,
    # A hint need not wait for the disk.
    "options": f"{role.TAKEN_ON} {half_open.AT_POSTGRES} -c synchronous_commit=off",
}
UNREACHABLE = (DatabaseError, psycopg.Error, RedisError, OSError)  # what a layer raises when its server is away
FIRST_WAIT, LONGEST_WAIT = 0.1, 3.0
LISTEN_SECONDS = 10.0
FORGOTTEN_AFTER = 60.0  # a full channel that nobody read for so long has lost its reader


class PostgresChannelLayer(BaseChannelLayer):  # type: ignore[misc]
    """Channels' interface over LISTEN and NOTIFY of the database at `dsn`.

    A channel holds at most `capacity` messages. When it is full the oldest goes, so that a reader who was too
    slow still sees the newest and can tell from its number that some are missing.
    """

    extensions = ["groups", "flush"]

    def __init__(self, dsn: str, *, capacity: int = 500, after_gap: str = "", **options: Any) -> None:
        super().__init__(capacity=capacity, **options)
        self.dsn = dsn
        self.after_gap = after_gap
        self._lines: dict[asyncio.AbstractEventLoop, _Line] = {}

    async def new_channel(self, prefix: str = "specific") -> str:
        """The name of a channel that this process alone receives."""
        name = f"{prefix}.{secrets.token_hex(12)}!"
        self._line().box(name)
        return name

    async def send(self, channel: str, message: Json) -> None:
        """Send to one channel, wherever it is received."""
        self.require_valid_channel_name(channel)
        await self._line().send(Target.CHANNEL, channel, message)

    async def receive(self, channel: str) -> Json:
        """Wait for the channel's next message; a reader that is cancelled gives the channel up."""
        line = self._line()
        try:
            await line.listening()
            return await line.box(channel).take()
        except asyncio.CancelledError:
            line.forget(channel)
            raise

    async def pour(self, channel: str, sink: Sink) -> None:
        """Give the channel's messages to `sink` as they come, until cancelled; then the channel is given up."""
        line = self._line()
        await line.listening()
        line.sinks[channel] = sink
        try:
            for message in line.box(channel).waiting:
                sink(message)
            line.boxes.pop(channel, None)
            await asyncio.get_running_loop().create_future()
        finally:
            line.forget(channel)

    async def group_add(self, group: str, channel: str) -> None:
        """Let the channel get what is sent to the group; on return nothing sent from now on is missed."""
        self.require_valid_group_name(group)
        self.require_valid_channel_name(channel)
        line = self._line()
        await line.listening()
        line.groups[group].add(channel)

    async def group_discard(self, group: str, channel: str) -> None:
        """Take the channel out of the group."""
        self._line().leave(group, channel)

    async def group_send(self, group: str, message: Json) -> None:
        """Send to every channel of the group, in all processes."""
        self.require_valid_group_name(group)
        await self._line().send(Target.GROUP, group, message)

    def announce(self, messages: Sequence[Addressed]) -> None:
        """Send each message to its group soon, in this order, without being waited for; one that cannot go is lost."""
        self._line().announce(messages)

    async def flush(self) -> None:
        """Forget all groups and waiting messages of this event loop."""
        line = self._line()
        line.groups.clear()
        line.boxes.clear()

    async def close(self) -> None:
        """Close this event loop's connections."""
        line = self._lines.pop(asyncio.get_running_loop(), None)
        if line is not None:
            await line.close()

    def group_send_sync(self, group: str, message: Json) -> None:
        """Send over this thread's Django connection; inside a transaction it leaves with the commit."""
        self.require_valid_group_name(group)
        query, values = notices.statement(Target.GROUP, group, message)
        with connection.cursor() as cursor:
            cursor.execute(query, values)

    def _line(self) -> "_Line":
        loop = asyncio.get_running_loop()
        if loop not in self._lines:
            for ended in [other for other in list(self._lines) if other.is_closed()]:
                self._lines.pop(ended, None)
            self._lines[loop] = _Line(self.dsn, capacity=self.capacity, after_gap=self.after_gap)
        return self._lines[loop]


def send_from_sync(group: str, message: Json) -> None:
    """Send to a group from synchronous code over the configured layer; a hint that cannot leave is lost."""
    layer = get_channel_layer()
    try:
        if isinstance(layer, PostgresChannelLayer | GapTellingRedisLayer):
            layer.group_send_sync(group, message)
        else:
            async_to_sync(layer.group_send)(group, message)
    except UNREACHABLE as error:
        logger.warning("A hint to %s was lost: %s", group, type(error).__name__)


class _Box:
    """The waiting messages of one channel, and its one reader."""

    def __init__(self, name: str, capacity: int) -> None:
        self.name = name
        self.waiting: deque[Json] = deque(maxlen=capacity)
        self.arrived = asyncio.Event()
        self.read_at = time.monotonic()
        self.overflowed = False

    def put(self, message: Json) -> None:
        if len(self.waiting) == self.waiting.maxlen and not self.overflowed:
            self.overflowed = True
            logger.warning("The channel %s is full; its oldest messages go.", self.name)
        self.waiting.append(message)
        self.arrived.set()

    async def take(self) -> Json:
        self.read_at = time.monotonic()
        while not self.waiting:
            self.arrived.clear()
            await self.arrived.wait()
        self.overflowed = False
        self.read_at = time.monotonic()
        return self.waiting.popleft()

    def abandoned(self) -> bool:
        full = len(self.waiting) == self.waiting.maxlen
        return full and time.monotonic() - self.read_at > FORGOTTEN_AFTER


class _Line:
    """The connections, groups and channels of one event loop."""

    def __init__(self, dsn: str, *, capacity: int, after_gap: str) -> None:
        self.dsn = dsn
        self.capacity = capacity
        self.after_gap = after_gap
        self.groups: defaultdict[str, set[str]] = defaultdict(set)
        self.boxes: dict[str, _Box] = {}
        self.sinks: dict[str, Sink] = {}
        self.origin = secrets.token_hex(6)
        self._listens = asyncio.Event()
        self._sender: psycopg.AsyncConnection | None = None
        self._sending = asyncio.Lock()
        self.announcer = Announcer(self._send_all, fails_with=UNREACHABLE)
        self._task = asyncio.create_task(self._listen_forever(), name="channel layer")

    def box(self, channel: str) -> _Box:
        """The channel's messages; made when it is new."""
        if channel not in self.boxes:
            self.boxes[channel] = _Box(channel, self.capacity)
        return self.boxes[channel]

    def forget(self, channel: str) -> None:
        """Drop the channel and its place in every group."""
        self.boxes.pop(channel, None)
        self.sinks.pop(channel, None)
        for group in [name for name, members in self.groups.items() if channel in members]:
            self.leave(group, channel)

    def leave(self, group: str, channel: str) -> None:
        """Take the channel out of the group, and drop a group without channels."""
        members = self.groups.get(group)
        if members is not None:
            members.discard(channel)
            if not members:
                del self.groups[group]

    async def listening(self) -> None:
        """Wait until the first LISTEN is in force; TimeoutError when the database does not answer."""
        if not self._listens.is_set():
            async with asyncio.timeout(LISTEN_SECONDS):  # `wait_for` of Python 3.11 may swallow that it is cancelled
                await self._listens.wait()

    def announce(self, messages: Sequence[Addressed]) -> None:
        """Give the messages to the channels of this loop, and send them to all others soon."""
        for group, message in messages:
            self._put(self.groups.get(group, ()), dict(message))
        self.announcer.announce(messages)

    async def send(self, target: Target, name: str, message: Json) -> None:
        """Send one notice, over a new connection when the old one has died; to a channel of this loop directly."""
        if target is Target.CHANNEL and (name in self.sinks or name in self.boxes):
            self._put([name], dict(message))
            return
        await self._execute(*notices.statement(target, name, message))

    async def _execute(self, query: str, values: list[Any]) -> None:
        async with self._sending:
            try:
                await (await self._open_sender()).execute(query, values)
            except psycopg.OperationalError:
                await self._close_sender()
                await (await self._open_sender()).execute(query, values)

    async def close(self) -> None:
        """Stop listening and close both connections."""
        await self.announcer.close()
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    async def _send_all(self, messages: Sequence[Addressed]) -> None:
        for query, values in notices.statements(messages, origin=self.origin):
            await self._execute(query, values)

    async def _listen_forever(self) -> None:
        wait = FIRST_WAIT
        try:
            while True:
                try:
                    async with aclosing(self._payloads()) as payloads:
                        async for payload in payloads:
                            wait = FIRST_WAIT
                            await self._take(payload)
                except (psycopg.Error, OSError) as error:
                    logger.warning(
                        "The channel layer lost its database (%s); again in %.1f s.",
                        type(error).__name__,
                        wait,
                    )
                await asyncio.sleep(wait)
                wait = min(wait * 2, LONGEST_WAIT)
        finally:
            await self._close_sender()

    async def _payloads(self) -> AsyncGenerator[str, None]:
        """What is notified, from the moment on that LISTEN is in force until the connection ends."""
        listener = await self._connect()
        async with listener:
            await listener.execute(f'LISTEN "{notices.CHANNEL}"')
            if self._listens.is_set():
                self._tell_of_gap()
            self._listens.set()
            async for notify in listener.notifies():
                yield notify.payload

    async def _take(self, payload: str) -> None:
        """Deliver one notice; one that is not ours may not end the listening."""
        try:
            await self._deliver(notices.read(payload))
        except (ValueError, IndexError):
            logger.warning("The channel layer got a notice that it cannot read.")

    async def _deliver(self, notice: notices.Notice) -> None:
        if notice.origin == self.origin:
            return
        if notice.target is Target.CHANNEL:
            names = {notice.name} & (self.boxes.keys() | self.sinks.keys())
        else:
            names = set(self.groups.get(notice.name, ()))
        if not names:
            return
        body = notice.body if notice.body_id is None else await self._load(notice.body_id)
        if body is None:
            return
        self._put(names, json.loads(body))

    def _put(self, names: Collection[str], message: Json) -> None:
        for name in list(names):
            sink = self.sinks.get(name)
            if sink is not None:
                sink(message)
                continue
            box = self.box(name)
            if box.abandoned():
                self.forget(name)
            else:
                box.put(message)

    async def _load(self, body_id: int) -> str | None:
        async with self._sending:
            cursor = await (await self._open_sender()).execute(notices.LOAD, [body_id])
            row = await cursor.fetchone()
        return None if row is None else str(row[0])

    def _tell_of_gap(self) -> None:
        if self.after_gap:
            for sink in list(self.sinks.values()):
                sink({"type": self.after_gap})
            for box in list(self.boxes.values()):
                box.put({"type": self.after_gap})

    async def _connect(self) -> psycopg.AsyncConnection:
        return await psycopg.AsyncConnection.connect(self.dsn, autocommit=True, **CONNECT)

    async def _open_sender(self) -> psycopg.AsyncConnection:
        if self._sender is None or self._sender.closed:
            self._sender = await self._connect()
        return self._sender

    async def _close_sender(self) -> None:
        sender, self._sender = self._sender, None
        if sender is not None:
            await sender.close()
