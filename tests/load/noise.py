"""One company's programs, visitors and sockets at ten times what each is allowed, for as long as asked."""

import asyncio
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from uvloop import new_event_loop
from websockets.asyncio.client import connect
from websockets.typing import Origin

from tests.load.returning import FAILURES

PROGRAM_A_SECOND = 100  # requests, of 10 allowed
VISITOR_A_SECOND = 10 * 20 / 60  # messages, of a third allowed
FRAMES_A_SECOND = 30  # of 3 allowed
PIPES = 8  # connections of the program, as a client's pool has them
AGAIN_AFTER = 0.3


@dataclass(frozen=True)
class Noise:
    """Where, for how long, and by whom."""

    port: int
    host: str
    seconds: float
    secret: str  # of an API token
    tokens: list[str]  # of visitors
    sockets: int


@dataclass
class Loud:
    """What became of it: how often each answer came, by status, and how often a socket was closed."""

    plan: Noise
    told: Counter[str] = field(default_factory=Counter)

    async def all(self) -> None:
        """Everything at once."""
        until = time.perf_counter() + self.plan.seconds
        program = self._evenly(PROGRAM_A_SECOND / PIPES, until)
        async with asyncio.TaskGroup() as group:
            for _ in range(PIPES):
                group.create_task(program(self._requests("GET /api/v1/conversations HTTP/1.1", self.plan.secret)))
            for token in self.plan.tokens:
                written = self._evenly(VISITOR_A_SECOND, until)
                group.create_task(written(self._requests("POST /api/v1/widget/messages HTTP/1.1", token)))
            for _ in range(self.plan.sockets):
                group.create_task(self._flood(until))

    def _evenly(self, rate: float, until: float) -> "Callable[[Pipe], Coroutine[Any, Any, None]]":
        async def send(pipe: Pipe) -> None:
            due = time.perf_counter()
            while due < until:
                await asyncio.sleep(max(0.0, due - time.perf_counter()))
                self.told[await pipe.ask()] += 1
                due = max(due + 1 / rate, time.perf_counter())  # who has to wait does not make up for it
            pipe.close()

        return send

    def _requests(self, line: str, secret: str) -> "Pipe":
        return Pipe(self.plan, line, secret)

    async def _flood(self, until: float) -> None:
        host, port = self.plan.host, self.plan.port
        while time.perf_counter() < until:
            try:
                async with connect(
                    f"ws://{host}:{port}/ws/widget/",
                    host="127.0.0.1",
                    port=port,
                    origin=Origin(f"http://{host}:{port}"),
                    compression=None,
                    ping_interval=None,
                ) as socket:
                    await socket.send('{"op":"hello","token":null,"conversation_id":null,"last_seq":0}')
                    while time.perf_counter() < until:
                        await socket.send('{"op":"typing","active":true}')
                        await asyncio.sleep(1 / FRAMES_A_SECOND)
            except FAILURES:
                self.told["socket closed"] += 1
                await asyncio.sleep(AGAIN_AFTER)


class Pipe:
    """One connection that is kept, for one request again and again."""

    def __init__(self, plan: Noise, line: str, secret: str) -> None:
        self.plan, self.line, self.secret = plan, line, secret
        self._open: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self) -> str:
        """Send it, read the answer, and give its status; "lost" where the connection ended."""
        try:
            if self._open is None:
                self._open = await asyncio.open_connection("127.0.0.1", self.plan.port)
            reader, writer = self._open
            writer.write(self._request())
            return await _status(reader)
        except FAILURES:
            self.close()
            return "lost"

    def close(self) -> None:
        """End the connection."""
        if self._open is not None:
            self._open[1].close()
            self._open = None

    def _request(self) -> bytes:
        body = json.dumps({"client_id": str(uuid4()), "text": "Is anybody there?"}) if "POST" in self.line else ""
        head = (
            self.line,
            f"Host: {self.plan.host}:{self.plan.port}",
            f"Authorization: Bearer {self.secret}",
            "Content-Type: application/json",
            f"Content-Length: {len(body)}",
        )
        return ("\r\n".join((*head, "", "")) + body).encode()


async def _status(reader: asyncio.StreamReader) -> str:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    lengths = [line for line in head.lower().split("\r\n") if line.startswith("content-length:")]
    if lengths:
        await reader.readexactly(int(lengths[0].partition(":")[2]))
    else:
        while size := int((await reader.readline()).strip() or b"0", 16):
            await reader.readexactly(size + 2)
        await reader.readline()
    return head.split(" ", 2)[1]


def main() -> None:
    """Be loud as the plan on standard input says; prints what became of it as one line of JSON."""
    loud = Loud(Noise(**json.loads(sys.stdin.readline())))
    with asyncio.Runner(loop_factory=new_event_loop) as runner:
        runner.run(loud.all())
    print(json.dumps(loud.told), flush=True)
