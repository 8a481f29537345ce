"""A socket that comes back, as the front end's does, with its waits shortened so that a test need not wait for them."""

import asyncio
import json
import random
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidMessage

from conversations.sockets import CLOSE_WHO_ARE_YOU
from tests.faults.history import History, now
from tests.faults.network import Wire

Json = dict[str, Any]
FIRST_WAIT, LONGEST_WAIT = 0.1, 1.0
OPEN_WITHIN = 3.0
ANSWER_WITHIN = 4.0  # of silence after which a socket that should have spoken is given up
PROBE_AFTER = 2.0  # more than two pings apart, as in the front end
FAILURES = (OSError, TimeoutError, InvalidHandshake, InvalidMessage, ConnectionClosed, EOFError)


class Line:
    """One client's socket through its wire; `frame` hears each frame, `greeting` says what opens the talk."""

    def __init__(
        self,
        wire: Wire,
        history: History,
        *,
        host: str,
        path: str,
        greeting: Callable[[], list[Json]],
        frame: Callable[[Json], None],
        probe: Callable[[], list[Json]],
        cookie: Callable[[], str] = lambda: "",
        sign_in: Callable[[str], Awaitable[None]] | None = None,
    ) -> None:
        self.wire, self.history, self.host, self.path = wire, history, host, path
        self.greeting, self.frame, self.probe, self.cookie = greeting, frame, probe, cookie
        self.sign_in = sign_in
        self.socket: ClientConnection | None = None
        self.heard_at = 0.0
        self.expects_since: float | None = None  # when something was sent that must be answered
        self._sending: set[asyncio.Task[None]] = set()
        self.dice = random.Random(history.name)
        self.failures = 0

    def put(self, frame: Json) -> None:
        """Send a frame if the socket is open; it is worth nothing otherwise."""
        if self.socket is not None:
            task = asyncio.create_task(self._send(self.socket, frame))
            self._sending.add(task)
            task.add_done_callback(self._sending.discard)

    async def run(self) -> None:
        """Connect again and again until cancelled."""
        while True:
            try:
                await self._once()
            except FAILURES:
                self.failures += 1
            ceiling = min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(self.failures, 10))
            await asyncio.sleep(self.dice.uniform(FIRST_WAIT, ceiling))

    async def _once(self) -> None:
        session = self.cookie()
        headers = {"Cookie": session} if session else {}
        async with connect(
            f"ws://{self.host}:{self.wire.upstream}{self.path}",
            host="127.0.0.1",
            port=self.wire.port,
            origin=f"http://{self.host}:{self.wire.upstream}",  # type: ignore[arg-type]
            additional_headers=headers,
            open_timeout=OPEN_WITHIN,
            close_timeout=0.2,
            ping_interval=None,
            compression=None,
            proxy=None,
        ) as socket:
            try:
                await self._talk(socket)
            finally:
                if socket.close_code == CLOSE_WHO_ARE_YOU and self.sign_in is not None:
                    await self.sign_in(session)

    async def _talk(self, socket: ClientConnection) -> None:
        self.heard_at, self.expects_since = now(), None
        watch = asyncio.create_task(self._watch(socket))
        try:
            self.socket = socket
            for frame in self.greeting():
                await socket.send(json.dumps(frame))
            async for text in socket:
                self.heard_at = now()
                await self._hear(socket, json.loads(text))
        finally:
            self.socket = None
            watch.cancel()
            with suppress(asyncio.CancelledError):
                await watch
            self.history.closes.append((now(), socket.close_code or 1006))

    async def _hear(self, socket: ClientConnection, frame: Json) -> None:
        if frame.get("op") == "ping":
            await socket.send(json.dumps({"op": "pong", "n": frame["n"]}))
            return
        if frame.get("op") == "welcome":
            self.failures = 0
            self.history.welcomes += 1
        self.frame(frame)

    async def _watch(self, socket: ClientConnection) -> None:
        """Ask when it is quiet for long, and hang up when even that is not answered."""
        while True:
            await asyncio.sleep(PROBE_AFTER / 2)
            quiet = now() - self.heard_at
            waits = 0.0 if self.expects_since is None else now() - self.expects_since
            if max(quiet, waits) > ANSWER_WITHIN:
                socket.transport.abort()
                return
            if quiet > PROBE_AFTER:
                for frame in self.probe():
                    await self._send(socket, frame)

    async def _send(self, socket: ClientConnection, frame: Json) -> None:
        with suppress(*FAILURES):
            await asyncio.wait_for(socket.send(json.dumps(frame)), ANSWER_WITHIN)
