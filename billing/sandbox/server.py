"""The sandbox as an ASGI application, and what it does by itself meanwhile."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any
from urllib.parse import parse_qsl

from billing.sandbox import api, cycles, hosted, webhooks
from billing.sandbox.world import World

Json = dict[str, Any]
Receive = Callable[[], Awaitable[Json]]
Send = Callable[[Json], Awaitable[None]]
EVERY = 0.3  # seconds
LARGEST = 256 * 1024
POLICY = b"default-src 'none'; style-src 'unsafe-inline'; form-action *; base-uri 'none'"

logger = logging.getLogger(__name__)


class Application:
    """Answers the API and the pages; its work of posting events goes on as long as it lives."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.working: asyncio.Task[None] | None = None

    async def __call__(self, scope: Json, receive: Receive, send: Send) -> None:
        """One request, or the beginning and the end of the server's life."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                self.working = asyncio.create_task(self._work())
                await send({"type": "lifespan.startup.complete"})
            else:
                if self.working is not None:
                    self.working.cancel()
                    with suppress(asyncio.CancelledError):
                        await self.working
                await send({"type": "lifespan.shutdown.complete"})
                return

    async def _work(self) -> None:
        while True:
            await asyncio.sleep(EVERY)
            await asyncio.to_thread(self._go_on)

    def _go_on(self) -> None:
        with self.world.store.changing():
            cycles.catch_up(self.world, None, int(self.world.clock()))
        webhooks.deliver(self.world)

    async def _answer(self, scope: Json, receive: Receive, send: Send) -> None:
        body = b""
        while True:
            message = await receive()
            body += message.get("body", b"")
            if len(body) > LARGEST:
                await _reply(send, 413, b"too large", {"content-type": "text/plain"})
                return
            if not message.get("more_body"):
                break
        status, content, headers = await asyncio.to_thread(self._made, scope, body)
        await _reply(send, status, content, headers)

    def _made(self, scope: Json, body: bytes) -> tuple[int, bytes, dict[str, str]]:
        path, query = scope["path"], scope["query_string"].decode("latin-1")
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        if path.startswith("/v1/"):
            told = api.answer(self.world, api.Request(scope["method"], path, query, body, headers))
            return told.status, json.dumps(told.body).encode(), {"content-type": "application/json", **told.headers}
        form = dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
        page = hosted.show(self.world, scope["method"], path, form)
        own = {"content-type": "text/html; charset=utf-8", "content-security-policy": POLICY.decode()}
        return page.status, page.html.encode(), {**own, **({"location": page.to} if page.to else {})}


async def _reply(send: Send, status: int, content: bytes, headers: dict[str, str]) -> None:
    raw = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": raw})
    await send({"type": "http.response.body", "body": content})
