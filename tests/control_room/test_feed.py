"""The control room live: what changes comes over the desk's socket, together, and only to supervisors."""

from typing import Any

import pytest
from pytest_django import Settings

from agents.models import Agent, Role
from billing.models import Standing, Subscription
from billing.plans import PlanKey
from conversations import control, log
from conversations.control_room import acts, feed
from conversations.models import Conversation, Customer, Oversight
from conversations.sockets import CLOSE_COME_BACK
from conversations.speech import Speech
from tenants import current
from tenants.models import Tenant
from tenants.websocket import in_tenant
from tests import cast, sockets
from tests.sockets import DESK, Peer

Json = dict[str, Any]


@pytest.fixture
def company(own_database: str, acme: Tenant) -> Tenant:
    """Acme with maya, who supervises, and bob, who does not, really committed."""
    with current.entered(acme):
        cast.knowledge()
        cast.rules()
        cast.agent("maya", Role.SUPERVISOR)
        cast.agent("bob")
    return acme


def mayas_cookie() -> str:
    return sockets.cookie(sockets.session_of(maya()))


def maya() -> Agent:
    return Agent.objects.get(email="maya@example.com")


def hold(talk: Conversation) -> None:
    acts.hold(str(talk.id), maya(), epoch=talk.epoch)


def take(talk: Conversation) -> None:
    with log.writing(str(talk.id)) as conversation:
        control.take(conversation, maya())


async def row_at(peer: Peer, state: str) -> Json:
    """The next row in this state; there is one conversation."""
    frame = await peer.get(lambda one: one.get("op") == "control_room" and [r["state"] for r in one["rows"]] == [state])
    found: Json = frame["rows"][0]
    return found


def test_what_changes_comes_whole_and_who_leaves_is_gone(company: Tenant) -> None:
    async def story() -> None:
        async with Peer(DESK, cookie=await in_tenant(company, mayas_cookie)) as peer:
            await peer.op("welcome")
            await peer.put(op="watch_control_room")
            assert await peer.op("control_room") == {"op": "control_room", "rows": [], "gone": []}
            talk = await in_tenant(company, lambda: cast.answered(cast.customer(), "Do you take PayPal?"))
            row = await row_at(peer, "waits_for_customer")
            assert (row["conversation_id"], row["last_exchange"][0]["text"]) == (talk.id, "Do you take PayPal?")
            kept = await in_tenant(company, Oversight.objects.get)
            assert row["risk"] == kept.risk
            await in_tenant(company, hold, talk)
            assert (await row_at(peer, "asked_for_hold"))["hold"]["by"]["name"] == "Maya Example"
            await in_tenant(company, take, talk)
            left = await peer.get(lambda one: bool(one.get("op") == "control_room" and one["gone"]))
            assert (left["rows"], left["gone"]) == ([], [talk.id])
            await peer.put(op="unwatch_control_room")

    sockets.run(story)


def test_agents_are_refused(company: Tenant) -> None:
    async def story() -> None:
        async with Peer(DESK, cookie=await in_tenant(company, sockets.bobs_cookie)) as peer:
            await peer.op("welcome")
            await peer.put(op="watch_control_room")
            assert (await peer.op("error"))["error"]["code"] == "forbidden"

    sockets.run(story)


def test_who_watches_when_the_plan_loses_the_room_is_sent_to_come_back_and_is_refused_then(
    company: Tenant, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.STRIPE_API_KEY = "sk_test_of_the_tests"
    monkeypatch.setattr(feed, "LOOKS_EVERY", 0.05)

    def plan(key: PlanKey) -> None:
        given = {"plan": key, "standing": Standing.ACTIVE, "seats": 5}
        Subscription.objects.update_or_create(pk=1, defaults=given)

    async def story() -> None:
        await in_tenant(company, plan, PlanKey.BUSINESS)
        async with Peer(DESK, cookie=await in_tenant(company, mayas_cookie)) as peer:
            assert "control_room" in (await peer.op("welcome"))["agent"]["plan"]["features"]
            await peer.put(op="watch_control_room")
            await peer.op("control_room")
            await in_tenant(company, plan, PlanKey.TEAM)
            assert await peer.closed() == CLOSE_COME_BACK
        async with Peer(DESK, cookie=await in_tenant(company, mayas_cookie)) as peer:
            assert (await peer.op("welcome"))["agent"]["plan"]["features"] == []
            await peer.put(op="watch_control_room")
            assert (await peer.op("error"))["error"]["code"] == "not_in_plan"

    sockets.run(story)


def test_a_hold_shows_no_more_of_an_answer_under_way(company: Tenant) -> None:
    async def story() -> None:
        cookie = await in_tenant(company, lambda: sockets.token_of(cast.customer()))
        async with Peer(sockets.WIDGET) as peer:
            await sockets.visitor(peer, token=cookie)
            sent = await sockets.send(peer, "Hello?")
            talk = await in_tenant(company, lambda: Conversation.objects.get(pk=sent["conversation_id"]))
            speech = Speech(str(talk.id), talk.epoch, talk.last_customer_seq)
            await in_tenant(company, speech.say, "It takes ")
            await peer.event("message.delta")
            await in_tenant(company, hold, talk)
            await in_tenant(company, speech.say, "two days.")
            await in_tenant(company, lambda: cast.says(Customer.objects.get(), "Are you there?"))
            heard = []
            while True:
                frame = await peer.get(lambda one: "type" in one)
                heard.append(frame["type"])
                if frame["type"] == "message.added" and frame["data"]["text"] == "Are you there?":
                    break
            assert "message.delta" not in heard
            assert "message.cancelled" in heard

    sockets.run(story)
