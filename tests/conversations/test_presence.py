"""Who is here, what was seen, and answers in parts: hints that come, reach only whom they may, and are never stored."""

import asyncio
from typing import Any
from uuid import uuid4

import pytest

from agents.models import Agent
from conversations import presence, seen
from conversations.inbox import writes
from conversations.inbox.consumer import DeskConsumer
from conversations.models import Conversation
from conversations.speech import Speech
from conversations.widget.consumer import WidgetConsumer
from tenants.models import Tenant
from tenants.websocket import TenantByHost, in_tenant
from tests import cast, sockets
from tests.sockets import DESK, WIDGET, Peer

pytestmark = pytest.mark.redis_too
Json = dict[str, Any]


def alices_cookie() -> str:
    return sockets.cookie(sockets.session_of(cast.agent("alice")))


async def present(peer: Peer, kind: str) -> tuple[str, bool]:
    """The next presence of somebody of this kind: their name, and whether they are here."""
    wanted = await peer.get(lambda frame: frame.get("type") == "presence" and frame["data"]["author"]["kind"] == kind)
    assert wanted["seq"] is None
    return wanted["data"]["author"]["name"], wanted["data"]["here"]


async def watch(peer: Peer, conversation_id: str) -> Json:
    """Open a thread."""
    await peer.put(op="watch", conversation_id=conversation_id, last_seq=0)
    return await peer.op("watching")


async def silence(peer: Peer, kind: str) -> None:
    """Nothing of this type comes for a while."""
    with pytest.raises(asyncio.TimeoutError):
        await asyncio.wait_for(peer.event(kind), 0.5)


def test_the_desk_sees_the_customer_come_and_go_and_the_customer_sees_nothing(company: Tenant) -> None:
    async def story() -> None:
        async with Peer(DESK, cookie=await in_tenant(company, sockets.bobs_cookie)) as bob:
            async with Peer(WIDGET) as carol:
                token = (await sockets.visitor(carol))["token"]
                conversation_id = (await sockets.send(carol, "Hi"))["conversation_id"]
                await carol.op("events")  # she follows now, and has said so before bob listens
                await watch(bob, conversation_id)
                name, here = await present(bob, "customer")  # answers the roll that bob called
                assert here
                await silence(carol, "presence")
            assert await present(bob, "customer") == (name, False)
            async with Peer(WIDGET) as carol:
                await sockets.visitor(carol, token=token)
                assert await present(bob, "customer") == (name, True)

    sockets.run(story)


def test_a_customer_with_two_windows_is_gone_with_the_last(company: Tenant) -> None:
    async def story() -> None:
        async with (
            Peer(DESK, cookie=await in_tenant(company, sockets.bobs_cookie)) as bob,
            Peer(WIDGET) as carol,
        ):
            token = (await sockets.visitor(carol))["token"]
            conversation_id = (await sockets.send(carol, "Hi"))["conversation_id"]
            async with Peer(WIDGET) as second:
                await sockets.visitor(second, token=token)
                await watch(bob, conversation_id)
                assert (await present(bob, "customer"))[1]
                assert (await present(bob, "customer"))[1]
            assert not (await present(bob, "customer"))[1]
            assert (await present(bob, "customer"))[1], "the other window answers at once"

    sockets.run(story)


def test_agents_see_who_else_looks_at_the_conversation(company: Tenant) -> None:
    async def story() -> None:
        conversation = await in_tenant(company, lambda: cast.says(cast.customer(), "Hello"))
        alices = await in_tenant(company, alices_cookie)
        async with Peer(DESK, cookie=await in_tenant(company, sockets.bobs_cookie)) as bob:
            await watch(bob, conversation.id)
            assert await present(bob, "agent") == ("Bob", True)
            async with Peer(DESK, cookie=alices) as alice:
                await watch(alice, conversation.id)
                assert {await present(alice, "agent"), await present(alice, "agent")} == {
                    ("Alice", True),
                    ("Bob", True),
                }
                assert await present(bob, "agent") == ("Alice", True)
                await alice.put(op="unwatch", conversation_id=conversation.id)
                assert await present(bob, "agent") == ("Alice", False)
                await watch(alice, conversation.id)
                assert await present(bob, "agent") == ("Alice", True)
            assert await present(bob, "agent") == ("Alice", False), "whose socket is gone"

    sockets.run(story)


class ImpatientWidget(WidgetConsumer):
    """The widget's socket, which asks for signs of life at once and does not wait long for them."""

    idle, silent = 0.2, 1.5


@pytest.mark.parametrize("answers", [True, False])
def test_a_client_that_answers_nothing_is_gone_and_so_is_its_presence(
    company: Tenant,
    answers: bool,  # noqa: FBT001
) -> None:
    async def story() -> None:
        async with (
            Peer(DESK, cookie=await in_tenant(company, sockets.bobs_cookie)) as bob,
            Peer(WIDGET, app=TenantByHost(ImpatientWidget.as_asgi()), silent=not answers) as carol,
        ):
            await sockets.visitor(carol)
            conversation_id = (await sockets.send(carol, "Hi"))["conversation_id"]
            await carol.op("events")  # she follows now, and has said so before bob listens
            await watch(bob, conversation_id)
            assert (await present(bob, "customer"))[1]
            if answers:
                with pytest.raises(asyncio.TimeoutError):  # while it reads, and so answers
                    await asyncio.wait_for(carol.event("never"), 2.5)
                assert (await sockets.send(carol, "Still here"))["seq"] == 2
            else:
                assert await carol.closed() == 4408
                assert not (await present(bob, "customer"))[1]

    sockets.run(story)


def test_what_the_customer_saw_moves_forward_only_and_tells_the_desk_once(company: Tenant) -> None:
    async def story() -> None:
        async with (
            Peer(DESK, cookie=await in_tenant(company, sockets.bobs_cookie)) as bob,
            Peer(WIDGET) as carol,
        ):
            await sockets.visitor(carol)
            await carol.put(op="seen", seq=5)  # of no conversation: nothing happens
            conversation_id = (await sockets.send(carol, "one"))["conversation_id"]
            await sockets.send(carol, "two")
            await watch(bob, conversation_id)
            told: list[int] = []
            for seq in (1, 1, 0, 2, 1, 2**31 - 1):
                await carol.put(op="seen", seq=seq)
            while len(told) < 2:
                told.append((await bob.event("seen"))["data"]["seq"])
            assert told == [1, 2], "never beyond the log, never back, and no news twice"
            await silence(bob, "seen")
            await silence(carol, "seen")
            assert (await in_tenant(company, Conversation.objects.get)).seen_seq == 2

    sockets.run(story)


def test_seen_moves_at_once_end_at_the_furthest(company: Tenant) -> None:
    async def story() -> None:
        customer = await in_tenant(company, cast.customer)
        for number in range(6):
            conversation = await in_tenant(company, cast.says, customer, f"line {number}")
        moves = [in_tenant(company, seen.move, str(conversation.id), seq) for seq in (3, 6, 1, 5, 2, 4) * 3]
        await asyncio.gather(*moves)
        assert (await in_tenant(company, Conversation.objects.get)).seen_seq == 6

    sockets.run(story)


def test_an_answer_comes_in_parts_to_both_sides_and_none_after_a_takeover(company: Tenant) -> None:
    async def story() -> None:
        async with (
            Peer(DESK, cookie=await in_tenant(company, sockets.bobs_cookie)) as bob,
            Peer(WIDGET) as carol,
        ):
            await sockets.visitor(carol)
            conversation_id = (await sockets.send(carol, "Do you take PayPal?"))["conversation_id"]
            await watch(bob, conversation_id)
            speech = Speech(conversation_id, epoch=1)
            await in_tenant(company, speech.say, "We do. ")
            await in_tenant(company, speech.say, "And cards.")
            for peer in (carol, bob):
                parts = [await peer.event("message.delta") for _ in range(2)]
                assert [(part["data"]["index"], part["data"]["text"]) for part in parts] == [
                    (0, "We do. "),
                    (1, "And cards."),
                ]
                assert {part["data"]["message_id"] for part in parts} == {speech.message_id}
            agent = await in_tenant(company, Agent.objects.get)
            await in_tenant(company, writes.reply, conversation_id, agent, "Bob here.", client_id=uuid4())
            for peer in (carol, bob):
                await peer.event("control.changed")
            await in_tenant(company, speech.say, "And invoices.")
            await in_tenant(company, speech.cancel)
            for peer in (carol, bob):
                after = await peer.get(lambda frame: frame.get("type", "").startswith("message.c") or _part(frame))
                assert after["type"] == "message.cancelled", "the part that was late is not shown"

    sockets.run(story)


def _part(frame: Json) -> bool:
    return frame.get("type") == "message.delta"


@pytest.mark.parametrize("come_back", ["watch", "hello"])
def test_who_comes_back_after_a_takeover_sees_no_late_part_either(company: Tenant, come_back: str) -> None:
    async def story() -> None:
        customer = await in_tenant(company, cast.customer)
        conversation = await in_tenant(company, cast.says, customer, "Hello")
        agent = await in_tenant(company, Agent.objects.get)
        await in_tenant(company, writes.reply, str(conversation.id), agent, "Bob here.", client_id=uuid4())
        async with _back(company, come_back, await in_tenant(company, sockets.bobs_cookie)) as peer:
            if come_back == "watch":
                await watch(peer, conversation.id)
            else:
                token = await in_tenant(company, sockets.token_of, customer)
                await peer.put(op="hello", token=token, conversation_id=conversation.id, last_seq=3)
                assert (await peer.op("welcome"))["events"] == []
            await in_tenant(company, Speech(str(conversation.id), epoch=1).say, "Late")
            await silence(peer, "message.delta")

    sockets.run(story)


def _back(company: Tenant, come_back: str, cookie: str) -> Peer:
    return Peer(DESK, cookie=cookie) if come_back == "watch" else Peer(WIDGET)


def test_an_answer_of_which_nothing_was_said_needs_no_taking_back(company: Tenant) -> None:
    async def story() -> None:
        async with Peer(WIDGET) as carol:
            await sockets.visitor(carol)
            conversation_id = (await sockets.send(carol, "Hi"))["conversation_id"]
            await in_tenant(company, Speech(conversation_id, epoch=1).cancel)
            await silence(carol, "message.cancelled")

    sockets.run(story)


class WatchfulDesk(DeskConsumer):
    """The desk's socket, which looks again and again who may be here and who is."""

    renew = 0.3


def test_who_was_cut_off_without_a_goodbye_is_missed_at_the_roll(company: Tenant) -> None:
    async def story() -> None:
        cookie = await in_tenant(company, sockets.bobs_cookie)
        conversation = await in_tenant(company, lambda: cast.says(cast.customer(), "Hello"))
        ghost = {"kind": "customer", "id": "cus_of_a_process_that_was_killed", "name": "Ghost"}
        async with Peer(DESK, app=TenantByHost(WatchfulDesk.as_asgi()), cookie=cookie) as bob:
            await watch(bob, conversation.id)
            presence.say(str(conversation.id), ghost, here=True, schema=company.schema_name)
            assert await present(bob, "customer") == ("Ghost", True)
            gone = await bob.get(lambda frame: frame.get("data", {}).get("here") is False)
            assert gone["data"]["author"] == ghost
            with pytest.raises(asyncio.TimeoutError):  # who answers is not missed, and nobody is missed twice
                await asyncio.wait_for(bob.get(lambda frame: frame.get("data", {}).get("here") is False), 1)

    sockets.run(story)


def test_an_agent_who_left_the_company_is_sent_away(company: Tenant) -> None:
    async def story() -> None:
        cookie = await in_tenant(company, sockets.bobs_cookie)
        async with Peer(DESK, app=TenantByHost(WatchfulDesk.as_asgi()), cookie=cookie) as bob:
            await bob.op("welcome")
            await in_tenant(company, lambda: Agent.objects.update(is_active=False))
            assert await bob.closed() == 4401

    sockets.run(story)
