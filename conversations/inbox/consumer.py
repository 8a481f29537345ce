"""The agent's socket: the list live, the threads being watched, typing and presence."""

import asyncio
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest

from agents import people
from agents.models import Agent, Presence
from conversations import events, frames, queries
from conversations.access import access_conversation
from conversations.frames import SetPresence, Typing, Unwatch, Watch
from conversations.inbox.me import me
from conversations.sockets import CLOSE_WHO_ARE_YOU, JsonSocket
from tenants import groups
from tenants.websocket import cookie, in_tenant

Json = dict[str, Any]
RENEW_SECONDS = 25.0


class DeskConsumer(JsonSocket):
    """One agent's socket, signed in by the browser's session."""

    agent: Agent
    renewing: asyncio.Task[None] | None = None

    async def connect(self) -> None:
        """Accept, then say who is signed in; close with 4401 when nobody is."""
        await super().connect()
        agent = await in_tenant(self.tenant, _signed_in, cookie(self.scope, settings.SESSION_COOKIE_NAME))
        if agent is None:
            await self.close(CLOSE_WHO_ARE_YOU)
            return
        self.agent = agent
        await self.join(groups.everyone_at_the_desk(self.tenant.schema_name))
        await in_tenant(self.tenant, people.came, str(agent.id))
        self.renewing = asyncio.create_task(self._renew())
        await self.put({"op": "welcome", "agent": await in_tenant(self.tenant, _me, str(agent.id))})

    async def disconnect(self, code: int) -> None:
        """Stop renewing; the presence runs out by itself unless another socket is open."""
        if self.renewing is not None:
            self.renewing.cancel()
            with suppress(asyncio.CancelledError):
                await self.renewing
        await super().disconnect(code)

    async def act(self, frame: Json) -> None:
        """Do what the agent's frame asks."""
        match frames.of_desk(frame):
            case Watch(conversation_id=conversation_id, last_seq=last_seq):
                await self._watch(conversation_id, last_seq)
            case Unwatch(conversation_id=conversation_id):
                for group in self._groups(conversation_id):
                    await self.leave(group)
            case Typing(conversation_id=conversation_id, active=active):
                await self._typing(conversation_id, active=active)
            case SetPresence(state=state):
                await in_tenant(self.tenant, people.set_presence, str(self.agent.id), Presence(state))

    async def _watch(self, conversation_id: str, last_seq: int) -> None:
        conversation = await in_tenant(self.tenant, access_conversation, self.agent, conversation_id)
        for group in self._groups(str(conversation.id)):
            await self.join(group)  # before reading, so that nothing falls between
        shown, more = await in_tenant(self.tenant, queries.events_of, str(conversation.id), last_seq)
        await self.put({"op": "watching", "conversation_id": conversation.id, "events": shown, "has_more": more})

    async def _typing(self, conversation_id: str, *, active: bool) -> None:
        schema = self.tenant.schema_name
        if groups.desk(schema, conversation_id) not in self.joined:
            return
        author = {"kind": "agent", "id": self.agent.id, "name": self.agent.first_name}
        await events.hint(events.Typing(conversation_id, {"author": author, "active": active}), schema=schema)

    async def _renew(self) -> None:
        while True:
            await asyncio.sleep(RENEW_SECONDS)
            await in_tenant(self.tenant, people.still_there, str(self.agent.id))

    def _groups(self, conversation_id: str) -> tuple[str, str]:
        schema = self.tenant.schema_name
        return groups.shared(schema, conversation_id), groups.desk(schema, conversation_id)


def _signed_in(session_key: str) -> Agent | None:
    request = HttpRequest()
    request.session = SessionStore(session_key or None)
    user = get_user(request)
    return user if isinstance(user, Agent) and user.is_active else None


def _me(agent_id: str) -> Json:
    return me(Agent.objects.prefetch_related("teams").get(pk=agent_id))
