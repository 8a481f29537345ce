"""A WebSocket client of bare bytes, for what no library lets a client do: never read, send rubbish, fall silent."""

import base64
import json
import os
import socket
import struct
from pathlib import Path
from typing import Any, Self

TEXT, BINARY, CLOSE = 0x1, 0x2, 0x8
HUNG_UP = 1006
ESTABLISHED = "01"


class RawSocket:
    """One connection; `room` is the size in bytes of the client's own receive buffer."""

    def __init__(self, port: int, path: str, *, host: str, room: int = 4096, cookie: str = "") -> None:
        self.line = socket.socket()
        self.line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, room)
        self.line.settimeout(20)
        self.line.connect(("127.0.0.1", port))
        name = f"{host}:{port}"
        key = base64.b64encode(os.urandom(16)).decode()
        lines = (
            f"GET {path} HTTP/1.1",
            f"Host: {name}",
            f"Origin: http://{name}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            f"Sec-WebSocket-Key: {key}",
            f"Cookie: {cookie}",
        )
        self.line.sendall("\r\n".join((*lines, "", "")).encode())
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            head += self.line.recv(1)
        self.status = int(head.split(b" ", 2)[1])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.line.close()

    @property
    def port(self) -> int:
        """The client's own port."""
        port: int = self.line.getsockname()[1]
        return port

    def put(self, **frame: Any) -> None:
        """Send a frame of JSON."""
        self.send(json.dumps(frame).encode())

    def send(self, payload: bytes, opcode: int = TEXT) -> None:
        """Send a frame of any bytes, masked with zeros."""
        size = len(payload)
        length = (
            struct.pack("!B", 0x80 | size)
            if size < 126
            else struct.pack("!BH", 0x80 | 126, size)
            if size < 65536
            else struct.pack("!BQ", 0x80 | 127, size)
        )
        self.line.sendall(bytes([0x80 | opcode]) + length + bytes(4) + payload)

    def get(self) -> tuple[int, bytes]:
        """The next frame: its opcode and payload."""
        first, size = self._exactly(2)
        if size == 126:
            (size,) = struct.unpack("!H", self._exactly(2))
        elif size == 127:
            (size,) = struct.unpack("!Q", self._exactly(8))
        return first & 0x0F, self._exactly(size)

    def closed(self) -> int:
        """Read on until the server says goodbye, and give its code; HUNG_UP when there is none."""
        try:
            while True:
                opcode, payload = self.get()
                if opcode == CLOSE:
                    return int(struct.unpack("!H", payload[:2])[0])
        except (ConnectionError, EOFError):
            return HUNG_UP

    def held_by_server(self, port: int) -> bool:
        """Whether the server's process still holds its end of the connection."""
        wanted = (f":{port:04X}", f":{self.port:04X}")
        for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
            _, local, remote, state, _, _, _, _, _, inode, *_ = line.split()
            if (local[-5:], remote[-5:]) == wanted:
                return state == ESTABLISHED and inode != "0"
        return False

    def _exactly(self, size: int) -> bytes:
        got = b""
        while len(got) < size:
            piece = self.line.recv(size - len(got))
            if not piece:
                raise EOFError
            got += piece
        return got
