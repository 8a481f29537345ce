"""The short way of a plain message stores what the long way would, and gives way to whatever happened in between."""

import asyncio
from collections.abc import Awaitable
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from django.test import override_settings

from agents.models import Agent, Role
from conversations import control, log, receive, swift
from conversations.inbox import writes
from conversations.models import Conversation, Customer, Kind, Message, SlaHours, SlaOutcome
from conversations.receive import Received
from conversations.sla import policies
from conversations.sla.policies import Wish
from tenants.models import Job, JobState, Tenant
from tenants.trail import audit
from tenants.websocket import in_tenant
from tests import cast, sockets
from tests.sockets import DESK, WIDGET, Peer

ANY = {"id", "customer_id", "conversation_id", "client_id", "timer_at", "held_since", "unanswered_since", "desk_since"}
WAITS = "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)"
MOVE = "UPDATE acme.conversations_conversation SET epoch = epoch + 1"


def bobs(name: str = "carol") -> tuple[Customer, Conversation, Agent]:
    """A customer's conversation in bob's hand, who answered."""
    customer, bob = cast.customer(name), Agent.objects.get(email="bob@example.com")
    conversation = cast.says(customer, "Where is my parcel?")
    return customer, writes.reply(str(conversation.id), bob, "Let me look.", client_id=uuid4())[0], bob


def stored(conversation: Conversation) -> list[dict[str, Any]]:
    """The row and the log as the database has them, without what differs between any two."""
    said = conversation.messages.filter(kind=Kind.TEXT)
    rows: list[Any] = [*Conversation.objects.filter(pk=conversation.id).values(), *said.values()]
    return [{name: row[name] for name in row if name not in ANY and not name.endswith("_at")} for row in rows]


async def until_somebody_waits(session: psycopg.AsyncConnection) -> None:
    """Look until a lock is waited for."""
    while (await (await session.execute(WAITS)).fetchone()) == (False,):  # noqa: ASYNC110  nothing tells of it
        await asyncio.sleep(0.01)


def test_both_ways_store_the_same(company: Tenant) -> None:
    async def story() -> None:
        carol, short, bob = await in_tenant(company, bobs, "carol")
        same, long, _ = await in_tenant(company, bobs, "carol")
        said = " Any\x00 news? "
        assert await swift.message(company, carol, said, client_id=uuid4()) == Received(str(short.id), short.seq + 1)
        await in_tenant(company, lambda: receive.message(same, said, client_id=uuid4()))
        assert await in_tenant(company, stored, short) == await in_tenant(company, stored, long)
        said = "It is **here**."
        reply = await swift.reply(company, bob, str(short.id), said, client_id=uuid4())
        assert reply == Received(str(short.id), short.seq + 2)
        await in_tenant(company, lambda: writes.reply(str(long.id), bob, said, client_id=uuid4()))
        assert await in_tenant(company, stored, short) == await in_tenant(company, stored, long)

    sockets.run(story)


def clocks(conversation: Conversation) -> list[tuple[str, int, str | None, bool]]:
    """How the clocks of its promises ended."""
    rows = SlaOutcome.objects.filter(conversation=conversation).order_by("kind")
    return [(row.kind, row.target, row.agent_id, row.breached_at is None) for row in rows]


def test_both_ways_write_down_an_answer_in_time(company: Tenant) -> None:
    wish = Wish(None, "", SlaHours.ALWAYS, first_reply=10, next_reply=20, resolution=None)

    async def story() -> None:
        await in_tenant(company, lambda: policies.replace([wish], actor=audit.by_system()))
        carol, short, bob = await in_tenant(company, bobs, "carol")
        same, long, _ = await in_tenant(company, bobs, "carol")
        await in_tenant(company, lambda: receive.message(carol, "Any news?", client_id=uuid4()))
        await in_tenant(company, lambda: receive.message(same, "Any news?", client_id=uuid4()))
        assert await swift.reply(company, bob, str(short.id), "Here it is.", client_id=uuid4()) is not None
        await in_tenant(company, lambda: writes.reply(str(long.id), bob, "Here it is.", client_id=uuid4()))
        found = await in_tenant(company, clocks, short)
        assert found == await in_tenant(company, clocks, long)
        assert found == [("next_reply", 1200, bob.id, True)]

    sockets.run(story)


def timers(conversation: Conversation) -> list[tuple[str, int]]:
    """The jobs that wait for the conversation, with the seconds that each waits."""
    rows = Job.objects.filter(key=str(conversation.id), state=JobState.READY).order_by("kind")
    return [(row.kind, round((row.run_at - row.created_at).total_seconds())) for row in rows]


def forget_timers(*conversations: Conversation) -> None:
    """As if the row had never asked for one."""
    ids = [str(one.id) for one in conversations]
    Job.objects.filter(key__in=ids).delete()
    Conversation.objects.filter(pk__in=ids).update(timer_at=None)


@override_settings(MAIL_LEAVES=True)
def test_both_ways_write_the_same_timers(company: Tenant) -> None:
    async def story() -> None:
        carol, short, bob = await in_tenant(company, bobs, "carol")
        same, long, _ = await in_tenant(company, bobs, "carol")
        await in_tenant(company, forget_timers, short, long)
        assert await swift.message(company, carol, "Any news?", client_id=uuid4()) is not None
        await in_tenant(company, lambda: receive.message(same, "Any news?", client_id=uuid4()))
        waits = await in_tenant(company, timers, short)
        assert waits == await in_tenant(company, timers, long) == [("deadline", 300)]
        row = await in_tenant(company, lambda: Conversation.objects.get(pk=short.pk))
        assert row.timer_at == row.due_at
        assert await swift.reply(company, bob, str(short.id), "It is here.", client_id=uuid4()) is not None
        await in_tenant(company, lambda: writes.reply(str(long.id), bob, "It is here.", client_id=uuid4()))
        waits = await in_tenant(company, timers, short)
        assert waits == await in_tenant(company, timers, long)
        assert [kind for kind, _ in waits] == ["deadline", "mail"]
        moved = await swift.reply(company, bob, str(short.id), "And paid.", client_id=uuid4())
        assert moved is not None
        assert [kind for kind, _ in await in_tenant(company, timers, short)] == ["deadline", "mail"]

    sockets.run(story)


@override_settings(MAIL_LEAVES=True, MAIL_AFTER=1)
def test_a_mail_that_leaves_at_once_goes_the_long_way(company: Tenant) -> None:
    async def story() -> None:
        _, conversation, bob = await in_tenant(company, bobs)
        before = await in_tenant(company, stored, conversation)
        assert await swift.reply(company, bob, str(conversation.id), "Here.", client_id=uuid4()) is None
        assert await in_tenant(company, stored, conversation) == before

    sockets.run(story)


@pytest.mark.parametrize("who", ["customer", "agent"])
def test_whatever_changes_the_row_in_between_wins(company: Tenant, own_database: str, who: str) -> None:
    async def story() -> None:
        carol, conversation, bob = await in_tenant(company, bobs)
        before = await in_tenant(company, stored, conversation)
        async with await psycopg.AsyncConnection.connect(own_database) as other:
            await other.execute(MOVE)  # not committed yet: the question sees the row from before
            asked: Awaitable[Received | None] = (
                swift.reply(company, bob, str(conversation.id), "Here.", client_id=uuid4())
                if who == "agent"
                else swift.message(company, carol, "Hello?", client_id=uuid4())
            )
            writing = asyncio.ensure_future(asked)
            async with asyncio.timeout(sockets.PATIENCE):
                await until_somebody_waits(other)
        assert await writing is None
        before[0]["epoch"] += 1
        assert await in_tenant(company, stored, conversation) == before

    sockets.run(story)


def test_what_is_not_plain_goes_the_long_way(company: Tenant) -> None:
    def others(carol: Customer, conversation: Conversation) -> tuple[Agent, Customer]:
        receive.message(carol, "Are you there?", client_id=client_id)
        return cast.agent("erin"), cast.customer("dora")

    client_id = uuid4()

    async def story() -> None:
        carol, conversation, bob = await in_tenant(company, bobs)
        erin, dora = await in_tenant(company, others, carol, conversation)
        before = await in_tenant(company, stored, conversation)
        where = str(conversation.id)
        assert await swift.message(company, carol, "Are you there?", client_id=client_id) is None  # stored already
        assert await swift.message(company, dora, "Hello", client_id=uuid4()) is None  # in no conversation
        assert await swift.reply(company, erin, where, "Mine now.", client_id=uuid4()) is None  # takes over
        assert await swift.reply(company, bob, "conv_1", "Where?", client_id=uuid4()) is None
        assert await in_tenant(company, stored, conversation) == before
        await in_tenant(company, rest, conversation)
        assert await swift.message(company, carol, "Hello again", client_id=uuid4()) is None  # opens it
        assert await swift.reply(company, bob, where, "One more.", client_id=uuid4()) is None

    sockets.run(story)


@pytest.mark.parametrize("said", ["The code is 123 456", "my password is Tr0ub4dor&3"], ids=["a code", "a password"])
def test_what_somebody_listens_for_goes_the_long_way(company: Tenant, said: str) -> None:
    async def story() -> None:
        carol, conversation, _ = await in_tenant(company, bobs)
        before = await in_tenant(company, stored, conversation)
        assert await swift.message(company, carol, said, client_id=uuid4()) is None
        assert await in_tenant(company, stored, conversation) == before
        assert await swift.message(company, carol, "Any news?", client_id=uuid4()) is not None

    sockets.run(story)


def rest(conversation: Conversation) -> None:
    """Nobody needs to act any more."""
    with log.writing(str(conversation.id)) as held:
        control.resolve(held)


def test_many_at_once_into_one_conversation_are_each_stored_once(company: Tenant) -> None:
    async def story() -> None:
        carol, conversation, _ = await in_tenant(company, bobs)
        token, cookie = await in_tenant(company, lambda: (sockets.token_of(carol), sockets.bobs_cookie()))
        async with Peer(WIDGET) as one, Peer(WIDGET) as two, Peer(DESK, cookie=cookie) as desk:
            for peer in (one, two):
                await sockets.visitor(peer, token=token)
            await desk.op("welcome")
            sent = [str(uuid4()) for _ in range(18)]
            for number, client_id in enumerate(sent):
                peer = (one, two, desk)[number % 3]
                where = {"conversation_id": str(conversation.id)} if peer is desk else {}
                await peer.put(op="send", client_id=client_id, text=f"line {number}", **where)
            acks = [await peer.op("ack") for peer in (one, two, desk) for _ in range(6)]
        log = await in_tenant(company, lambda: list(conversation.messages.values_list("seq", "client_id")))
        assert [seq for seq, _ in log] == list(range(1, len(log) + 1))
        assert sorted((ack["seq"], ack["client_id"]) for ack in acks) == [(seq, str(i)) for seq, i in log[-18:]]

    sockets.run(story)


@pytest.mark.parametrize("change", [{"is_active": False}, {"role": Role.VIEWER}], ids=["switched off", "demoted"])
def test_an_agent_who_may_write_no_more_writes_nothing(company: Tenant, change: dict[str, Any]) -> None:
    async def story() -> None:
        _, conversation, bob = await in_tenant(company, bobs)
        where = str(conversation.id)
        async with Peer(DESK, cookie=await in_tenant(company, sockets.bobs_cookie)) as desk:
            await desk.op("welcome")
            await desk.put(op="send", conversation_id=where, client_id=str(uuid4()), text="Before")
            assert (await desk.op("ack"))["conversation_id"] == where
            await in_tenant(company, lambda: Agent.objects.filter(pk=bob.pk).update(**change))
            before = await in_tenant(company, stored, conversation)
            await desk.put(op="send", conversation_id=where, client_id=(client_id := str(uuid4())), text="After")
            refusal = await desk.op("error")
            assert (refusal["client_id"], refusal["error"]["code"]) == (client_id, "forbidden")
            assert await in_tenant(company, stored, conversation) == before

    sockets.run(story)


def test_a_reply_over_the_socket_takes_over_and_repeats_harmlessly(company: Tenant) -> None:
    async def story() -> None:
        asked = await in_tenant(company, lambda: cast.says(cast.customer(), "Do you take PayPal?"))
        words = {"op": "send", "conversation_id": str(asked.id), "client_id": str(uuid4()), "text": "We do."}
        async with Peer(DESK, cookie=await in_tenant(company, sockets.bobs_cookie)) as desk:
            await desk.op("welcome")
            await desk.put(**words)
            first = await desk.op("ack")
            await desk.put(**words)
            assert await desk.op("ack") == first
            await desk.put(**{**words, "text": "We do not."})
            assert (await desk.op("error"))["error"]["code"] == "client_id_reused"
        row = await in_tenant(company, lambda: Conversation.objects.select_related("agent").get())
        assert row.agent is not None
        assert (row.agent.name, row.seq) == ("Bob Example", first["seq"])
        assert await in_tenant(company, lambda: Message.objects.filter(text="We do.").count()) == 1

    sockets.run(story)
