"""What both sockets share: frames in and out, limits in both directions, and errors in the one shape."""

import asyncio
import json
import logging
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from typing import Any

from channels.consumer import get_handler_name
from channels.exceptions import StopConsumer
from channels.generic.websocket import AsyncWebsocketConsumer
from channels.layers import get_channel_layer
from django.utils.translation import gettext

from conversations import behind, events, frames
from conversations.behind import Shown
from conversations.epochs import Epochs
from conversations.flow import IDLE_SECONDS, SILENT_SECONDS, Bucket, Window
from conversations.frames import Pong
from conversations.receive import Received
from tenants import errors, requests, speaking
from tenants.embedded.channel_layer import UNREACHABLE, PostgresChannelLayer
from tenants.errors import BatonError, ParameterError
from tenants.models import Tenant
from tenants.observing import about, arrivals

Json = dict[str, Any]
Send = Callable[[Json], Awaitable[None]]
LARGEST_FRAME = 64 * 1024  # bytes
LARGEST_PONG = 64  # bytes
FRAMES, PER_SECONDS = 30, 10.0
HANG_UP_SECONDS = 15.0  # for the server to end the connection after a goodbye
SEND_SECONDS = 20.0  # after which a server that waits for the client to read is not waited for
GRACE_SECONDS = 2.0  # for a client whose window is full to confirm something
CLOSE_WHO_ARE_YOU, CLOSE_TOO_SLOW, CLOSE_SLOW_DOWN, CLOSE_COME_BACK = 4401, 4408, 4429, 4412

logger = logging.getLogger(__name__)


class JsonSocket(AsyncWebsocketConsumer):  # type: ignore[misc]
    """A socket of JSON objects; a subclass acts on frames and says goodbye in `ended`.

    Frames are taken from the server as they come and handled one after the other, so that a flood, or a pong, is seen
    while an earlier frame is still at work.
    """

    idle, silent, looks_every, grace = IDLE_SECONDS, SILENT_SECONDS, behind.EVERY_SECONDS, GRACE_SECONDS
    frames_at_once, seconds_to_refill = FRAMES, PER_SECONDS
    side = ""  # widget or desk
    language = ""  # in which errors are said; English where it is empty, as it is to customers

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        now = time.monotonic()
        self.bucket = Bucket(self.frames_at_once, self.seconds_to_refill, now)
        self.window = Window(now, self.idle, self.silent)
        self.epochs, self.shown = Epochs(), Shown()
        self.joined: set[str] = set()
        self.inbox: asyncio.Queue[Json] = asyncio.Queue()
        self.heard = asyncio.Event()  # the client has confirmed something, or is gone
        self.closed = self.left = False
        self.gone = False  # the client is, and what it asked before need not be done
        self.code = 1000

    async def __call__(self, scope: Json, receive: Callable[[], Awaitable[Json]], send: Send) -> None:
        """Serve the socket until it ends; whatever the end, every group is left."""
        requests.begin()
        arrivals.came(self.side)
        self.scope, self.base_send = scope, partial(self._hand_out, send)
        self.channel_layer = get_channel_layer()
        self.channel_name = await self.channel_layer.new_channel()
        tasks = [asyncio.create_task(work) for work in (self._take_in(receive), self._hear(), self._keep_alive())]
        behind.ROUNDS.join(scope["tenant"], self.inbox, self.shown, every=self.looks_every)
        try:
            with suppress(StopConsumer):
                while True:
                    await self.dispatch(await self.inbox.get())
            await self._leave_all()
            await asyncio.wait(tasks[:1], timeout=HANG_UP_SECONDS)
        finally:
            for task in tasks:
                task.cancel()
            arrivals.went(self.side, self.code)
            await asyncio.gather(*tasks, return_exceptions=True)
            await self._leave_all()

    @property
    def tenant(self) -> Tenant:
        """The tenant of the handshake's host."""
        found: Tenant = self.scope["tenant"]
        return found

    async def ended(self) -> None:
        """The socket is gone; called once."""

    async def dispatch(self, message: Json) -> None:
        """Handle one message; the base would first hop into a thread to close database connections that are not there.

        While something that this needs is away the client is sent away too, to come back and ask for what it missed.
        """
        try:
            await getattr(self, get_handler_name(message))(message)
        except UNREACHABLE as error:
            logger.warning("A socket is closed since something it needs is away: %s", type(error).__name__)
            await self.close(CLOSE_COME_BACK)

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        """Check the frame's form, then act on it."""
        if self.closed:
            return
        requests.begin()
        with speaking.in_language(self.language):
            await self._receive(text_data)

    async def _receive(self, text_data: str | None) -> None:
        client_id = None
        try:
            if text_data is None:
                raise ParameterError(gettext("Frames must be text, not binary."))
            frame = frames.json_object(text_data)
            about.conversation(frame.get("conversation_id"))
            client_id = frames.client_id_of(frame)
            await self.act(frame)
        except BatonError as error:
            await self.put({"op": "error", "client_id": client_id, "error": errors.body(error)})

    async def act(self, frame: Json) -> None:
        """Do what the frame asks."""
        raise NotImplementedError(frame)

    async def event(self, message: Json) -> bool:
        """An event of a group that this socket joined; dumped once for all sockets that share the message.

        False for a hint that a client is spared which is behind: worth less than the socket, which may have to end.
        """
        event = message["event"]
        share = events.HINTS.get(event["type"])
        if share is not None and self.window.is_filled(share):
            return False
        if self.epochs.lets_through(event):
            self.shown.event(event)
            await self.put_text(message.get("text") or message.setdefault("text", _dumped(event)))
        return True

    async def renewed(self, _message: Json) -> None:
        """A visitor's tokens are over, which nobody but visitors minds."""

    async def gap(self, _message: Json) -> None:
        """Events may have been missed: close, so that the client comes back and asks for all after its last seq."""
        await self.close(CLOSE_COME_BACK)

    async def acknowledge(self, stored: Received, client_id: str) -> None:
        """Say that what came under the client id is stored."""
        told = {"client_id": client_id, "seq": stored.seq, "conversation_id": stored.conversation_id}
        await self.put({"op": "ack", **told})

    async def put(self, content: Json) -> None:
        """Send one JSON object, or close when the client has confirmed too little of what was sent before."""
        await self.put_text(_dumped(content))

    async def put_text(self, text: str) -> None:
        """Send what is JSON already, under the same rule as `put`.

        What gathered while a frame was at work may leave in one moment, before any client could have confirmed the
        first half of it; so a full window is given a moment.
        """
        size = len(text) if text.isascii() else len(text.encode())
        if not self.window.room_for(size) and not await self._confirms_in_time(size):
            await self.close(CLOSE_TOO_SLOW)
            return
        if self.window.wants_ping_before(size):
            await self.ping()
        self.window.send(size)
        arrivals.frame(self.side, arrivals.OUT)
        await self.send(text_data=text)

    async def _confirms_in_time(self, size: int) -> bool:
        until = time.monotonic() + self.grace
        while not self.closed and not self.gone and (left := until - time.monotonic()) > 0:
            self.heard.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(left):
                    await self.heard.wait()
            if self.window.room_for(size):
                return True
        return False

    async def close(self, code: int | None = None, reason: str | None = None) -> None:
        """Say why, send and handle nothing more, and end."""
        if not self.closed:
            self._end(code or 1000)
            await super().close(code, reason)

    async def join(self, group: str) -> None:
        """Receive the group's events."""
        if group not in self.joined:
            self.joined.add(group)
            await self.channel_layer.group_add(group, self.channel_name)

    async def leave(self, group: str) -> None:
        """Receive the group's events no more."""
        self.joined.discard(group)
        with suppress(*UNREACHABLE):
            await self.channel_layer.group_discard(group, self.channel_name)

    async def _leave_all(self) -> None:
        if not self.left:
            self.closed = self.left = True
            await behind.ROUNDS.leave(self.scope["tenant"], self.inbox)
            await self.ended()
            for group in list(self.joined):
                await self.leave(group)

    async def _take_in(self, receive: Callable[[], Awaitable[Json]]) -> None:
        """Take what comes until the server says that the client is gone.

        After a goodbye too: daphne goes on queueing what a flooding client sends until it has hung up.
        """
        message = await receive()
        while message["type"] != "websocket.disconnect":
            if message["type"] != "websocket.receive":
                self.inbox.put_nowait(message)
            elif not self.closed:
                await self._take(message)
            message = await receive()
        self.gone = True
        self.heard.set()
        self.inbox.put_nowait(message)

    async def _hear(self) -> None:
        """Take what the groups tell; the base would make a task for each message."""
        layer, name = self.channel_layer, self.channel_name
        try:
            if isinstance(layer, PostgresChannelLayer):
                await layer.pour(name, self.inbox.put_nowait)
            else:
                while True:
                    self.inbox.put_nowait(await layer.receive(name))
        except UNREACHABLE:
            self.inbox.put_nowait({"type": "gap"})

    async def _take(self, frame: Json) -> None:
        arrivals.frame(self.side, arrivals.IN)
        text = frame.get("text")
        if text is not None and self._confirms(text):
            return
        if _bytes(frame) > LARGEST_FRAME or not self.bucket.take(time.monotonic()):
            await self.close(CLOSE_SLOW_DOWN)
            return
        self.inbox.put_nowait(frame)

    def _confirms(self, text: str) -> bool:
        """Whether the frame is a pong that a ping waits for; then it is done with and costs nothing."""
        if len(text) > LARGEST_PONG or '"pong"' not in text:
            return False
        try:
            frame = frames.json_object(text)
            confirmed = frame.get("op") == "pong" and self.window.pong(frames.pong(frame).n, time.monotonic())
        except ParameterError:
            return False
        if confirmed:
            self.heard.set()
        return confirmed

    async def _keep_alive(self) -> None:
        while not self.closed:
            await asyncio.sleep(self.window.looks_again_in(time.monotonic()))
            now = time.monotonic()
            if self.window.is_silent(now):
                await self.close(CLOSE_TOO_SLOW)
            elif self.window.wants_sign_of_life(now):
                await self.ping()

    async def ping(self) -> None:
        """Ask the client to confirm what was sent so far."""
        await self.send(text_data=f'{{"op":"ping","n":{self.window.ping(time.monotonic())}}}')

    async def _hand_out(self, send: Send, message: Json) -> None:
        """Give a message to the server; a client that is gone, or takes nothing for long, ends the socket."""
        if self.closed and message["type"] != "websocket.close":
            return
        try:
            async with asyncio.timeout(SEND_SECONDS):
                await send(message)
        except (OSError, RuntimeError) as error:  # also TimeoutError; the second is what uvicorn says of who is gone
            logger.info("A socket ended while something was sent to it: %s", type(error).__name__)
            self._end(1006)

    def _end(self, code: int) -> None:
        """Let the consumer see the end as its next message."""
        self.closed, self.code = True, code
        self.inbox.put_nowait({"type": "websocket.disconnect", "code": code})


def not_waited_for(pong: Pong) -> ParameterError:
    """What a pong gets that answers no ping."""
    return ParameterError(gettext("n: no ping {n} waits for an answer.").format(n=pong.n), param="n")


def _dumped(content: Json) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _bytes(message: Json) -> int:
    text = message.get("text")
    if text is None:
        return len(message.get("bytes") or b"")
    return len(text) if text.isascii() else len(text.encode())
