"""Whether those with an open desk socket may still be there: one question every few seconds for all of a company.

A hint comes at once when somebody's standing changes; this is for hints that were lost.
"""

import asyncio
from contextlib import suppress
from typing import Any
from weakref import WeakKeyDictionary

from agents import sessions
from agents.sessions import Standing
from tenants.embedded.channel_layer import UNREACHABLE
from tenants.models import Tenant
from tenants.websocket import in_tenant

Json = dict[str, Any]
Inbox = asyncio.Queue[Json]
EVERY_SECONDS = 3.5


class Doorkeeper:
    """Knows as what the sockets of one tenant in this process were opened, and tells those that must close."""

    def __init__(self, tenant: Tenant) -> None:
        self.members: dict[Inbox, Standing] = {}
        self.looking = asyncio.create_task(self._look(tenant), name="doorkeeper")

    async def _look(self, tenant: Tenant) -> None:
        while True:
            await asyncio.sleep(EVERY_SECONDS)
            with suppress(*UNREACHABLE):  # then the next time
                fallen = await in_tenant(tenant, sessions.fallen, set(self.members.values()))
                for inbox, standing in self.members.items():
                    if standing in fallen:
                        inbox.put_nowait({"type": "fallen"})


_keepers: WeakKeyDictionary[asyncio.AbstractEventLoop, dict[str, Doorkeeper]] = WeakKeyDictionary()


def join(tenant: Tenant, inbox: Inbox, standing: Standing) -> None:
    """Let the inbox get `fallen` as soon as its standing is so no more."""
    mine = _keepers.setdefault(asyncio.get_running_loop(), {})
    schema = str(tenant.schema_name)
    if schema not in mine:
        mine[schema] = Doorkeeper(tenant)
    mine[schema].members[inbox] = standing


async def leave(schema: str, inbox: Inbox) -> None:
    """The socket is gone; with the last one of the tenant the looking ends."""
    mine = _keepers.get(asyncio.get_running_loop(), {})
    keeper = mine.get(schema)
    if keeper is None:
        return
    keeper.members.pop(inbox, None)
    if not keeper.members:
        del mine[schema]
        keeper.looking.cancel()
        await asyncio.gather(keeper.looking, return_exceptions=True)
