"""Whether sockets show all that the log holds: one question every few seconds for all that a company's sockets follow.

An event is a hint and may be lost, with a worker that died after its commit or a layer that was away. A client sees the
gap at the next event; this is for the hint that nothing follows.
"""

import asyncio
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from conversations import queries
from conversations.rounds import Inbox, Rounds
from tenants.embedded.channel_layer import UNREACHABLE
from tenants.models import Tenant
from tenants.websocket import in_tenant

Json = dict[str, Any]
EVERY_SECONDS = 10.0


class Shown:
    """Up to where one socket has shown the log of each conversation that it follows."""

    def __init__(self) -> None:
        self._newest: dict[str, int] = {}

    def event(self, event: Json) -> None:
        """An event is on its way to the client, which asks by itself for what it misses before it."""
        conversation_id = event["conversation_id"]
        if event["seq"] is not None and conversation_id in self._newest:
            self._newest[conversation_id] = max(event["seq"], self._newest[conversation_id])

    def page(self, conversation_id: str, *, after: int, page: Json) -> None:
        """A page of the log after `after` is on its way; while there are more, the client asks by itself."""
        if page["has_more"]:
            self.forget(conversation_id)
        else:
            self._newest[conversation_id] = page["events"][-1]["seq"] if page["events"] else after

    def forget(self, conversation_id: str) -> None:
        """The conversation is followed no more."""
        self._newest.pop(conversation_id, None)

    def followed(self) -> Iterable[str]:
        """The conversations whose log the client should have whole."""
        return self._newest

    def misses(self, log: Mapping[str, int]) -> bool:
        """Whether a log goes further than was shown; `log` is the newest seq by conversation id."""
        return any(seq < log.get(conversation_id, 0) for conversation_id, seq in self._newest.items())


async def _look(tenant: Tenant, members: Mapping[Inbox, Shown], every: float) -> None:
    log: Mapping[str, int] = {}
    while True:
        await asyncio.sleep(every)
        for inbox, shown in members.items():
            if inbox.empty() and shown.misses(log):  # what was there at the last look is no hint under way any more
                inbox.put_nowait({"type": "gap"})
        followed = {one for shown in members.values() for one in shown.followed()}
        log = {}
        if followed:
            with suppress(*UNREACHABLE):  # then the next time
                log = await in_tenant(tenant, queries.newest, followed)


ROUNDS = Rounds("lookout", _look)  # gives a `gap` to whoever stays behind the log from one look to the next
