"""Sockets for tests: the application's own, spoken to in the process, against a database with real commits."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

from channels.layers import get_channel_layer
from channels.testing import WebsocketCommunicator
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

from agents.models import Agent
from agents.sessions import SessionStore
from config.asgi import application
from conversations.models import Customer
from conversations.widget import visitors
from tenants import asking

Json = dict[str, Any]
PATIENCE = 10.0
WIDGET, DESK = "/ws/widget/", "/ws/desk/"


class Peer:
    """One client, which answers pings while it waits for something, unless it is told to be silent."""

    def __init__(
        self,
        path: str,
        *,
        host: str = "acme.localhost",
        origin: str | None = None,
        cookie: str = "",
        silent: bool = False,
        app: Any = application,
    ) -> None:
        self.silent = silent
        origin = f"http://{host}" if origin is None else origin
        headers = [(b"host", host.encode()), (b"origin", origin.encode()), (b"cookie", cookie.encode())]
        self.line = WebsocketCommunicator(app, path, headers=headers)
        self.accepted = False

    async def __aenter__(self) -> Self:
        self.accepted, _ = await self.line.connect(timeout=PATIENCE)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _t: TracebackType | None
    ) -> None:
        await self.line.disconnect()

    async def put(self, **frame: Any) -> None:
        """Send a frame."""
        await self.line.send_json_to(frame)

    async def get(self, wanted: Callable[[Json], bool]) -> Json:
        """The next frame that is wanted, or row of a frame of rows; others are passed over."""
        while True:
            frame: Json = await self.line.receive_json_from(timeout=PATIENCE)
            if frame.get("op") == "ping" and not self.silent:
                await self.put(op="pong", n=frame["n"])
            told: list[Json] = frame["events"] if frame.get("op") == "rows" else [frame]
            if found := next(filter(wanted, told), None):
                return found

    async def op(self, name: str) -> Json:
        """The next frame with this `op`."""
        return await self.get(lambda frame: frame.get("op") == name)

    async def event(self, kind: str) -> Json:
        """The next event of this type."""
        return await self.get(lambda frame: frame.get("type") == kind)

    async def closed(self) -> int:
        """The code with which the server closes."""
        while True:
            message = await self.line.receive_output(timeout=PATIENCE)
            if message["type"] == "websocket.close":
                return int(message["code"])


async def visitor(peer: Peer, *, token: str | None = None, last_seq: int = 0) -> Json:
    """Say hello and give the welcome."""
    await peer.put(op="hello", token=token, last_seq=last_seq)
    return await peer.op("welcome")


async def send(peer: Peer, text: str, client_id: str | None = None) -> Json:
    """Write, and give the acknowledgement."""
    await peer.put(op="send", client_id=client_id or str(uuid4()), text=text)
    return await peer.op("ack")


def session_of(agent: Agent) -> str:
    """The key of a new session of the agent, in the tenant entered now."""
    session = SessionStore()
    session[SESSION_KEY] = agent.id
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = agent.get_session_auth_hash()
    session.create()
    return str(session.session_key)


def bobs_cookie() -> str:
    """Bob's new session as his browser sends it."""
    return cookie(session_of(Agent.objects.get(email="bob@example.com")))


def token_of(customer: Customer) -> str:
    """The token that the customer's widget keeps, in the tenant entered now."""
    return visitors.token(customer)


def cookie(session_key: str) -> str:
    """The session as a browser sends it."""
    return f"{settings.SESSION_COOKIE_NAME}={session_key}"


def run(story: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Play a story in an event loop of its own, and close the channel layer after it."""

    async def whole() -> None:
        try:
            await story()
        finally:
            layer = get_channel_layer()
            close: Callable[[], Awaitable[None]] | None = getattr(layer, "close", None)
            if close is not None:
                await close()
            await asking.close()

    asyncio.run(whole())
