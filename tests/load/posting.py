"""The little of HTTP that an agent's browser needs to write messages, over connections that stay open."""

import asyncio
import json
from collections.abc import Mapping
from typing import Any

PATIENCE = 60.0


class Poster:
    """Sends JSON to one host name as one signed-in browser."""

    def __init__(self, port: int, *, host: str, session: str) -> None:
        self.port = port
        csrf = "c" * 32
        self.head = (
            f"Host: {host}:{port}\r\nOrigin: http://{host}:{port}\r\nCookie: sessionid={session}; csrftoken={csrf}\r\n"
            f"X-CSRFToken: {csrf}\r\nContent-Type: application/json\r\n"
        )
        self.idle: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []

    async def post(self, path: str, content: Mapping[str, Any]) -> tuple[int, bytes]:
        """Send one request; its status and the body of the answer. A connection that had ended is replaced once."""
        body = json.dumps(content).encode()
        request = f"POST {path} HTTP/1.1\r\n{self.head}Content-Length: {len(body)}\r\n\r\n".encode() + body
        while True:
            used = bool(self.idle)
            line = self.idle.pop() if used else await asyncio.open_connection("127.0.0.1", self.port)
            try:
                return await asyncio.wait_for(self._exchange(line, request), PATIENCE)
            except (ConnectionError, asyncio.IncompleteReadError):
                line[1].close()
                if not used:
                    raise

    async def close(self) -> None:
        """Close what is open."""
        for _, writer in self.idle:
            writer.close()

    async def _exchange(
        self, line: tuple[asyncio.StreamReader, asyncio.StreamWriter], request: bytes
    ) -> tuple[int, bytes]:
        reader, writer = line
        writer.write(request)
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        status = int(head[9:12])
        if b"transfer-encoding: chunked" in head:
            body = b""
            while size := int(await reader.readline(), 16):
                body += (await reader.readexactly(size + 2))[:-2]
            await reader.readline()
        else:
            body = await reader.readexactly(int(head.split(b"content-length:")[1].split(b"\r\n")[0]))
        if b"connection: close" in head:
            writer.close()
        else:
            self.idle.append(line)
        return status, body
