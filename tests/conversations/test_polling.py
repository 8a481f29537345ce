"""The log over REST with long polling: nothing is missed, nobody waits for nothing, and who left costs nothing."""

import asyncio
import time
from collections.abc import Iterator
from uuid import uuid4

import pytest
from channels.layers import get_channel_layer
from django.db import connection

from agents.models import Agent
from conversations import events, polling
from conversations.inbox import writes
from conversations.models import Conversation
from conversations.speech import Speech
from conversations.widget import visitors
from tenants import current
from tenants.embedded.channel_layer import PostgresChannelLayer
from tenants.models import Tenant
from tenants.websocket import in_tenant
from tests import cast, sockets
from tests.polling import Poll

pytestmark = pytest.mark.redis_too
EVENTS, UPDATES = "/api/v1/widget/events", "/api/v1/updates"


@pytest.fixture
def carol(company: Tenant) -> Iterator[tuple[str, str]]:
    """Carol, who wrote one line: her token and her conversation."""
    with current.entered(company):
        customer = cast.customer()
        conversation = cast.says(customer, "Hello")
        yield visitors.token(customer), str(conversation.id)


async def bob_says(company: Tenant, conversation_id: str, text: str) -> None:
    """Bob replies."""
    bob = await in_tenant(company, Agent.objects.get)
    await in_tenant(company, writes.reply, conversation_id, bob, text, client_id=uuid4())


def test_what_is_there_comes_at_once_and_no_answer_may_be_kept(company: Tenant, carol: tuple[str, str]) -> None:
    token, conversation_id = carol

    async def story() -> None:
        reply = await Poll(f"{EVENTS}?after_seq=0&wait=25", token=token).get()
        said = reply.json()
        assert (reply.status, said["conversation_id"], said["has_more"]) == (200, conversation_id, False)
        assert [event["data"]["text"] for event in said["events"]] == ["Hello"]
        assert reply.headers["cache-control"] == "no-store"
        assert reply.headers["x-request-id"].startswith("req_")

    sockets.run(story)


def test_what_happens_while_somebody_waits_comes_when_it_happens(company: Tenant, carol: tuple[str, str]) -> None:
    token, conversation_id = carol

    async def story() -> None:
        poll = Poll(f"{EVENTS}?after_seq=1&wait=25", token=token)
        await asyncio.sleep(0.5)
        assert not poll.work.done()
        await bob_says(company, conversation_id, "Hello, this is Bob.")
        said = (await asyncio.wait_for(poll.get(), 5)).json()
        assert [event["seq"] for event in said["events"]] == [2, 3]

    sockets.run(story)


def test_a_client_that_asks_again_and_again_misses_nothing_whatever_the_moment(
    company: Tenant, carol: tuple[str, str]
) -> None:
    token, conversation_id = carol

    async def story() -> None:
        talking = asyncio.create_task(_talk(company, conversation_id))
        shown: list[int] = [1]
        while len(shown) < 14:
            reply = await Poll(f"{EVENTS}?after_seq={shown[-1]}&wait=5", token=token).get()
            shown += [event["seq"] for event in reply.json()["events"]]
        await talking
        assert shown == list(range(1, 15))  # Bob takes over and says a dozen lines

    sockets.run(story)


async def _talk(company: Tenant, conversation_id: str) -> None:
    for number in range(12):
        await bob_says(company, conversation_id, f"line {number}")
        await asyncio.sleep(0.03)


def test_nothing_comes_after_the_wait_and_hints_before(company: Tenant, carol: tuple[str, str]) -> None:
    token, conversation_id = carol

    async def story() -> None:
        began = time.monotonic()
        said = (await Poll(f"{EVENTS}?after_seq=1&wait=1", token=token).get()).json()
        assert (said["events"], said["hints"]) == ([], [])
        assert 1 <= time.monotonic() - began < 5
        poll = Poll(f"{EVENTS}?after_seq=1&wait=25", token=token)
        await asyncio.sleep(0.5)
        await in_tenant(company, lambda: events.publish(events.Typing(conversation_id, {"active": True})))
        said = (await asyncio.wait_for(poll.get(), 5)).json()
        assert [hint["type"] for hint in said["hints"]] == ["typing"]

    sockets.run(story)


def test_a_takeover_and_a_part_of_an_answer_never_come_together(company: Tenant, carol: tuple[str, str]) -> None:
    token, conversation_id = carol

    async def story() -> None:
        poll = Poll(f"{EVENTS}?after_seq=1&wait=25", token=token)
        await asyncio.sleep(0.5)
        await in_tenant(company, Speech(conversation_id, 1).say, "I am the assistant")
        await bob_says(company, conversation_id, "I take this.")
        said = (await asyncio.wait_for(poll.get(), 5)).json()
        taken = [event for event in said["events"] if event["type"] == "control.changed"]
        assert not taken or "message.delta" not in {hint["type"] for hint in said["hints"]}

    sockets.run(story)


def test_a_newcomer_is_told_of_their_conversation_once_it_begins(company: Tenant) -> None:
    async def story() -> None:
        newcomer = await in_tenant(company, lambda: visitors.newcomer(language="en"))
        token = await in_tenant(company, visitors.token, newcomer)
        poll = Poll(f"{EVENTS}?after_seq=0&wait=2", token=token)
        await asyncio.sleep(0.3)
        conversation = await in_tenant(company, cast.says, newcomer, "First words")
        said = (await poll.get()).json()
        assert said["conversation_id"] == conversation.id
        assert [event["seq"] for event in said["events"]] == [1]

    sockets.run(story)


def test_a_client_that_speaks_of_a_conversation_of_the_past_gets_the_whole_new_one(
    company: Tenant, carol: tuple[str, str]
) -> None:
    async def story() -> None:
        said = (await Poll(f"{EVENTS}?after_seq=400&wait=25", token=carol[0]).get()).json()
        assert [event["seq"] for event in said["events"]] == [1]

    sockets.run(story)


@pytest.mark.parametrize(
    ("path", "status", "code", "param"),
    [
        (f"{EVENTS}?after_seq=-1", 422, "parameter_invalid", "after_seq"),
        (f"{EVENTS}?after_seq=1e3", 422, "parameter_invalid", "after_seq"),
        (f"{EVENTS}?after_seq={2**31}", 422, "parameter_invalid", "after_seq"),
        (f"{EVENTS}?after_seq={'9' * 400}", 422, "parameter_invalid", "after_seq"),
        (f"{EVENTS}?after_seq=", 422, "parameter_invalid", "after_seq"),
        (f"{EVENTS}?after_seq=%D9%A1", 422, "parameter_invalid", "after_seq"),
        (f"{EVENTS}?wait=26", 422, "parameter_invalid", "wait"),
        (f"{EVENTS}?wait=1.5", 422, "parameter_invalid", "wait"),
        (f"{EVENTS}?{'a=1&' * 50}", 422, "parameter_invalid", None),
        (f"{UPDATES}?conversation_id=conv_1", 404, "not_found", "conversation_id"),
        (f"{UPDATES}?conversation_id=%00", 404, "not_found", "conversation_id"),
        (f"{UPDATES}?conversation_id=%ff", 404, "not_found", "conversation_id"),
    ],
)
def test_what_is_wrong_is_named(
    company: Tenant, carol: tuple[str, str], path: str, status: int, code: str, param: str | None
) -> None:
    async def story() -> None:
        cookie = await in_tenant(company, sockets.bobs_cookie)
        reply = await Poll(path, token=carol[0], cookie=cookie).get()
        error = reply.json()["error"]
        assert (reply.status, error["code"], error["param"]) == (status, code, param)
        assert error["request_id"] == reply.headers["x-request-id"]

    sockets.run(story)


@pytest.mark.parametrize("path", [EVENTS, UPDATES])
@pytest.mark.parametrize("token", ["", "rubbish", "a:b:c", "\xff"])
def test_strangers_hear_nothing(company: Tenant, path: str, token: str) -> None:
    async def story() -> None:
        reply = await Poll(f"{path}?wait=25", token=token, cookie=sockets.cookie("nosuchsession")).get()
        assert (reply.status, reply.json()["error"]["code"]) == (401, "unauthenticated")

    sockets.run(story)


def test_a_token_or_session_of_one_company_is_worth_nothing_at_another(
    company: Tenant, globex: Tenant, carol: tuple[str, str]
) -> None:
    async def story() -> None:
        cookie = await in_tenant(company, sockets.bobs_cookie)
        for path in (EVENTS, UPDATES):
            reply = await Poll(path, host="globex.localhost", token=carol[0], cookie=cookie).get()
            assert reply.status == 401
        reply = await Poll(EVENTS, host="stranger.localhost", token=carol[0]).get()
        assert (reply.status, reply.json()["error"]["code"]) == (404, "not_found")
        reply = await Poll(EVENTS, method="POST", token=carol[0]).get()
        assert (reply.status, reply.json()["error"]["code"]) == (405, "method_not_allowed")

    sockets.run(story)


def test_the_desk_hears_rows_notes_and_the_watched_thread(company: Tenant, carol: tuple[str, str]) -> None:
    _, conversation_id = carol

    async def story() -> None:
        cookie = await in_tenant(company, sockets.bobs_cookie)
        watched = f"{UPDATES}?conversation_id={conversation_id}"
        first = (await Poll(f"{watched}&after_seq=0", cookie=cookie).get()).json()
        assert [event["seq"] for event in first["events"]] == [1]
        poll = Poll(f"{watched}&after_seq=1&wait=25", cookie=cookie)
        list_only = Poll(f"{UPDATES}?wait=25", cookie=cookie)
        await asyncio.sleep(0.5)
        bob = await in_tenant(company, Agent.objects.get)
        conversation = await in_tenant(company, Conversation.objects.get)
        await in_tenant(company, writes.add_note, conversation, bob, "private", client_id=uuid4())
        assert [hint["type"] for hint in (await poll.get()).json()["hints"]] == ["note.added"]
        assert not list_only.work.done()
        await bob_says(company, conversation_id, "Hello")
        hints = (await list_only.get()).json()["hints"]
        assert {hint["type"] for hint in hints} == {"conversation.updated"}

    sockets.run(story)


async def all_wait(many: int) -> None:
    """Until so many requests wait."""
    until = time.monotonic() + 20
    while sum(polling._waiting.values()) != many and time.monotonic() < until:  # noqa: ASYNC110  nothing tells of it
        await asyncio.sleep(0.02)
    assert sum(polling._waiting.values()) == many


def test_who_leaves_costs_nothing_more(company: Tenant, carol: tuple[str, str]) -> None:
    async def story() -> None:
        polls = [Poll(f"{EVENTS}?after_seq=1&wait=25", token=carol[0]) for _ in range(3)]
        await all_wait(3)
        for poll in polls:
            await poll.leave()
            assert poll.reply.status == 0
        assert not polling._waiting
        layer = get_channel_layer()
        if isinstance(layer, PostgresChannelLayer):
            assert not layer._line().groups
            assert not layer._line().boxes

    sockets.run(story)


def test_who_leaves_with_words_unheard_costs_nothing_more(company: Tenant) -> None:
    async def story() -> None:
        layer = get_channel_layer()
        async with polling.listening() as ear:
            await ear.join("somebody")
            for _ in range(3):
                await layer.group_send("somebody", {"type": "gap"})
            assert await ear.next(5) == {"type": "gap"}
            await asyncio.wait({ear.hearing}, timeout=5)
        if isinstance(layer, PostgresChannelLayer):
            assert not layer._line().groups
            assert not layer._line().boxes

    sockets.run(story)


def test_who_leaves_before_the_layer_listens_costs_nothing_more() -> None:
    async def story() -> None:
        layer = get_channel_layer()
        reader = asyncio.create_task(layer.receive(await layer.new_channel()))
        await asyncio.sleep(0)
        reader.cancel()
        await asyncio.gather(reader, return_exceptions=True)
        if isinstance(layer, PostgresChannelLayer):
            assert not layer._line().boxes

    sockets.run(story)


def test_a_visitor_waits_three_times_at_most(company: Tenant, carol: tuple[str, str]) -> None:
    async def story() -> None:
        polls = [Poll(f"{EVENTS}?after_seq=1&wait=25", token=carol[0]) for _ in range(3)]
        await all_wait(3)
        refused = await Poll(f"{EVENTS}?after_seq=1&wait=25", token=carol[0]).get()
        assert (refused.status, refused.json()["error"]["code"]) == (429, "rate_limited")
        assert refused.headers["retry-after"] == "5"
        await polls[0].leave()
        assert (await Poll(f"{EVENTS}?after_seq=0&wait=25", token=carol[0]).get()).status == 200
        for poll in polls[1:]:
            await poll.leave()

    sockets.run(story)


def test_who_waits_holds_no_database_session(company: Tenant, carol: tuple[str, str]) -> None:
    def sessions() -> int:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            return int(cursor.fetchone()[0])

    async def story() -> None:
        before = await in_tenant(company, sessions)
        tokens = await in_tenant(company, lambda: [visitors.token(cast.customer(f"c{n}")) for n in range(30)])
        polls = [Poll(f"{EVENTS}?wait=25", token=token) for token in tokens]
        await all_wait(30)
        assert await in_tenant(company, sessions) <= before + 3  # the layer's own two, and the one that counts
        for poll in polls:
            await poll.leave()

    sockets.run(story)
