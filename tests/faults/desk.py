"""An agent at the desk: the list live over a socket, control over REST with session cookie and CSRF token."""

import asyncio
from contextlib import AsyncExitStack, suppress
from typing import Any, Self
from uuid import uuid4

from tests.faults.browser import Browser
from tests.faults.history import Acked, Heard, History, Outcome, Sent, now
from tests.faults.line import Line
from tests.faults.network import Wire
from tests.faults.thread import Thread

Json = dict[str, Any]
TRIES = 40


class Desk:
    """One agent, signed in from `async with` on; `rows` is what the list shows, the newest of each conversation."""

    def __init__(self, name: str, port: int, *, tenant: str = "acme") -> None:
        self.name, self.port = f"{name.title()} Example", port
        self.email = f"{name}@example.com"
        self.host = f"{tenant}.localhost"
        self.history = History(name, tenant, is_customer=False)
        self.wire = Wire(port)
        self.rows: dict[str, Json] = {}
        self.threads: dict[str, Thread] = {}
        self.line = Line(
            self.wire,
            self.history,
            host=self.host,
            path="/ws/desk/",
            greeting=list,
            frame=self._frame,
            probe=self._watches,
            cookie=self._cookie,
            sign_in=self._sign_in,
        )
        self._held = AsyncExitStack()

    async def __aenter__(self) -> Self:
        await self._held.enter_async_context(self.wire)
        self.browser = await self._held.enter_async_context(
            Browser(self.email, host=self.host, port=self.wire.port, at=self.port)
        )
        self.task = asyncio.create_task(self.line.run())
        return self

    async def __aexit__(self, *_error: object) -> None:
        self.task.cancel()
        with suppress(asyncio.CancelledError):
            await self.task
        await self._held.aclose()

    def watch(self, conversation_id: str) -> None:
        """Open a thread."""
        if conversation_id not in self.threads:
            self.threads[conversation_id] = Thread(self.history, conversation_id)
            self.history.watching.add(conversation_id)
            self.line.put(self._watching(conversation_id))

    async def look(self) -> None:
        """Read the list anew."""
        status, body = await self.browser.ask("GET", "conversations?view=all&limit=100")
        if status == 200:
            for row in body["data"]:
                self._row(row)

    async def read(self, conversation_id: str) -> Json | None:
        """The conversation's row as it is now, or None when the answer never came."""
        status, body = await self.browser.ask("GET", f"conversations/{conversation_id}")
        if status != 200:
            return None
        row: Json = body.get("conversation", body)
        self._row(row)
        return row

    async def act(self, action: str, conversation_id: str, **body: Any) -> Outcome:
        """One change of control, asked once: takeover, handback, resolve …"""
        status, answer = await self.browser.ask("POST", f"conversations/{conversation_id}/{action}", body)
        error = answer.get("error", {})
        outcome = Outcome(
            action,
            conversation_id,
            int(body.get("epoch", 0)),
            self.name,
            status,
            error.get("code", ""),
            error.get("message", ""),
            now(),
        )
        self.history.outcomes.append(outcome)
        if status == 200:
            self._row(answer)
        return outcome

    async def reply(self, conversation_id: str, text: str) -> int | None:
        """Write to the customer, repeated under one client id until it is answered; gives the last status."""
        client_id = str(uuid4())
        self.history.sent.append(Sent(client_id, text, "reply", conversation_id, now()))
        status: int | None = None
        for _ in range(TRIES):
            path = f"conversations/{conversation_id}/messages"
            status, answer = await self.browser.ask("POST", path, {"client_id": client_id, "text": text})
            if status == 201:
                self.history.acked.append(Acked(client_id, int(answer["seq"]), conversation_id, now()))
            if status is not None and status < 500:
                break
            await asyncio.sleep(0.25)
        return status

    def _cookie(self) -> str:
        return self.browser.cookie()

    async def _sign_in(self, over: str) -> None:
        await self.browser.sign_in(over)

    def _watching(self, conversation_id: str) -> Json:
        seq = self.threads[conversation_id].seq
        return {"op": "watch", "conversation_id": conversation_id, "last_seq": seq}

    def _watches(self) -> list[Json]:
        return [self._watching(conversation_id) for conversation_id in list(self.threads)[-8:]]

    def _frame(self, frame: Json) -> None:
        match frame.get("op"):
            case "welcome":
                for conversation_id in self.threads:
                    self.line.put(self._watching(conversation_id))
            case "watching":
                self._page(frame)
            case "rows":
                for event in frame["events"]:
                    self._event(event)
            case None:
                self._event(frame)

    def _page(self, frame: Json) -> None:
        for event in frame["events"]:
            self._event(event)
        if frame["has_more"]:
            self.line.put(self._watching(frame["conversation_id"]))

    def _event(self, event: Json) -> None:
        conversation_id = event["conversation_id"]
        self.history.heard.append(Heard(conversation_id, event["type"], now()))
        if event["type"] == "conversation.updated":
            self._row(event["data"])
        thread = self.threads.get(conversation_id)
        if thread is not None:
            was_stale = thread.stale
            thread.take(event)
            if thread.stale and not was_stale:
                self.line.put(self._watching(conversation_id))

    def _row(self, row: Json) -> None:
        known = self.rows.get(row["id"])
        if known is None or known["seq"] <= row["seq"]:
            self.rows[row["id"]] = row
