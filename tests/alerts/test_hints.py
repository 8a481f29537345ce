"""An open console is told to look when its person has an alert, and nobody else's is."""

import pytest

from agents.models import Agent, Role
from conversations import alerts
from conversations.alerts import raising
from conversations.models import AlertKind
from tenants import current
from tenants.models import Tenant
from tenants.websocket import in_tenant
from tests import cast, sockets
from tests.sockets import DESK, Peer


@pytest.fixture
def staffed(own_database: str, acme: Tenant) -> Tenant:
    """Acme with bob and olga, its owner."""
    with current.entered(acme):
        cast.agent("bob")
        cast.agent("olga", Role.OWNER)
    return acme


def olga() -> Agent:
    return Agent.objects.get(email="olga@example.com")


def test_the_persons_own_console_is_told_of_an_alert_and_that_it_was_seen(staffed: Tenant) -> None:
    def raised() -> None:
        alerts.raise_to(["admins"], kind=AlertKind.JOB_FAILED, subject="For olga alone")

    async def story() -> None:
        bobs_cookie = await in_tenant(staffed, sockets.bobs_cookie)
        olgas_cookie = await in_tenant(staffed, lambda: sockets.cookie(sockets.session_of(olga())))
        async with Peer(DESK, cookie=bobs_cookie) as bobs, Peer(DESK, cookie=olgas_cookie) as olgas:
            await bobs.op("welcome")
            await olgas.op("welcome")
            for act in (raised, lambda: raising.see_all(olga())):
                await in_tenant(staffed, act)
                assert await olgas.op("alerts") == {"op": "alerts"}
            assert await bobs.line.receive_nothing(timeout=0.3)

    sockets.run(story)
