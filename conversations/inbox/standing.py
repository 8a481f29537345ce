"""Whether those with an open desk socket may still be there: one question every few seconds for all of a company.

A hint comes at once when somebody's standing changes; this is for hints that were lost.
"""

import asyncio
from collections.abc import Mapping
from contextlib import suppress

from agents import sessions
from agents.sessions import Standing
from conversations.rounds import Inbox, Rounds
from tenants.embedded.channel_layer import UNREACHABLE
from tenants.models import Tenant
from tenants.websocket import in_tenant

EVERY_SECONDS = 3.5


async def _look(tenant: Tenant, members: Mapping[Inbox, Standing], every: float) -> None:
    while True:
        await asyncio.sleep(every)
        with suppress(*UNREACHABLE):  # then the next time
            fallen = await in_tenant(tenant, sessions.fallen, set(members.values()))
            for inbox, standing in members.items():
                if standing in fallen:
                    inbox.put_nowait({"type": "fallen"})


ROUNDS = Rounds("doorkeeper", _look)  # gives `fallen` to whoever may be there as what they came no more
