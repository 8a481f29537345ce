"""Open sockets close within seconds when somebody is switched off, gets another role, or is signed out."""

import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import Settings

from agents import roster, sessions, tickets
from agents.models import Agent, BrowserSession, Role
from billing.models import Standing, Subscription
from billing.plans import PlanKey
from tenants import current
from tenants.models import Tenant
from tenants.trail import audit
from tenants.websocket import in_tenant
from tests import cast, sockets
from tests.sockets import DESK, Peer

ME = audit.by_system("the tests")
WITHIN = 5.0
WEEK = timedelta(days=7)


@pytest.fixture
def staffed(company: Tenant) -> Tenant:
    """Acme with bob and olga, its owner."""
    with current.entered(company):
        cast.agent("olga", Role.OWNER)
    return company


def olga() -> Agent:
    return Agent.objects.get(email="olga@example.com")


def bob() -> Agent:
    return Agent.objects.get(email="bob@example.com")


def deactivated() -> None:
    roster.deactivate(olga(), str(bob().id), actor=ME)


def demoted() -> None:
    roster.change(olga(), str(bob().id), {"role": "viewer"}, actor=ME)


def signed_out() -> None:
    roster.sign_out(olga(), str(bob().id), actor=ME)


def ended() -> None:
    session = BrowserSession.objects.get(agent=bob())
    assert sessions.end(bob(), session.public_id)


@pytest.mark.parametrize("act", [deactivated, demoted, signed_out, ended])
def test_the_socket_closes_and_nobody_elses(staffed: Tenant, act: Callable[[], None]) -> None:
    async def story() -> None:
        cookie = await in_tenant(staffed, sockets.bobs_cookie)
        others = await in_tenant(staffed, lambda: sockets.cookie(sockets.session_of(olga())))
        async with Peer(DESK, cookie=cookie) as bobs, Peer(DESK, cookie=others) as olgas:
            await bobs.op("welcome")
            await olgas.op("welcome")
            began = time.monotonic()
            await in_tenant(staffed, act)
            assert await bobs.closed() == 4401
            assert time.monotonic() - began < WITHIN
            await olgas.put(op="presence", state="away")
            assert not olgas.line.future.done()

    sockets.run(story)


def test_it_closes_too_when_the_hint_is_lost(staffed: Tenant) -> None:
    def quietly() -> None:
        Agent.objects.filter(pk=bob().pk).update(is_active=False)

    async def story() -> None:
        async with Peer(DESK, cookie=await in_tenant(staffed, sockets.bobs_cookie)) as bobs:
            await bobs.op("welcome")
            began = time.monotonic()
            await in_tenant(staffed, quietly)
            assert await bobs.closed() == 4401
            assert time.monotonic() - began < WITHIN

    sockets.run(story)


def test_a_socket_that_was_opened_by_a_ticket_ends_with_the_session_of_the_ticket(staffed: Tenant) -> None:
    def ticket() -> str:
        return tickets.issue(bob(), session_key=sockets.session_of(bob()))

    async def story() -> None:
        async with Peer(f"{DESK}?ticket={await in_tenant(staffed, ticket)}") as bobs:
            await bobs.op("welcome")
            await in_tenant(staffed, signed_out)
            assert await bobs.closed() == 4401

    sockets.run(story)


def test_somebody_who_must_set_up_a_second_factor_first_opens_no_socket(staffed: Tenant) -> None:
    staffed.requires_totp = True
    staffed.save()

    async def story() -> None:
        cookie = await in_tenant(staffed, lambda: sockets.cookie(sockets.session_of(olga())))
        async with Peer(DESK, cookie=cookie) as olgas:
            assert await olgas.closed() == 4401

    sockets.run(story)


def test_what_is_told_at_the_door_is_told_in_the_persons_language(staffed: Tenant, settings: Settings) -> None:
    settings.STRIPE_API_KEY = "sk_test_of_the_tests"
    with current.entered(staffed):
        Agent.objects.filter(pk=olga().pk).update(language="de")
        tries = {"plan": PlanKey.BUSINESS, "standing": Standing.TRIAL, "trial_ends_at": timezone.now() + WEEK}
        Subscription.objects.update_or_create(pk=1, defaults=tries)

    async def story() -> None:
        cookie = await in_tenant(staffed, lambda: sockets.cookie(sockets.session_of(olga())))
        async with Peer(DESK, cookie=cookie) as olgas:
            told = (await olgas.op("welcome"))["agent"]
            assert told["billing_notice"]["words"].startswith("Sie testen Business")

    sockets.run(story)
