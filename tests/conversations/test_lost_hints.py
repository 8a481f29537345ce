"""A hint that was lost and that nothing follows: the client is sent away to come back and ask for what it missed."""

import asyncio

import pytest
from django.db.models import F

from conversations.inbox.consumer import DeskConsumer
from conversations.models import Conversation
from conversations.widget.consumer import WidgetConsumer
from tenants.models import Tenant
from tenants.websocket import TenantByHost, in_tenant
from tests import cast, sockets
from tests.sockets import DESK, WIDGET, Peer

pytestmark = pytest.mark.redis_too
COME_BACK = 4412


class KeenWidget(WidgetConsumer):
    """Looks often."""

    looks_every = 0.2


class KeenDesk(DeskConsumer):
    """Looks often."""

    looks_every = 0.2


def add_in_silence(conversation_id: str) -> None:
    """The log grows, and the hint is lost."""
    Conversation.objects.filter(pk=conversation_id).update(seq=F("seq") + 1)


def test_a_customer_who_missed_the_last_hint_comes_back(company: Tenant) -> None:
    async def story() -> None:
        async with Peer(WIDGET, app=TenantByHost(KeenWidget.as_asgi())) as carol:
            await sockets.visitor(carol)
            conversation_id = (await sockets.send(carol, "Hi"))["conversation_id"]
            await carol.op("events")
            await in_tenant(company, add_in_silence, conversation_id)
            assert await carol.closed() == COME_BACK

    sockets.run(story)


def test_an_agent_who_missed_the_last_hint_comes_back(company: Tenant) -> None:
    async def story() -> None:
        cookie = await in_tenant(company, sockets.bobs_cookie)
        conversation = await in_tenant(company, lambda: cast.says(cast.customer(), "Hello"))
        async with Peer(DESK, app=TenantByHost(KeenDesk.as_asgi()), cookie=cookie) as bob:
            await bob.put(op="watch", conversation_id=conversation.id, last_seq=0)
            await bob.op("watching")
            await in_tenant(company, add_in_silence, str(conversation.id))
            assert await bob.closed() == COME_BACK

    sockets.run(story)


def test_who_shows_everything_stays(company: Tenant) -> None:
    async def story() -> None:
        cookie = await in_tenant(company, sockets.bobs_cookie)
        async with (
            Peer(DESK, app=TenantByHost(KeenDesk.as_asgi()), cookie=cookie) as bob,
            Peer(WIDGET, app=TenantByHost(KeenWidget.as_asgi())) as carol,
        ):
            await sockets.visitor(carol)
            conversation_id = (await sockets.send(carol, "Hi"))["conversation_id"]
            await bob.put(op="watch", conversation_id=conversation_id, last_seq=0)
            await bob.op("watching")
            for text in ("One", "Two", "Three"):
                await sockets.send(carol, text)
                await asyncio.sleep(0.3)
            await bob.put(op="unwatch", conversation_id=conversation_id)
            await sockets.send(carol, "Four")
            await asyncio.sleep(0.7)
            assert (await sockets.send(carol, "Five"))["seq"] == 6
            await bob.put(op="watch", conversation_id=conversation_id, last_seq=6)
            assert (await bob.op("watching"))["events"] == []

    sockets.run(story)
