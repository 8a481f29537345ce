"""Clients that come back when their socket ends, as the front end's do, and ask for what they missed."""

import asyncio
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidMessage

from tests.load.peers import Clock, Desk, Json, Peer, Thread, Visitor

FIRST_WAIT, LONGEST_WAIT = 0.3, 10.0  # seconds, as in frontend/src/shared/socket.ts
ANSWER_WITHIN, LONGEST_ANSWER = 10.0, 40.0
WATCHES_AT_ONCE, WATCH_SECONDS = 55, 0.11  # a socket of the desk takes 60 frames at once and 10 a second
FAILURES = (OSError, TimeoutError, InvalidHandshake, InvalidMessage, ConnectionClosed, EOFError)


@dataclass(frozen=True)
class Place:
    """Where the clients connect."""

    host: str
    port: int


class Guest(Visitor):
    """A customer whose widget stays."""

    def __init__(self, clock: Clock, place: Place, pair: dict[str, Any]) -> None:
        super().__init__(clock)
        self.place, self.pair = place, pair
        self.unacked: dict[str, Json] = {}
        self.stay = Stay(self)

    async def enter(self) -> None:
        """Open the socket and say hello; what is not acknowledged goes again."""
        await self.open("/ws/widget/", host=self.place.host, port=self.place.port)
        async with self.stay.patiently():
            await self.hello(self.pair["token"], self.pair["conversation_id"])
        for frame in list(self.unacked.values()):
            await self.put(**frame)

    async def write(self, text: str) -> None:
        """Write something that goes until it is acknowledged."""
        client_id = str(uuid4())
        self.clock.texts[client_id] = text
        self.clock.by_customer.add(client_id)
        self.clock.sent[client_id] = time.perf_counter()
        self.unacked[client_id] = {"op": "send", "client_id": client_id, "text": text}
        await self.put(**self.unacked[client_id])

    def take(self, event: Json) -> None:
        """Show it, and remember when; what is shown needs no acknowledgement any more."""
        before = self.threads[self.pair["conversation_id"]].seq
        super().take(event)
        if self.threads[self.pair["conversation_id"]].seq > before:
            self.stay.told_at = time.perf_counter()
            client_id = event["data"].get("client_id")
            if self.unacked.pop(client_id, None) is not None:
                self.clock.acknowledged.setdefault(client_id, self.stay.told_at)

    def on_op(self, frame: Json) -> None:
        """An acknowledged message is not sent again."""
        if frame["op"] == "ack":
            self.unacked.pop(frame["client_id"], None)
        super().on_op(frame)


class Colleague(Desk):
    """An agent whose console stays, with all of their threads."""

    def __init__(self, clock: Clock, place: Place, session: str, mine: list[str]) -> None:
        super().__init__(clock)
        self.place, self.session, self.mine = place, session, mine
        self.stay = Stay(self)

    async def enter(self) -> None:
        """Open the socket and watch every thread from where it stood."""
        await self.open("/ws/desk/", host=self.place.host, port=self.place.port, cookie=f"sessionid={self.session}")
        async with self.stay.patiently():
            await self.answer("welcome")
        for number, conversation_id in enumerate(self.mine):
            await asyncio.sleep(0 if number < WATCHES_AT_ONCE else WATCH_SECONDS)
            await self.catch_up(self.threads.setdefault(conversation_id, Thread(conversation_id)))
        for _ in self.mine:
            await self.answer("watching")

    def take(self, event: Json) -> None:
        """Show it, and remember when."""
        before = self._shown()
        super().take(event)
        if self._shown() > before:
            self.stay.told_at = time.perf_counter()

    def on_op(self, frame: Json) -> None:
        """Take every answer to a watch while entering, also to one that a gap asked for."""
        if frame["op"] == "watching":
            self.answers.put_nowait(frame)
        else:
            super().on_op(frame)

    def _shown(self) -> int:
        return sum(thread.seq for thread in self.threads.values())


class Stay:
    """The life of one client: in, out, and in again; times are of `time.perf_counter`."""

    def __init__(self, peer: "Guest | Colleague") -> None:
        self.peer, self.failures, self.codes = peer, 0, list[int]()
        self.here, self.over, self.first = False, False, asyncio.Event()
        self.entered_at = self.told_at = 0.0
        self._task: asyncio.Task[None] | None = None
        peer.closing = True  # its end is no error, it comes back

    def begin(self) -> None:
        """Come, and come again whenever the socket ends."""
        self._task = asyncio.create_task(self._live())

    async def end(self) -> None:
        """Leave for good."""
        self.over = True
        await self.peer.close()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    @asynccontextmanager
    async def patiently(self) -> AsyncIterator[None]:
        """Give the server so long to let this client in, and as long again after each sign that it lives."""
        patience, loop = min(LONGEST_ANSWER, ANSWER_WITHIN * 2.0**self.failures), asyncio.get_running_loop()
        async with asyncio.timeout(patience) as limit:

            def heard() -> None:
                limit.reschedule(loop.time() + patience)

            self.peer.on_ping = heard
            try:
                yield
            finally:
                self.peer.on_ping = None

    def cut(self) -> None:
        """Lose the connection without a goodbye."""
        self.here = False
        self.peer.socket.transport.abort()

    async def _live(self) -> None:
        while not self.over:
            try:
                await self._enter()
                await self.peer.ended()
                self.codes.append(self.peer.socket.close_code or 1006)
            except FAILURES:
                self.peer.give_up()
            self.here = False
            self.failures += 1
            await asyncio.sleep(
                random.uniform(FIRST_WAIT, min(LONGEST_WAIT, FIRST_WAIT * max(2.0, 2.0 ** (self.failures - 1))))
            )

    async def _enter(self) -> None:
        """Enter; ConnectionResetError when the socket ends before that is done."""
        self.peer.answers = asyncio.Queue()
        entering = asyncio.create_task(self.peer.enter())
        while not entering.done():
            await asyncio.wait({entering}, timeout=0.2)
            if not entering.done() and self.peer.has_ended():
                entering.cancel()
        if entering.cancelled():
            raise ConnectionResetError
        entering.result()
        self.failures, self.here, self.entered_at = 0, True, time.perf_counter()
        self.first.set()


Client = Guest | Colleague


def everybody(place: Place, clock: Clock, part: dict[str, Any]) -> list[Client]:
    """All guests and colleagues of a company, `part` being all of it as `Company.part` gives it."""
    pairs, sessions = part["pairs"], part["sessions"]
    mine = [[pair["conversation_id"] for pair in pairs if pair["agent"] == number] for number in range(len(sessions))]
    colleagues = [Colleague(clock, place, *given) for given in zip(sessions, mine, strict=True)]
    return [*colleagues, *(Guest(clock, place, pair) for pair in pairs)]


def shows(peer: Peer, seqs: dict[str, int]) -> bool:
    """Whether the client shows all of its threads to their ends."""
    return all(thread.seq == seqs[thread.conversation_id] for thread in peer.threads.values())
