"""A program follows the desk over a socket, alone or for an agent, until its token is worth nothing."""

import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.utils import timezone

from agents.models import Agent, ApiToken, Presence
from conversations.models import Conversation
from tenants import current
from tenants.models import Tenant
from tenants.websocket import in_tenant
from tests import cast, sockets
from tests.sockets import DESK, Peer
from tests.tokens.program import Program

READ, WRITE = "conversations:read", "conversations:write"
WITHIN = 5.0


@pytest.fixture
def talk(own_database: str, acme: Tenant) -> Conversation:
    """A conversation of acme, with real commits; bob works there."""
    with current.entered(acme):
        cast.agent("bob", online=False)
        return cast.says(cast.customer(), "Hello")


def bob() -> Agent:
    return Agent.objects.get(email="bob@example.com")


def opening(*scopes: str, for_bob: bool) -> tuple[str, str]:
    """The address of a socket for a new token with these scopes, and the token's id."""
    program = Program(*scopes)
    reply = program.post("socket_tickets", for_whom=bob() if for_bob else None)
    assert reply.status_code == 201
    return f"{DESK}?ticket={reply.json()['ticket']}", str(program.token.id)


def revoke(token_id: str) -> None:
    ApiToken.objects.filter(pk=token_id).update(revoked_at=timezone.now())


def run_out(token_id: str) -> None:
    ApiToken.objects.filter(pk=token_id).update(expires_at=timezone.now() - timedelta(seconds=1))


def revoke_by_hand(token_id: str) -> None:
    program = Program()
    program.token = ApiToken.objects.get(pk=token_id)
    program.revoke()


def test_a_program_alone_reads_and_does_nothing(talk: Conversation, acme: Tenant) -> None:
    asked: dict[str, Any] = {"conversation_id": talk.id, "client_id": str(cast.new_id()), "text": "Hi"}

    async def story() -> None:
        path, _ = await in_tenant(acme, lambda: opening(READ, for_bob=False))
        async with Peer(path, origin="") as program:
            assert (await program.op("welcome"))["agent"] is None
            await program.put(op="watch", conversation_id=talk.id, last_seq=0)
            assert [one["seq"] for one in (await program.op("watching"))["events"]] == [1]
            for frame in ({"op": "send", **asked}, {"op": "presence", "state": "online"}, {"op": "watch_control_room"}):
                await program.put(**frame)
                assert (await program.op("error"))["error"]["code"] == "scope_missing"
            await in_tenant(acme, lambda: cast.says(talk.customer, "One more"))
            assert (await program.event("message.added"))["data"]["text"] == "One more"
        async with Peer(path, origin="") as again:
            assert await again.closed() == 4401
        assert (await Peer(DESK, origin="").line.connect(timeout=5)) == (False, 4403), "no page and no ticket"

    sockets.run(story)
    with current.entered(acme):
        assert (talk.messages.count(), bob().presence) == (2, Presence.OFFLINE)


def test_for_an_agent_it_writes_as_they_do_where_its_scopes_say_so(talk: Conversation, acme: Tenant) -> None:
    async def story() -> None:
        reads, _ = await in_tenant(acme, lambda: opening(READ, for_bob=True))
        async with Peer(reads, origin="") as program:
            assert (await program.op("welcome"))["agent"]["email"] == "bob@example.com"
            await program.put(op="send", conversation_id=talk.id, client_id=str(cast.new_id()), text="Hi")
            assert (await program.op("error"))["error"]["code"] == "scope_missing"
            assert (await in_tenant(acme, bob)).presence == Presence.OFFLINE, "who only reads is not at work"
        writes, _ = await in_tenant(acme, lambda: opening(READ, WRITE, for_bob=True))
        async with Peer(writes, origin="") as program:
            await program.op("welcome")
            await program.put(op="send", conversation_id=talk.id, client_id=str(cast.new_id()), text="Hi")
            await program.op("ack")
            assert (await in_tenant(acme, bob)).presence == Presence.ONLINE

    sockets.run(story)
    with current.entered(acme):
        assert [one.agent_id for one in talk.messages.filter(author_kind="agent")] == [bob().id]


def test_its_sockets_close_when_the_token_or_the_agent_is_over(talk: Conversation, acme: Tenant) -> None:
    """By the hint, and without it by the look that is taken every few seconds."""

    def switched_off(_token_id: str) -> None:
        Agent.objects.filter(email="bob@example.com").update(is_active=False)

    acts: list[Callable[[str], None]] = [switched_off, revoke_by_hand, revoke, run_out]

    async def story() -> None:
        peers, ids = [], []
        for act in acts:
            path, token_id = await in_tenant(acme, partial(opening, READ, for_bob=act is switched_off))
            peers.append(await Peer(path, origin="").__aenter__())
            ids.append(token_id)
            await peers[-1].op("welcome")
        began = time.monotonic()
        for act, token_id in zip(acts, ids, strict=True):
            await in_tenant(acme, act, token_id)
        for peer in peers:
            assert await peer.closed() == 4401
        assert time.monotonic() - began < WITHIN

    sockets.run(story)
