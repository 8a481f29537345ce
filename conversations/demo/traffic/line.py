"""One visitor's socket: frames out, and what the thread says in, each entry once."""

import asyncio
import json
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

Json = dict[str, Any]
PATH = "/ws/widget/"


@dataclass(frozen=True)
class Place:
    """Where the running demo is: a TCP address, and the company's host name, which need not resolve."""

    address: str
    port: int
    host: str

    @property
    def authority(self) -> str:
        """The Host header."""
        return f"{self.host}:{self.port}"


@dataclass(frozen=True)
class Said:
    """Somebody other than the customer wrote."""

    by: str
    name: str
    text: str
    offers_person: bool


@dataclass(frozen=True)
class Moved:
    """The baton is in another hand."""

    holder: str


@dataclass(frozen=True)
class Resolved:
    """The conversation was marked as resolved."""


Entry = Said | Moved | Resolved


class Line:
    """An open socket after its hello."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._seq = 0
        self._waiting: list[Entry] = []

    async def send(self, text: str) -> None:
        """Say something."""
        await self._put({"op": "send", "client_id": str(uuid.uuid4()), "text": text})

    async def ask_person(self) -> None:
        """Press "Talk to a person"."""
        await self._put({"op": "ask_person", "client_id": str(uuid.uuid4())})

    async def typing(self, *, active: bool) -> None:
        """Show that the customer writes, or stopped."""
        await self._put({"op": "typing", "active": active})

    async def next(self, seconds: float) -> Entry | None:
        """The next entry of the thread that is not the customer's own, or None when none comes in that time."""
        try:
            async with asyncio.timeout(seconds):
                while not self._waiting:
                    self._take(await self._frame())
        except TimeoutError:
            return None
        return self._waiting.pop(0)

    async def hello(self) -> None:
        """Introduce a new visitor and wait for the welcome."""
        await self._put({"op": "hello", "token": None, "last_seq": 0})
        while (await self._frame()).get("op") != "welcome":
            pass

    async def _frame(self) -> Json:
        """The next frame; one that asks whether we are there is answered."""
        frame: Json = json.loads(await self._socket.recv())
        if frame.get("op") == "ping":
            await self._put({"op": "pong", "n": frame["n"]})
        return frame

    async def _put(self, frame: Json) -> None:
        await self._socket.send(json.dumps(frame))

    def _take(self, frame: Json) -> None:
        """Keep what a frame tells; entries seen before, and hints, are nothing new."""
        for event in frame.get("events", [frame]):
            seq = event.get("seq")
            if "type" not in event or seq is None or seq <= self._seq:
                continue
            self._seq = seq
            entry = _entry(event)
            if entry is not None:
                self._waiting.append(entry)


@asynccontextmanager
async def opened(place: Place, language: str) -> AsyncIterator[Line]:
    """A visitor's socket to the company's own host, as the widget's frame opens it."""
    async with connect(
        f"ws://{place.authority}{PATH}",
        host=place.address,
        port=place.port,
        origin=f"http://{place.authority}",  # type: ignore[arg-type]  # a NewType of str
        additional_headers={"Accept-Language": language},
        compression=None,
        open_timeout=15,
        close_timeout=2,
    ) as socket:
        line = Line(socket)
        await line.hello()
        yield line


def _entry(event: Json) -> Entry | None:
    """What an event of the log means to the customer; None for their own words."""
    data = event["data"]
    match event["type"]:
        case "message.added" if data["author"]["kind"] != "customer":
            return Said(data["author"]["kind"], data["author"]["name"], data["text"], data["offers_person"])
        case "control.changed":
            return Moved(data["holder"])
        case "status.changed" if data["status"] == "resolved":
            return Resolved()
    return None
