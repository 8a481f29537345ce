"""Answers whether this web server lives, whether Baton is ready, and the metrics, beside all that may be stuck."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from tenants import health
from tenants.observing import reading

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[Any]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
App = Callable[[Any, Receive, Any], Awaitable[None]]
Answer = tuple[int, str, bytes]
JSON = "application/json"


class Vitals:
    """Answers `/health/…` and `/metrics` on any host, without Django; everything else goes on to the application.

    `/health/live`: the process answers. `/health/serving`: it can take what customers say. `/health/ready`: the whole
    story can be played, else 503 with what is missing.
    """

    def __init__(self, app: App, look: Callable[[], health.Health] = health.look) -> None:
        self.app, self.seen = app, health.Remembered(look)
        self.threads = ThreadPoolExecutor(2, thread_name_prefix="vitals")
        self.answers: Mapping[str, Callable[[Scope], Answer]] = {
            "/health/serving": self._serving,
            "/health/ready": self._ready,
            "/metrics": self._metrics,
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        path = scope.get("path", "")
        if path == "/health/live":
            await _send(send, (200, JSON, _json({"live": True})))
        elif path in self.answers:
            loop = asyncio.get_running_loop()
            await _send(send, await loop.run_in_executor(self.threads, self.answers[path], scope))
        else:
            await self.app(scope, receive, send)

    def _serving(self, _scope: Scope) -> Answer:
        serves = self.seen.health().serves
        return 200 if serves else 503, JSON, _json({"serving": serves})

    def _ready(self, _scope: Scope) -> Answer:
        found = self.seen.health()
        told = {"ready": found.is_ready, "checks": dict(found.checks), "beside": dict(found.beside)}
        return 200 if found.is_ready else 503, JSON, _json(told)

    def _metrics(self, scope: Scope) -> Answer:
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        nearest, _port = scope.get("client") or ("", 0)
        if not reading.may(headers, nearest):
            return 403, JSON, _json({"error": reading.REFUSAL})
        return 200, reading.KIND, reading.text(self.seen.health())


def _json(told: object) -> bytes:
    return json.dumps(told).encode()


async def _send(send: Send, answer: Answer) -> None:
    status, kind, body = answer
    headers = {
        "content-type": kind,
        "content-length": str(len(body)),
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
    }
    lines = [(name.encode(), value.encode()) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": lines})
    await send({"type": "http.response.body", "body": body})
