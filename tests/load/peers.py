"""The two ends of a conversation as a client plays them: each keeps the logs it shows, and notes when things came."""

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self
from uuid import uuid4

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Origin

Json = dict[str, Any]
PATIENCE = 60.0
NOT_FOR_US = ('"conversation.updated"', '"rows"', '"typing"', '"presence"', '"seen"', '"queue.moved"')
HEAD = 90  # characters in which an event names its type


@dataclass
class Clock:
    """When each message was sent, acknowledged and shown at the other end, by client id, in seconds."""

    sent: dict[str, float] = field(default_factory=dict)
    acknowledged: dict[str, float] = field(default_factory=dict)
    delivered: dict[str, float] = field(default_factory=dict)
    by_customer: set[str] = field(default_factory=set)
    texts: dict[str, str] = field(default_factory=dict)


@dataclass
class Thread:
    """One conversation's log as one client shows it, and what went wrong on the way."""

    conversation_id: str
    seq: int = 0
    doubled: int = 0
    gaps: int = 0
    shown: list[tuple[int, str | None]] = field(default_factory=list)

    def apply(self, event: Json) -> bool:
        """Show the event if it is the next one; True then. A gap asks for what is missing, a repetition is counted."""
        if event["seq"] <= self.seq:
            self.doubled += 1
            return False
        if event["seq"] > self.seq + 1:
            self.gaps += 1
            return False
        self.seq = event["seq"]
        self.shown.append((self.seq, event["data"].get("client_id")))
        return True


class Peer:
    """A socket that is read for as long as it is open."""

    def __init__(self, clock: Clock, frames: Callable[[Json], None] | None = None) -> None:
        self.clock, self.frames = clock, frames
        self.threads: dict[str, Thread] = {}
        self.errors: list[str] = []
        self.answers: asyncio.Queue[Json] = asyncio.Queue()
        self.rows = 0  # events of the desk that are of no thread
        self._socket: ClientConnection | None = None
        self._reading: asyncio.Task[None] | None = None
        self.closing = False
        self.on_ping: Callable[[], None] | None = None

    @property
    def socket(self) -> ClientConnection:
        """The open socket."""
        assert self._socket is not None
        return self._socket

    async def open(self, path: str, *, host: str, port: int, cookie: str = "") -> Self:
        """Connect to a host name of this machine, and read on from then on."""
        self._reading = None
        self._socket = await connect(
            f"ws://{host}:{port}{path}",
            host="127.0.0.1",
            port=port,
            origin=Origin(f"http://{host}:{port}"),
            additional_headers={"Cookie": cookie} if cookie else None,
            compression=None,
            ping_interval=None,
            open_timeout=PATIENCE,
            max_queue=None,
        )
        self._reading = asyncio.create_task(self._read())
        return self

    async def put(self, **frame: Any) -> None:
        """Send a frame."""
        await self.socket.send(json.dumps(frame, separators=(",", ":")))

    async def answer(self, op: str) -> Json:
        """The next answer, which must be of this `op`."""
        frame = await asyncio.wait_for(self.answers.get(), PATIENCE)
        assert frame["op"] == op, frame
        return frame

    async def close(self) -> None:
        """Leave."""
        self.closing = True
        if self._socket is not None:
            await self._socket.close()
        if self._reading is not None:
            await self._reading

    async def ended(self) -> None:
        """Wait until the socket is read to its end."""
        if self._reading is not None:
            await self._reading

    def give_up(self) -> None:
        """Wait for no answer any more."""
        if self._socket is not None:
            self._socket.transport.abort()

    def has_ended(self) -> bool:
        """Whether the socket was open and is read to its end."""
        return self._reading is not None and self._reading.done()

    def take(self, event: Json) -> None:
        """An event of a thread's log, or one of no thread."""
        thread = self.threads.get(event["conversation_id"])
        if thread is None or event.get("seq") is None:
            return
        gaps = thread.gaps
        if thread.apply(event):
            client_id = event["data"].get("client_id")
            if client_id in self.clock.sent and self.is_peer_of(client_id):
                self.clock.delivered.setdefault(client_id, time.perf_counter())
        elif thread.gaps > gaps:
            asyncio.get_running_loop().create_task(self.catch_up(thread))

    def is_peer_of(self, client_id: str) -> bool:
        """Whether the message came from the other end."""
        raise NotImplementedError

    async def catch_up(self, thread: Thread) -> None:
        """Ask for what is missing."""
        raise NotImplementedError

    def on_op(self, frame: Json) -> None:
        """An answer to what this client asked."""
        self.answers.put_nowait(frame)

    async def _read(self) -> None:
        try:
            async for text in self.socket:
                await self._take_text(str(text))
        except ConnectionClosed:
            pass
        if not self.closing:
            self.errors.append(f"closed {self.socket.close_code}")
            self.answers.put_nowait({"op": self.errors[-1]})

    async def _take_text(self, text: str) -> None:
        if any(kind in text[:HEAD] for kind in NOT_FOR_US):
            self.rows += 1
            return
        frame = json.loads(text)
        match frame.get("op"):
            case None:
                self.take(frame)
            case "ping":
                if self.on_ping is not None:
                    self.on_ping()
                await self.put(op="pong", n=frame["n"])
            case "error":
                self.errors.append(str(frame["error"])[:200])
            case "events" | "watching":
                for event in frame["events"]:
                    self.take(event)
                self.on_op(frame)
            case _:
                self.on_op(frame)


class Visitor(Peer):
    """A customer's socket, in one conversation."""

    async def hello(self, token: str | None, conversation_id: str | None) -> None:
        """Say who it is, and show the log from where this client knows it."""
        last_seq = 0
        if conversation_id is not None:
            last_seq = self.threads.setdefault(conversation_id, Thread(conversation_id)).seq
        await self.put(op="hello", token=token, conversation_id=conversation_id, last_seq=last_seq)
        for event in (await self.answer("welcome"))["events"]:
            self.take(event)

    async def say(self, text: str) -> None:
        """Write; the acknowledgement is noted when it comes."""
        client_id = str(uuid4())
        self.clock.texts[client_id] = text
        self.clock.by_customer.add(client_id)
        self.clock.sent[client_id] = time.perf_counter()
        await self.put(op="send", client_id=client_id, text=text)

    def on_op(self, frame: Json) -> None:
        """Note an acknowledgement."""
        if frame["op"] == "ack":
            self.clock.acknowledged.setdefault(frame["client_id"], time.perf_counter())
        elif frame["op"] == "welcome":
            super().on_op(frame)

    def is_peer_of(self, client_id: str) -> bool:
        """Whether the agent wrote it."""
        return client_id not in self.clock.by_customer

    async def catch_up(self, thread: Thread) -> None:
        """Resume after the last entry shown."""
        await self.put(op="resume", last_seq=thread.seq)


class Desk(Peer):
    """An agent's socket, with the threads that it watches."""

    async def watch(self, conversation_id: str) -> None:
        """Open a thread, or go on with it where this client knows it."""
        thread = self.threads.setdefault(conversation_id, Thread(conversation_id))
        await self.catch_up(thread)
        await self.answer("watching")

    async def say(self, conversation_id: str, text: str) -> None:
        """Write into a thread; the acknowledgement is noted when it comes."""
        client_id = str(uuid4())
        self.clock.texts[client_id] = text
        self.clock.sent[client_id] = time.perf_counter()
        await self.put(op="send", conversation_id=conversation_id, client_id=client_id, text=text)

    def is_peer_of(self, client_id: str) -> bool:
        """Whether the customer wrote it."""
        return client_id in self.clock.by_customer

    def on_op(self, frame: Json) -> None:
        """Keep the welcome and the first answer of each thread; a repeated one only caught up."""
        if frame["op"] == "ack":
            self.clock.acknowledged.setdefault(frame["client_id"], time.perf_counter())
        elif frame["op"] != "watching" or self.threads[frame["conversation_id"]].gaps == 0:
            super().on_op(frame)

    async def catch_up(self, thread: Thread) -> None:
        """Ask for all after the last entry shown."""
        await self.put(op="watch", conversation_id=thread.conversation_id, last_seq=thread.seq)
