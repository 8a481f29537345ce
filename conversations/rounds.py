"""A round that goes on by itself for the sockets of one tenant in one process, from its first socket to its last."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from weakref import WeakKeyDictionary

from tenants.models import Tenant

Inbox = asyncio.Queue[dict[str, Any]]
Member = TypeVar("Member")
Going = Callable[[Tenant, Mapping[Inbox, Member], float], Coroutine[Any, Any, None]]


@dataclass(frozen=True)
class _Round(Generic[Member]):
    members: dict[Inbox, Member]
    task: asyncio.Task[None]


class Rounds(Generic[Member]):
    """One round for each tenant with sockets in an event loop; `go` is given its tenant, its members and the pause."""

    def __init__(self, name: str, go: Going[Member]) -> None:
        self._name, self._go = name, go
        self._by_loop: WeakKeyDictionary[asyncio.AbstractEventLoop, dict[str, _Round[Member]]] = WeakKeyDictionary()

    def join(self, tenant: Tenant, inbox: Inbox, member: Member, *, every: float) -> None:
        """Let the round pass by the inbox too; the tenant's first socket says how many seconds are between two."""
        mine = self._by_loop.setdefault(asyncio.get_running_loop(), {})
        schema = str(tenant.schema_name)
        if schema not in mine:
            members: dict[Inbox, Member] = {}
            mine[schema] = _Round(members, asyncio.create_task(self._go(tenant, members, every), name=self._name))
        mine[schema].members[inbox] = member

    async def leave(self, tenant: Tenant, inbox: Inbox) -> None:
        """The socket is gone; with the last one of the tenant the round ends."""
        mine = self._by_loop.get(asyncio.get_running_loop(), {})
        schema = str(tenant.schema_name)
        found = mine.get(schema)
        if found is None:
            return
        found.members.pop(inbox, None)
        if not found.members:
            del mine[schema]
            found.task.cancel()
            await asyncio.gather(found.task, return_exceptions=True)
