"""The channel layer on PostgreSQL, between layers that share nothing but the database."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from time import perf_counter
from typing import Any

import psycopg
import pytest
from channels.layers import get_channel_layer
from django.db import connection, transaction

from tenants.embedded.channel_layer import PostgresChannelLayer, send_from_sync

Test = Callable[[PostgresChannelLayer, PostgresChannelLayer], Awaitable[None]]


@asynccontextmanager
async def two_layers(url: str, **options: Any) -> AsyncIterator[tuple[PostgresChannelLayer, PostgresChannelLayer]]:
    """Two layers with connections of their own, as two processes have them."""
    one, other = PostgresChannelLayer(url, **options), PostgresChannelLayer(url, **options)
    try:
        yield one, other
    finally:
        await one.close()
        await other.close()


async def next_of(layer: PostgresChannelLayer, channel: str) -> object:
    return await asyncio.wait_for(layer.receive(channel), 5)


def cut_all(url: str) -> int:
    """End every connection to the database but this one, as a restart does; gives how many there were."""
    with psycopg.connect(url, autocommit=True) as control:
        ended = control.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        ).fetchall()
    return len(ended)


def test_a_group_reaches_members_in_both_processes_once(own_database: str) -> None:
    async def play() -> None:
        async with two_layers(own_database) as (one, other):
            here, there, outside = (
                await one.new_channel(),
                await other.new_channel(),
                await other.new_channel(),
            )
            await one.group_add("acme.shared", here)
            await other.group_add("acme.shared", there)
            await other.group_add("acme.desk", outside)
            for number in range(20):
                await one.group_send("acme.shared", {"type": "event", "number": number})
            await other.group_send("acme.desk", {"type": "event", "number": -1})
            for number in range(20):
                assert await next_of(one, here) == {"type": "event", "number": number}
                assert await next_of(other, there) == {"type": "event", "number": number}
            assert await next_of(other, outside) == {"type": "event", "number": -1}

    asyncio.run(play())


@pytest.mark.parametrize("size", [10, 100_000])
def test_what_is_announced_reaches_every_member_once_and_in_order(own_database: str, size: int) -> None:
    async def play() -> None:
        async with two_layers(own_database) as (one, other):
            here, there = await one.new_channel(), await other.new_channel()
            await one.group_add("acme.shared", here)
            await other.group_add("acme.shared", there)
            sent = [{"type": "event", "number": number, "text": "x" * size} for number in range(5)]
            for message in sent:
                one.announce([("acme.shared", message)])
            for layer, channel in ((one, here), (other, there)):
                assert [await next_of(layer, channel) for _ in sent] == sent
            await other.group_send("acme.shared", {"type": "last"})
            for layer, channel in ((one, here), (other, there)):
                assert await next_of(layer, channel) == {"type": "last"}

    asyncio.run(play())


def test_what_is_announced_waits_for_no_database_within_its_process(own_database: str) -> None:
    async def play() -> None:
        async with two_layers(own_database) as (one, _):
            here = await one.new_channel()
            await one.group_add("acme.shared", here)
            assert cut_all(own_database)
            one.announce([("acme.shared", {"type": "event"})])
            assert await next_of(one, here) == {"type": "event"}

    asyncio.run(play())


def test_a_channel_is_reached_from_another_process(own_database: str) -> None:
    async def play() -> None:
        async with two_layers(own_database) as (one, other):
            channel = await one.new_channel()
            waiting = asyncio.create_task(next_of(one, channel))
            await asyncio.sleep(0.2)
            await other.send(channel, {"type": "hello", "text": "Grüße\n100 %"})
            assert await waiting == {"type": "hello", "text": "Grüße\n100 %"}

    asyncio.run(play())


def test_after_leaving_a_group_nothing_comes(own_database: str) -> None:
    async def play() -> None:
        async with two_layers(own_database) as (one, other):
            channel = await one.new_channel()
            await one.group_add("left", channel)
            await one.group_add("stayed", channel)
            await one.group_discard("left", channel)
            await other.group_send("left", {"type": "wrong"})
            await other.group_send("stayed", {"type": "right"})
            assert await next_of(one, channel) == {"type": "right"}

    asyncio.run(play())


@pytest.mark.parametrize("size", [4_900, 5_100, 9_000, 2_000_000])
def test_a_big_message_arrives_whole_and_in_order(own_database: str, size: int) -> None:
    async def play() -> None:
        async with two_layers(own_database) as (one, other):
            channel = await one.new_channel()
            await one.group_add("group", channel)
            await other.group_send("group", {"type": "big", "text": "ü" * size})
            await other.group_send("group", {"type": "small"})
            assert await next_of(one, channel) == {"type": "big", "text": "ü" * size}
            assert await next_of(one, channel) == {"type": "small"}

    asyncio.run(play())


def test_old_big_messages_are_cleaned_up(own_database: str) -> None:
    async def play() -> None:
        async with two_layers(own_database) as (one, _):
            await one.group_send("group", {"type": "big", "text": "x" * 9_000})
            with psycopg.connect(own_database, autocommit=True) as control:
                control.execute("UPDATE public.channel_payload SET at = now() - interval '2 minutes'")
                await one.group_send("group", {"type": "big", "text": "x" * 9_000})
                assert control.execute("SELECT count(*) FROM public.channel_payload").fetchone() == (1,)

    asyncio.run(play())


def test_a_full_channel_keeps_the_newest(own_database: str) -> None:
    async def play() -> None:
        async with two_layers(own_database, capacity=3) as (one, other):
            slow, fence = await one.new_channel(), await one.new_channel()
            await one.group_add("group", slow)
            for number in range(10):
                await other.group_send("group", {"type": "event", "number": number})
            await other.send(fence, {"type": "fence"})
            await next_of(one, fence)
            assert [await next_of(one, slow) for _ in range(3)] == [
                {"type": "event", "number": number} for number in (7, 8, 9)
            ]

    asyncio.run(play())


def test_listens_again_after_the_database_went_and_tells_of_the_gap(own_database: str) -> None:
    async def play() -> None:
        async with two_layers(own_database, after_gap="resync") as (one, other):
            channel = await one.new_channel()
            await one.group_add("group", channel)
            await other.group_send("group", {"type": "before"})
            assert await next_of(one, channel) == {"type": "before"}
            assert await asyncio.to_thread(cut_all, own_database) >= 3
            assert await next_of(one, channel) == {"type": "resync"}
            await other.group_send("group", {"type": "after"})
            assert await next_of(one, channel) == {"type": "after"}

    asyncio.run(play())


def test_a_cancelled_reader_leaves_nothing_behind(own_database: str) -> None:
    async def play() -> None:
        async with two_layers(own_database) as (one, _):
            channel = await one.new_channel()
            await one.group_add("group", channel)
            reader = asyncio.create_task(one.receive(channel))
            await asyncio.sleep(0.05)
            reader.cancel()
            await asyncio.gather(reader, return_exceptions=True)
            line = one._line()
            assert not line.groups
            assert channel not in line.boxes

    asyncio.run(play())


def test_a_strange_notice_does_not_stop_the_listener(own_database: str) -> None:
    async def play() -> None:
        async with two_layers(own_database) as (one, other):
            channel = await one.new_channel()
            await one.group_add("group", channel)
            with psycopg.connect(own_database, autocommit=True) as control:
                for payload in ("", "x", "gmgroup\nnot json", "gigroup\n999999", "gigroup\nx"):
                    control.execute("SELECT pg_notify('baton', %s)", [payload])
            await other.group_send("group", {"type": "right"})
            assert await next_of(one, channel) == {"type": "right"}

    asyncio.run(play())


def test_sent_inside_a_transaction_it_leaves_with_the_commit(own_database: str) -> None:
    async def hear(ready: asyncio.Event) -> list[object]:
        layer = PostgresChannelLayer(own_database)
        channel = await layer.new_channel()
        await layer.group_add("group", channel)
        ready.set()
        heard = [await next_of(layer, channel)]
        await layer.close()
        return heard

    def write() -> None:
        with transaction.atomic():
            send_from_sync("group", {"type": "rolled back"})
            transaction.set_rollback(True)
        with transaction.atomic():
            send_from_sync("group", {"type": "committed"})
        connection.close()

    async def play() -> list[object]:
        ready = asyncio.Event()
        hearing = asyncio.create_task(hear(ready))
        await ready.wait()
        await asyncio.to_thread(write)
        return await hearing

    assert isinstance(get_channel_layer(), PostgresChannelLayer)
    assert asyncio.run(play()) == [{"type": "committed"}]


def test_loops_that_ended_are_forgotten(own_database: str) -> None:
    layer = PostgresChannelLayer(own_database)
    for _ in range(3):
        asyncio.run(layer.group_send("group", {"type": "event"}))
    assert len(layer._lines) == 1


def test_a_hop_takes_milliseconds(own_database: str) -> None:
    async def play() -> float:
        async with two_layers(own_database) as (one, other):
            channel = await one.new_channel()
            await one.group_add("group", channel)
            took = []
            for _ in range(100):
                began = perf_counter()
                await other.group_send("group", {"type": "event"})
                await next_of(one, channel)
                took.append(perf_counter() - began)
            return sorted(took)[50]

    assert asyncio.run(play()) < 0.05
