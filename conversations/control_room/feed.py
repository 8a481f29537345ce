"""The control room live: one ear for all control rooms of a process, which get what changed at most twice a second.

It hears what everybody at the desk is told, so a message costs nothing more because somebody watches; what changed
is read anew, all of it in a few queries, and dumped once for all sockets. What nobody announces, a customer who waits
on, is looked for now and then.
"""

import asyncio
import json
from contextlib import suppress
from datetime import timedelta
from itertools import islice
from typing import Any
from weakref import WeakKeyDictionary

from channels.layers import get_channel_layer
from django.utils import timezone

from agents import entitled
from billing.plans import Feature
from conversations.control_room import risk, rows
from conversations.events import ConversationRemoved, ConversationUpdated
from tenants import groups
from tenants.embedded.channel_layer import UNREACHABLE
from tenants.models import Tenant
from tenants.websocket import in_tenant

Json = dict[str, Any]
Inbox = asyncio.Queue[Json]
GATHER_SECONDS = 0.5
MOST_ROWS = 40  # in one frame, some 60 kB: well below what a socket may have unconfirmed
MOST_KNOWN = 5000  # conversations that were told to be gone
LOOKS_EVERY = 15.0  # seconds, for those who wait
FRAME = {"op": "control_room", "rows": [], "gone": []}


class Feed:
    """What the control rooms of one tenant in this process get; each has an inbox."""

    def __init__(self, tenant: Tenant) -> None:
        self.tenant = tenant
        self.members: set[Inbox] = set()
        self._tasks: list[asyncio.Task[None]] = []
        self._opening = asyncio.Lock()
        self._changed: dict[str, None] = {}
        self._gone: dict[str, None] = {}
        self._told_gone: set[str] = set()
        self._woken = asyncio.Event()

    async def listen(self) -> None:
        """Hear from now on what changes."""
        async with self._opening:
            if not self._tasks:
                layer, schema = get_channel_layer(), self.tenant.schema_name
                channel = await layer.new_channel("control_room")
                await layer.group_add(groups.everyone_at_the_desk(schema), channel)
                await layer.group_add(groups.control_room(schema), channel)
                work = (self._listen(layer, channel), self._tell_on(), self._look_on())
                self._tasks = [asyncio.create_task(one, name="control room") for one in work]

    async def end(self) -> None:
        """Hear nothing more."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _listen(self, layer: Any, channel: str) -> None:
        try:
            while True:
                message = await layer.receive(channel)
                if message["type"] == "event":
                    self._hear(message["event"])
                elif message["type"] == "gap":
                    self._tell(message)
        except UNREACHABLE:
            self._tell({"type": "gap"})

    def _hear(self, event: Json) -> None:
        """A row of the list changed, or a supervisor did something."""
        conversation_id, kind, data = event["conversation_id"], event["type"], event["data"]
        over = kind == ConversationUpdated.type and not _is_live(data)
        if kind == ConversationRemoved.type or over:
            self._leaves(conversation_id)
        else:
            self._told_gone.discard(conversation_id)
            self._changed[conversation_id] = None
            self._woken.set()

    def _leaves(self, conversation_id: str) -> None:
        """Told once: people write on in what left the room."""
        self._changed.pop(conversation_id, None)
        if conversation_id in self._told_gone:
            return
        if len(self._told_gone) >= MOST_KNOWN:
            self._told_gone.clear()
        self._told_gone.add(conversation_id)
        self._gone[conversation_id] = None
        self._woken.set()

    async def _tell_on(self) -> None:
        """The first change after a quiet moment leaves at once, those that follow soon leave together."""
        while True:
            await self._woken.wait()
            self._woken.clear()
            with suppress(*UNREACHABLE):  # whoever needs it comes back and asks for all
                await self._tell_changes()
            await asyncio.sleep(GATHER_SECONDS)

    async def _tell_changes(self) -> None:
        asked = list(islice(self._changed, MOST_ROWS))
        for conversation_id in asked:
            del self._changed[conversation_id]
        shown = await in_tenant(self.tenant, rows.of, asked) if asked else []
        there = {one["conversation_id"] for one in shown}
        gone = [*self._gone, *(one for one in asked if one not in there)]
        self._gone.clear()
        if self._changed:
            self._woken.set()
        if shown or gone:
            text = json.dumps({**FRAME, "rows": shown, "gone": gone}, ensure_ascii=False, separators=(",", ":"))
            self._tell({"type": "control_room", "text": text})

    async def _look_on(self) -> None:
        while True:
            await asyncio.sleep(LOOKS_EVERY)
            with suppress(*UNREACHABLE):
                waiting = await in_tenant(self.tenant, _waiting)
                if waiting is None:
                    self._tell({"type": "gap"})  # whoever comes back asks anew, and is told why not
                for conversation_id in waiting or ():
                    self._changed[conversation_id] = None
                    self._woken.set()

    def _tell(self, message: Json) -> None:
        for inbox in self.members:
            inbox.put_nowait(message)


_feeds: WeakKeyDictionary[asyncio.AbstractEventLoop, dict[str, Feed]] = WeakKeyDictionary()


async def join(tenant: Tenant, inbox: Inbox) -> None:
    """Let the inbox get `control_room` of the tenant from now on: the text of the frame that tells what changed.

    It gets a `gap` when some were missed.
    """
    mine = _feeds.setdefault(asyncio.get_running_loop(), {})
    feed = mine.setdefault(tenant.schema_name, Feed(tenant))
    feed.members.add(inbox)
    await feed.listen()


async def leave(tenant: Tenant, inbox: Inbox) -> None:
    """The inbox gets no more; with its last inbox the feed ends."""
    mine = _feeds.get(asyncio.get_running_loop(), {})
    feed = mine.get(tenant.schema_name)
    if feed is None or inbox not in feed.members:
        return
    feed.members.discard(inbox)
    if not feed.members:
        del mine[tenant.schema_name]
        await feed.end()


def _is_live(row: Json) -> bool:
    return bool(row["control"]["holder"] == "assistant" and row["status"] != "resolved")


def _waiting() -> list[str] | None:
    """Live conversations whose customer has waited for an answer for a while, so that their risk grows.

    None where the company's plan has no control room any more.
    """
    if not entitled.has(Feature.CONTROL_ROOM):
        return None
    since = timezone.now() - risk.OWED_FROM
    found = rows.live().filter(unanswered_since__lt=since, unanswered_since__gt=since - timedelta(hours=1))
    return [str(one) for one in found.values_list("id", flat=True)[: rows.MOST_ROWS]]
