"""Many at once: who waits to come in hears so, who is behind is spared hints, and nobody hears what is not theirs."""

import asyncio

import pytest

from conversations import events
from conversations.events import Present, QueueMoved, Typing
from conversations.flow import MOST_FRAMES
from conversations.models import Customer
from conversations.widget import consumer
from tenants import admission
from tenants.models import Tenant
from tenants.websocket import in_tenant
from tests import cast, sockets
from tests.sockets import DESK, WIDGET, Peer


def write_elsewhere() -> None:
    """The customer writes in another window."""
    cast.says(Customer.objects.get(), "And I am here too.")


def test_who_waits_to_come_in_is_told_that_we_live_and_comes_in(
    company: Tenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(consumer, "SIGN_OF_LIFE_EVERY", 0.02)

    async def story() -> None:
        async with Peer(WIDGET) as carol:
            async with asyncio.TaskGroup() as crowd:
                leave = asyncio.Event()

                async def stay() -> None:
                    async with admission.VISITORS.admitted(company.schema_name):
                        await leave.wait()

                for _ in range(admission.VISITORS.of_a_company):
                    crowd.create_task(stay())
                await carol.put(op="hello", token=None, conversation_id=None, last_seq=0)
                assert (await carol.get(lambda _: True))["op"] == "ping"
                leave.set()
            assert (await carol.op("welcome"))["conversation"] is None

    sockets.run(story)


def test_who_is_half_behind_is_sent_no_hints_but_all_that_counts(company: Tenant) -> None:
    async def story() -> None:
        async with Peer(WIDGET, silent=True) as carol:
            await sockets.visitor(carol)
            conversation_id = (await sockets.send(carol, "Hi"))["conversation_id"]
            await carol.op("events")
            schema = company.schema_name
            for _ in range(MOST_FRAMES):
                events.hint(Typing(conversation_id, {"active": True}), schema=schema)
            await in_tenant(company, write_elsewhere)
            typed = 0
            while (frame := await carol.get(lambda _: True)).get("type") != "message.added":
                typed += frame.get("type") == "typing"
            assert frame["data"]["text"] == "And I am here too."
            assert 40 <= typed <= MOST_FRAMES / 2, "a full window would have ended the connection"

    sockets.run(story)


def test_who_comes_or_leaves_while_a_ping_is_on_its_way_is_told_all_the_same(company: Tenant) -> None:
    async def story() -> None:
        cookie = await in_tenant(company, sockets.bobs_cookie)
        async with Peer(WIDGET) as carol, Peer(DESK, cookie=cookie, silent=True) as bob:
            await sockets.visitor(carol)
            conversation_id = (await sockets.send(carol, "Hi"))["conversation_id"]
            await bob.put(op="watch", conversation_id=conversation_id, last_seq=0)
            await bob.op("watching")
            for _ in range(MOST_FRAMES):
                events.hint(Typing(conversation_id, {"active": True}), schema=company.schema_name)
            gone = {"author": {"kind": "customer", "id": "cus_1", "name": "Dora"}, "here": False}
            for _ in range(MOST_FRAMES):
                events.hint(Present(conversation_id, gone), schema=company.schema_name)
            await in_tenant(company, write_elsewhere)
            told = 0
            while (frame := await bob.get(lambda _: True)).get("type") != "message.added":
                told += frame.get("data") == gone
            assert 15 <= told <= MOST_FRAMES / 4, "and the rest of the window is for what is never told again"

    sockets.run(story)


def test_a_full_window_is_given_a_moment_to_be_confirmed(company: Tenant) -> None:
    async def story() -> None:
        async with Peer(WIDGET, silent=True) as carol:
            await sockets.visitor(carol)
            conversation_id = (await sockets.send(carol, "Hi"))["conversation_id"]
            last = MOST_FRAMES + 20
            for number in range(last + 1):
                events.hint(QueueMoved(conversation_id, {"position": number}), schema=company.schema_name)
            ping = await carol.op("ping")
            await asyncio.sleep(0.2)  # the window is full by now
            await carol.put(op="pong", n=ping["n"])
            await carol.get(lambda frame: frame.get("data", {}).get("position") == last)

    sockets.run(story)


def test_a_thread_that_may_not_be_seen_is_not_heard_either(company: Tenant) -> None:
    async def story() -> None:
        async with Peer(DESK, cookie=await in_tenant(company, sockets.bobs_cookie)) as bob:
            await bob.op("welcome")
            nobody = "conv_" + "0" * 25 + "1"
            for unknown in (nobody, "conv_1", "a b"):
                await bob.put(op="watch", conversation_id=unknown, last_seq=0)
                assert (await bob.op("error"))["error"]["param"] == "conversation_id"
            events.hint(Typing(nobody, {"active": True}), schema=company.schema_name)
            with pytest.raises(asyncio.TimeoutError):
                await asyncio.wait_for(bob.event("typing"), 0.3)

    sockets.run(story)
