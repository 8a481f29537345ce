"""One-time tickets open one desk socket once, soon, from the desk's own origin; and stand nowhere in the clear."""

import asyncio
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from agents import tickets
from agents.models import Agent, Role, SocketTicket
from tenants import current
from tenants.models import Tenant
from tenants.websocket import in_tenant
from tests import cast, sockets
from tests.clients import HostClient
from tests.sockets import DESK, Peer

API = "/api/v1/socket_tickets"


def bobs_ticket() -> str:
    return tickets.issue(Agent.objects.get(email="bob@example.com"))


def holder(ticket: str) -> Agent | None:
    used = tickets.use(ticket)
    return None if used is None else used.agent


def age(seconds: float) -> None:
    """Let time pass for every ticket."""
    for ticket in SocketTicket.objects.all():
        ticket.expires_at -= timedelta(seconds=seconds)
        ticket.save()


def test_whoever_is_signed_in_gets_a_ticket(acme_client: Client, bob: Agent) -> None:
    desk = cast.signed_in(acme_client, "bob@example.com")
    reply = desk.post(API)
    assert (reply.status_code, reply.json()["expires_in"]) == (201, 30)
    stored = SocketTicket.objects.get()
    assert len(reply.json()["ticket"]) == 43, "256 bits"
    assert stored.digest != reply.json()["ticket"]
    assert stored.expires_at - timezone.now() <= timedelta(seconds=30)
    assert holder(reply.json()["ticket"]) == bob


def test_strangers_get_none(acme_client: Client, bob: Agent) -> None:
    assert acme_client.post(API).status_code == 401
    assert acme_client.get(API).status_code == 401
    assert SocketTicket.objects.count() == 0


def test_a_page_of_another_site_gets_none(acme: Tenant, bob: Agent) -> None:
    client = HostClient("acme.localhost", enforce_csrf_checks=True)
    client.force_login(bob)
    refused = client.post(API, headers={"origin": "http://evil.example"})
    assert refused.status_code in {401, 403}
    assert SocketTicket.objects.count() == 0


def test_a_viewer_may_watch_too(acme_client: Client, bob: Agent) -> None:
    cast.agent("victor", Role.VIEWER)
    assert cast.signed_in(acme_client, "victor@example.com").post(API).status_code == 201


def test_those_that_ran_out_are_thrown_away(in_acme: Tenant, bob: Agent) -> None:
    old = bobs_ticket()
    age(31)
    fresh = bobs_ticket()
    assert SocketTicket.objects.count() == 1
    assert tickets.use(old) is None
    assert holder(fresh) == bob


@pytest.mark.parametrize("wrong", ["", "x", "x" * 43, "x" * 10_000, "\x00", "\ud800", "ü"])
def test_rubbish_opens_nothing(in_acme: Tenant, bob: Agent, wrong: str) -> None:
    bobs_ticket()
    assert tickets.use(wrong) is None
    assert SocketTicket.objects.count() == 1


def test_an_agent_who_left_the_company_has_no_use_for_theirs(in_acme: Tenant, bob: Agent) -> None:
    ticket = bobs_ticket()
    Agent.objects.update(is_active=False)
    assert tickets.use(ticket) is None


def test_of_many_sockets_with_one_ticket_one_opens(company: Tenant) -> None:
    async def story() -> None:
        ticket = await in_tenant(company, bobs_ticket)
        found = await asyncio.gather(*(in_tenant(company, tickets.use, ticket) for _ in range(12)))
        assert Counter(agent is not None for agent in found) == {True: 1, False: 11}

    sockets.run(story)


def test_a_ticket_opens_one_desk_socket_without_a_cookie(company: Tenant, globex: Tenant) -> None:
    async def story() -> None:
        ticket = await in_tenant(company, bobs_ticket)
        path = f"{DESK}?ticket={ticket}"
        async with Peer(path, host="globex.localhost") as elsewhere:
            assert await elsewhere.closed() == 4401
        accepted, code = await Peer(path, origin="http://evil.example").line.connect(timeout=5)
        assert (accepted, code) == (False, 4403)
        async with Peer(path) as bob:
            assert (await bob.op("welcome"))["agent"]["name"] == "Bob Example"
        async with Peer(path) as again:
            assert await again.closed() == 4401
        async with Peer(path, cookie=await in_tenant(company, sockets.bobs_cookie)) as again:
            assert await again.closed() == 4401, "a ticket that is not good is not passed over"

    sockets.run(story)


def test_half_a_minute_later_it_opens_nothing(company: Tenant) -> None:
    def old_ticket() -> Any:
        made = bobs_ticket()
        age(30)
        return made

    async def story() -> None:
        async with Peer(f"{DESK}?ticket={await in_tenant(company, old_ticket)}") as late:
            assert await late.closed() == 4401

    sockets.run(story)
    with current.entered(company):
        assert SocketTicket.objects.count() == 0
