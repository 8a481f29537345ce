"""A customer with a widget: numbers messages, repeats what was not acknowledged, resumes, and mends gaps."""

import asyncio
from contextlib import AsyncExitStack, suppress
from typing import Any, Self
from uuid import uuid4

from tests.faults.history import Acked, Heard, History, Sent, now
from tests.faults.line import Line
from tests.faults.network import Wire
from tests.faults.thread import Thread

Json = dict[str, Any]
MEND_EVERY = 0.3


class Customer:
    """One customer, from `async with` on at the widget; `history` holds all that they sent and saw."""

    def __init__(self, name: str, port: int, *, tenant: str = "acme") -> None:
        self.history = History(name, tenant)
        self.wire = Wire(port)
        self.line = Line(
            self.wire,
            self.history,
            host=f"{tenant}.localhost",
            path="/ws/widget/",
            greeting=lambda: [self._hello()],
            frame=self._frame,
            probe=lambda: [self._resume()],
        )
        self.token: str | None = None
        self.thread: Thread | None = None
        self.unacked: dict[str, Json] = {}
        self._mended_at = 0.0
        self._changed = asyncio.Event()
        self._held = AsyncExitStack()

    async def __aenter__(self) -> Self:
        await self._held.enter_async_context(self.wire)
        self.task = asyncio.create_task(self.line.run())
        return self

    async def __aexit__(self, *_error: object) -> None:
        self.task.cancel()
        with suppress(asyncio.CancelledError):
            await self.task
        await self._held.aclose()

    async def settled(self) -> None:
        """Wait until all that was written is acknowledged or refused, and the screen lacks nothing it knows of."""
        while self.unacked or (self.thread is not None and self.thread.stale):
            await self.change()

    async def change(self) -> None:
        """Wait for the next frame."""
        self._changed.clear()
        await self._changed.wait()

    def say(self, text: str) -> str:
        """Write; gives the client id under which it is repeated until acknowledged."""
        return self._deliver("send", {"text": text}, text)

    def ask_person(self) -> str:
        """Press "Talk to a person"."""
        return self._deliver("ask_person", {}, "")

    def _deliver(self, kind: str, more: Json, text: str) -> str:
        client_id = str(uuid4())
        frame = {"op": kind, "client_id": client_id, **more}
        self.history.sent.append(Sent(client_id, text, kind, self.history.own, now()))
        self.unacked[client_id] = frame
        if self.token is not None:
            self._put(frame)
        return client_id

    def _put(self, frame: Json) -> None:
        self.line.put(frame)
        if self.line.expects_since is None:
            self.line.expects_since = now()

    def _hello(self) -> Json:
        last = 0 if self.thread is None else self.thread.seq
        return {"op": "hello", "token": self.token, "conversation_id": self.history.own, "last_seq": last}

    def _resume(self) -> Json:
        return {"op": "resume", "last_seq": 0 if self.thread is None else self.thread.seq}

    def _frame(self, frame: Json) -> None:
        match frame.get("op"):
            case "welcome":
                self._welcome(frame)
            case "events":
                self._events(frame)
            case "ack":
                self._ack(frame)
            case "error":
                self._error(frame)
            case None:
                self._event(frame)
        self._changed.set()
        self._mend()

    def _welcome(self, frame: Json) -> None:
        self.token = frame["token"]
        if frame["conversation"] is not None:
            self._enter(frame["conversation"]["id"])
        self._events(frame)
        for unacked in list(self.unacked.values()):
            self._put(unacked)

    def _events(self, frame: Json) -> None:
        for event in frame["events"]:
            self._event(event)
        if frame["has_more"]:
            self.line.put(self._resume())

    def _event(self, event: Json) -> None:
        conversation_id = event["conversation_id"]
        self.history.heard.append(Heard(conversation_id, event["type"], now()))
        if self.thread is not None and conversation_id == self.thread.id:
            self.thread.take(event)
            self._settle(event["data"].get("client_id"))

    def _ack(self, frame: Json) -> None:
        conversation_id, seq = frame["conversation_id"], int(frame["seq"])
        self.history.acked.append(Acked(frame["client_id"], seq, conversation_id, now()))
        self._settle(frame["client_id"])
        thread = self._enter(conversation_id)
        thread.seen = max(thread.seen, seq)

    def _error(self, frame: Json) -> None:
        client_id = frame.get("client_id")
        self.history.refused.append((client_id or "", frame["error"]["code"]))
        self._settle(client_id)

    def _settle(self, client_id: str | None) -> None:
        if client_id is not None:
            self.unacked.pop(client_id, None)
            self.line.expects_since = now() if self.unacked else None

    def _enter(self, conversation_id: str) -> Thread:
        if self.thread is None or self.thread.id != conversation_id:
            self.thread = Thread(self.history, conversation_id)
            self.history.own = self.history.own or conversation_id
        return self.thread

    def _mend(self) -> None:
        """Ask for what is missing after a gap, not more often than now and then."""
        if self.thread is not None and self.thread.stale and now() - self._mended_at > MEND_EVERY:
            self._mended_at = now()
            self.line.put(self._resume())
