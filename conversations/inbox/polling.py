"""`GET /api/v1/updates`: what a desk socket would send, for a network that blocks sockets."""

from typing import Any

from django.conf import settings
from rest_framework.exceptions import NotAuthenticated

from agents import people, sessions
from agents.models import Agent
from agents.permissions import Right, rights_of
from conversations import polling, queries
from conversations.access import access_conversation
from conversations.epochs import Epochs
from conversations.polling import Asked
from conversations.wire import LogEntry
from tenants import groups
from tenants.websocket import cookie, in_tenant

Json = dict[str, Any]
MOST_WAITING = 10  # requests of one agent in one process


async def updates(asked: Asked) -> Json:
    """The log of the watched thread after `after_seq`, and all hints for the desk that come while this waits.

    Rows may change between two requests: a client reads its list anew now and then.
    """
    session_key = cookie(asked.scope, settings.SESSION_COOKIE_NAME)
    agent, epoch = await in_tenant(asked.tenant, _watcher, session_key, asked.conversation_id)
    schema, watched = asked.tenant.schema_name, asked.conversation_id
    epochs = Epochs()
    if watched:
        epochs.show(watched, epoch)
    with polling.counted(asked.tenant, agent.id, most=MOST_WAITING):
        async with polling.listening() as ear:
            await ear.join(groups.everyone_at_the_desk(schema))
            if watched:
                await ear.join(*groups.of_conversation(schema, watched))
            shown, more = await _read(asked)
            hints: list[Json] = []
            if not shown and asked.wait:
                hints, log_moved = await polling.news(ear, wait=asked.wait, epochs=epochs)
                if log_moved:
                    shown, more = await _read(asked)
    if asked.wait:
        await in_tenant(asked.tenant, _still_there, session_key)
    return polling.page(shown, hints, more=more, epochs=epochs)


async def _read(asked: Asked) -> tuple[list[LogEntry], bool]:
    if not asked.conversation_id:
        return [], False
    return await in_tenant(asked.tenant, queries.events_of, asked.conversation_id, asked.after_seq)


def _still_there(session_key: str) -> Agent:
    """Who asks; NotAuthenticated also when they may be here no more since they began to wait."""
    agent = sessions.signed_in(session_key)
    if agent is None or Right.READ_CONVERSATIONS not in rights_of(agent):
        raise NotAuthenticated
    return agent


def _watcher(session_key: str, conversation_id: str) -> tuple[Agent, int]:
    """Who asks, and the epoch of the thread that they watch, 0 for none; their presence is renewed."""
    agent = _still_there(session_key)
    epoch = access_conversation(agent, conversation_id).epoch if conversation_id else 0
    people.came(str(agent.id))
    return agent, epoch
