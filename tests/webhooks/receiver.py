"""A receiver of webhooks on this machine that speaks HTTP by hand, so that it can also do it badly."""

import json
import socket
import struct
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.web import peer

Act = Callable[[socket.socket], None]
LONG = 5.0  # seconds, longer than anybody here waits


@dataclass(frozen=True)
class Got:
    """A request as it came."""

    head: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body."""
        return json.loads(self.body)


@dataclass
class Receiver:
    """What came; `acts` answer one request each, then `then` answers all others."""

    port: int
    got: list[Got] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    then: Act | None = None

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}/hook"

    def types(self) -> list[str]:
        """The types of the events that came."""
        return [str(one.json["type"]) for one in self.got]

    def ids(self) -> list[str]:
        """The ids of the events that came."""
        return [one.headers["webhook-id"] for one in self.got]


@contextmanager
def receiving() -> Iterator[Receiver]:
    """A receiver until the block ends."""
    made = Receiver(0)

    def talk(line: socket.socket) -> None:
        line.settimeout(LONG)
        made.got.append(read(line))
        (made.acts.pop(0) if made.acts else made.then or answers())(line)

    with peer(talk) as listening:
        made.port = listening.port
        yield made


def answers(status: int = 200, body: bytes = b"ok", **headers: str) -> Act:
    """A proper answer."""
    told = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())

    def act(line: socket.socket) -> None:
        line.sendall(f"HTTP/1.1 {status} X\r\n{told}Content-Length: {len(body)}\r\n\r\n".encode() + body)

    return act


def silent(line: socket.socket) -> None:
    """Nothing, until the other side gives up."""
    while line.recv(1):
        pass


def drips_headers(line: socket.socket) -> None:
    """A header that never ends."""
    line.sendall(b"HTTP/1.1 200 OK\r\nX-Drip: ")
    _drip(line)


def drips_body(line: socket.socket) -> None:
    """A good status, and a body that never ends."""
    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    _drip(line)


def resets(line: socket.socket) -> None:
    """The connection breaks off hard."""
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    line.close()


def half(line: socket.socket) -> None:
    """Half of a head, then the end."""
    line.sendall(b"HTTP/1.1 20")


def babbles(line: socket.socket) -> None:
    """No HTTP at all."""
    line.sendall(b"220 mail.example ESMTP\r\n" * 3)


def huge(status: int) -> Act:
    """A body that is far too long."""

    def act(line: socket.socket) -> None:
        line.sendall(f"HTTP/1.1 {status} X\r\nContent-Length: 50000000\r\n\r\n".encode())
        for _ in range(50):
            line.sendall(b"x" * 1_000_000)

    return act


def _drip(line: socket.socket) -> None:
    until = time.monotonic() + LONG
    while time.monotonic() < until:
        line.sendall(b"x")
        time.sleep(0.02)


def read(line: socket.socket) -> Got:
    """The request that comes on a line. Raises ConnectionError when it ends before."""
    came = b""
    while b"\r\n\r\n" not in came:
        piece = line.recv(4096)
        if not piece:
            raise ConnectionError
        came += piece
    head, _, body = came.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    headers = {name.lower(): value for name, _, value in (each.partition(": ") for each in lines)}
    while len(body) < int(headers.get("content-length", "0")):
        body += line.recv(4096)
    return Got(first, headers, body)
