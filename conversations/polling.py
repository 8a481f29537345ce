"""Long polling: a request that waits for news in the event loop, and holds no thread and no database session.

Whoever waits has joined the groups before reading the log, so nothing falls between the reading and the waiting.
"""

import asyncio
import json
import logging
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

from asgiref.sync import sync_to_async
from channels.layers import get_channel_layer
from django.conf import settings
from django.utils.translation import gettext
from rest_framework.exceptions import APIException, MethodNotAllowed

from conversations.door import asking
from conversations.epochs import Epochs
from conversations.wire import LogEntry
from tenants import csp, errors, requests, speaking, wholes
from tenants.embedded.channel_layer import UNREACHABLE
from tenants.errors import BatonError, NotFoundError, ParameterError, RateLimitedError
from tenants.hosts import UnknownHostError
from tenants.limits import counting
from tenants.limits.allowance import Allowance
from tenants.limits.counted import BEYOND
from tenants.models import Tenant
from tenants.observing import about, access
from tenants.websocket import Scope, cookie, header, in_tenant, tenant_of

Json = dict[str, Any]
Receive = Callable[[], Awaitable[Json]]
Send = Callable[[Json], Awaitable[None]]
App = Callable[[Any, Receive, Any], Awaitable[None]]
LONGEST_WAIT = 25  # seconds
GATHER_SECONDS = 0.05  # what follows upon the first news so soon comes along with it
TRY_AGAIN_SECONDS = 5
MOST_PARAMETERS = 20

logger = logging.getLogger(__name__)
_waiting: Counter[tuple[str, str]] = Counter()


@dataclass(frozen=True)
class Asked:
    """One request: the tenant of its host, and what it asks for; `wait` in seconds."""

    tenant: Tenant
    scope: Scope
    conversation_id: str
    after_seq: int
    wait: int


class LongPoll:
    """Serves GET at one address with `answer`, and gives up as soon as the client does."""

    def __init__(self, answer: Callable[[Asked], Awaitable[Json]]) -> None:
        self.answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, in the one shape also when something is wrong."""
        about.forget()
        request_id, waiting = requests.begin(), access.poll(scope["path"])
        waiting.inc()
        spoken = speaking.asked_by(header(scope, b"accept-language")) if speaking.at(scope["path"]) else ""
        with speaking.in_language(spoken):
            work = asyncio.create_task(self._answered(scope))
        gone = asyncio.create_task(_until_gone(receive))
        try:
            await asyncio.wait({work, gone}, return_when=asyncio.FIRST_COMPLETED)
            if work.done():
                access.polled(scope["path"], work.result()[0])
                await _send_json(send, *work.result(), request_id=request_id)
        finally:
            waiting.dec()
            work.cancel()
            gone.cancel()
            await asyncio.gather(work, gone, return_exceptions=True)

    async def _answered(self, scope: Scope) -> tuple[int, Json, dict[str, str]]:
        left: dict[str, str] = {}
        try:
            if scope["method"] != "GET":
                raise MethodNotAllowed(scope["method"])
            asked = await _asked(scope)
            allowance = await in_tenant(asked.tenant, _charged, asked.tenant, scope)
            left = dict(allowance.headers())
            if allowance.retry_after is not None:
                raise RateLimitedError(gettext(BEYOND), retry_after=allowance.retry_after)
            return 200, await self.answer(asked), left
        except (BatonError, APIException) as error:
            response = errors.handle(error, {})
            if response is None:
                raise
            if not left:  # it was refused before anybody could be known
                left = dict((await sync_to_async(_of_network, thread_sensitive=False)("", scope)).headers())
            more = {"Allow": "GET"} if response.status_code == 405 else {}
            return response.status_code, response.data, {**left, **more, **dict(response.items())}
        except UNREACHABLE as error:
            logger.warning("A waiting client is sent away since something it needs is away: %s", type(error).__name__)
            problem = errors.shape(
                "api_error", "unavailable", gettext("Something that this needs is away; try again soon.")
            )
            return 503, {"error": problem}, {"Retry-After": str(TRY_AGAIN_SECONDS)}


class WithPolls:
    """Serves each long poll at its path; everything else goes on to the application."""

    def __init__(self, app: App, polls: Mapping[str, LongPoll]) -> None:
        self.app, self.polls = app, polls

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        await self.polls.get(scope["path"], self.app)(scope, receive, send)


class Ear:
    """Hears what is sent to the groups that it joins."""

    def __init__(self, channel: str) -> None:
        self.layer, self.channel = get_channel_layer(), channel
        self.groups: list[str] = []
        self.hearing = asyncio.create_task(self.layer.receive(channel))

    async def join(self, *groups: str) -> None:
        """Hear these groups from now on."""
        for group in groups:
            self.groups.append(group)
            await self.layer.group_add(group, self.channel)

    async def next(self, seconds: float) -> Json | None:
        """The next message, or None when none comes in time."""
        await asyncio.wait({self.hearing}, timeout=max(0.0, seconds))
        if not self.hearing.done():
            return None
        heard: Json = self.hearing.result()
        self.hearing = asyncio.create_task(self.layer.receive(self.channel))
        return heard

    async def close(self) -> None:
        """Hear nothing more; the layer forgets a channel whose reader was cancelled, and no other."""
        while True:
            await asyncio.sleep(0)  # a task that never began would be cancelled before it can clean up
            self.hearing.cancel()
            await asyncio.wait({self.hearing})
            if self.hearing.cancelled() or self.hearing.exception() is not None:
                break
            self.hearing = asyncio.create_task(self.layer.receive(self.channel))  # it heard something in this moment
        for group in self.groups:
            with suppress(*UNREACHABLE):
                await self.layer.group_discard(group, self.channel)


@asynccontextmanager
async def listening() -> AsyncIterator[Ear]:
    """An ear for the length of a block."""
    ear = Ear(await get_channel_layer().new_channel())
    try:
        yield ear
    finally:
        await ear.close()


@contextmanager
def counted(tenant: Tenant, who: str, *, most: int) -> Iterator[None]:
    """Count one who waits; RateLimitedError when `most` requests of theirs wait in this process already."""
    key = (tenant.schema_name, who)
    if _waiting[key] >= most:
        raise RateLimitedError(gettext("Too many requests of yours wait already."), retry_after=TRY_AGAIN_SECONDS)
    _waiting[key] += 1
    try:
        yield
    finally:
        _waiting[key] -= 1
        if _waiting[key] <= 0:
            del _waiting[key]


async def news(ear: Ear, *, wait: float, epochs: Epochs) -> tuple[list[Json], bool]:
    """The hints that come first within `wait` seconds, and whether the log should be read anew."""
    until = time.monotonic() + wait
    hints: list[Json] = []
    log_moved = False
    while (message := await ear.next(until - time.monotonic())) is not None:
        if message["type"] == "gap":
            log_moved = True
        elif message["type"] == "renewed":  # who waits may be a stranger now: they ask again, and are looked at
            break
        elif message["type"] == "event":
            event = message["event"]
            shown = epochs.lets_through(event)
            if event["seq"] is not None:
                log_moved = True
            elif shown:
                hints.append(event)
        if hints or log_moved:
            until = min(until, time.monotonic() + GATHER_SECONDS)
    return hints, log_moved


def page(shown: list[LogEntry], hints: list[Json], *, more: bool, epochs: Epochs) -> Json:
    """The answer; no part of an assistant's answer comes with or after a newer epoch."""
    for event in shown:
        epochs.lets_through(event)
    return {"events": shown, "hints": [hint for hint in hints if epochs.lets_through(hint)], "has_more": more}


def _charged(tenant: Tenant, scope: Scope) -> Allowance:
    """What is left to whoever asks; this request is counted."""
    session_key = cookie(scope, settings.SESSION_COOKIE_NAME)
    who = asking.of_poll(tenant, authorization=header(scope, b"authorization"), session_key=session_key)
    return _of_network(tenant.schema_name, scope) if who is None else counting.charge(who.counted_as, who.limit)


def _of_network(schema: str, scope: Scope) -> Allowance:
    nearest, _port = scope.get("client") or ("", 0)
    return counting.charge_address(schema, requests.nearest(header(scope, b"x-forwarded-for"), nearest))


async def _asked(scope: Scope) -> Asked:
    try:
        tenant = await tenant_of(scope)
    except UnknownHostError as error:
        raise NotFoundError(gettext("There is no such company here.")) from error
    try:
        given = parse_qs(
            scope["query_string"].decode("latin-1"), keep_blank_values=True, max_num_fields=MOST_PARAMETERS
        )
    except ValueError as error:
        raise ParameterError(
            gettext("At most {most_parameters} parameters are read.").format(most_parameters=MOST_PARAMETERS)
        ) from error
    return Asked(
        tenant=tenant,
        scope=scope,
        conversation_id=given.get("conversation_id", [""])[0],
        after_seq=_whole(given, "after_seq", wholes.LARGEST),
        wait=_whole(given, "wait", LONGEST_WAIT),
    )


def _whole(given: dict[str, list[str]], name: str, most: int) -> int:
    text = given.get(name, ["0"])[0]
    value = int(text) if text.isascii() and text.isdecimal() and len(text) <= 10 else -1
    if not 0 <= value <= most:
        raise ParameterError(
            gettext("{name}: must be a whole number from 0 to {most}.").format(name=name, most=most), param=name
        )
    return value


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        continue


async def _send_json(send: Send, status: int, content: Json, more: dict[str, str], *, request_id: str) -> None:
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    headers = {
        **more,
        "Content-Type": "application/json",
        "Content-Length": str(len(body)),
        "Cache-Control": "no-store",
        "X-Request-Id": request_id,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        csp.HEADER: "default-src 'none'; frame-ancestors 'none'",
    }
    lines = [(name.lower().encode(), value.encode("latin-1")) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": lines})
    await send({"type": "http.response.body", "body": body})
