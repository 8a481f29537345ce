"""Long polls for tests: the application's own, asked in the process, and left when a test says so."""

import asyncio
import json
from typing import Any

from config.asgi import application
from tests import described

Json = dict[str, Any]


class Reply:
    """What came back."""

    def __init__(self) -> None:
        self.status = 0
        self.headers: dict[str, str] = {}
        self.body = b""

    def json(self) -> Json:
        """The body."""
        read: Json = json.loads(self.body)
        return read


class Poll:
    """One request under way; `leave` hangs up as a client does whose network went."""

    def __init__(
        self,
        path: str,
        *,
        host: str = "acme.localhost",
        token: str = "",
        cookie: str = "",
        method: str = "GET",
    ) -> None:
        address, _, query = path.partition("?")
        self.path = address
        headers = [(b"host", host.encode()), (b"cookie", cookie.encode())]
        if token:
            headers.append((b"authorization", f"Bearer {token}".encode()))
        scope = {
            "type": "http",
            "method": method,
            "path": address,
            "query_string": query.encode(),
            "headers": headers,
        }
        self.said: asyncio.Queue[Json] = asyncio.Queue()
        self.said.put_nowait({"type": "http.request", "body": b"", "more_body": False})
        self.reply = Reply()
        self.work = asyncio.create_task(application(scope, self.said.get, self._take))

    async def get(self) -> Reply:
        """Wait for the answer."""
        await self.work
        described.check_poll(self.path, status=self.reply.status, content=self.reply.body)
        return self.reply

    async def leave(self) -> None:
        """Hang up, and wait until the server has noticed."""
        self.said.put_nowait({"type": "http.disconnect"})
        await asyncio.wait_for(self.work, 5)

    async def _take(self, message: Json) -> None:
        if message["type"] == "http.response.start":
            self.reply.status = message["status"]
            self.reply.headers = {name.decode(): value.decode() for name, value in message["headers"]}
        else:
            self.reply.body += message.get("body", b"")
