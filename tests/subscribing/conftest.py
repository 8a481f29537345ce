"""A company whose owner subscribes, and whom they subscribe with."""

import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from agents.models import Agent, Role
from billing import catalogue
from billing.arrivals.models import StripeCustomer
from billing.models import Subscription
from conversations import tasks
from conversations.arrivals import following
from conversations.subscribing import telling
from tenants import jobs
from tenants.models import Job, Tenant
from tests import cast as people
from tests.billing.conftest import sandbox, sandbox_server
from tests.billing.sandbox import Sandbox
from tests.subscribing import peers
from tests.subscribing.peers import Peer, SandboxPeer, StripePeer

__all__ = ["sandbox", "sandbox_server"]
API = "/api/v1/billing"
DAYS_OF_TRIAL_GONE = 3
TEAM = {"plan": "team", "interval": "month", "seats": 3}


@dataclass
class Company:
    """A company, its owner's browser, and itself as Stripe knows it."""

    peer: Peer
    tenant: Tenant
    browser: Client
    who: Any

    def post(self, path: str, body: Any = None, *, status: int = 200) -> dict[str, Any]:
        """What a POST answers, which is `status`."""
        return self._told(self.browser.post(f"{API}/{path}", body or {}, content_type="application/json"), status)

    def patch(self, path: str, body: Any, *, status: int = 200) -> dict[str, Any]:
        """What a PATCH answers."""
        return self._told(self.browser.patch(f"{API}/{path}", body, content_type="application/json"), status)

    def get(self, path: str, *, status: int = 200) -> dict[str, Any]:
        """What a GET answers."""
        return self._told(self.browser.get(f"{API}/{path}"), status)

    def subscribes(self, wanted: Any = None, *, card: str = peers.VISA, code: str = "") -> Subscription:
        """The owner chooses, pays on the page, and comes back."""
        self.post("checkout", {**TEAM, **(wanted or {})}, status=201)
        [page] = self.peer.client.v1.checkout.sessions.list({"customer": self.who.id, "status": "open"}).data
        self.peer.fills(page.id, self.who.id, card=card, code=code)
        return self.follows()

    def follows(self) -> Subscription:
        """Baton looks at Stripe."""
        row = following.now()
        assert row is not None
        return row

    def lives_until(self, moment: datetime | None) -> Subscription:
        """Time moves on, and Baton looks."""
        assert moment is not None
        peers.goes_on(self.peer, self.who, moment)
        return self.follows()

    def letters(self) -> list[str]:
        """What the owner was told by mail since the last time, without the company's name."""
        for job in Job.objects.filter(kind=telling.LETTER):
            jobs.run(job.id, tasks.work)
        told = [letter.subject.partition(": ")[2] for letter in mail.outbox]
        mail.outbox.clear()
        return told

    def _told(self, response: Any, status: int) -> dict[str, Any]:
        assert response.status_code == status, response.content
        return cast("dict[str, Any]", response.json()) if response.content else {}


@pytest.fixture(params=["sandbox", "stripe"])
def peer(request: pytest.FixtureRequest) -> Peer:
    """The sandbox, and Stripe itself where a key is given."""
    if request.param == "sandbox":
        found: Sandbox = request.getfixturevalue("sandbox")
        return SandboxPeer(found)
    key = os.environ.get("BATON_TEST_STRIPE_KEY", "")
    if not key:
        pytest.skip("BATON_TEST_STRIPE_KEY is not set")
    return StripePeer(key)


@pytest.fixture
def olive(in_acme: Tenant) -> Agent:
    """The owner."""
    return people.agent("olive", Role.OWNER)


@pytest.fixture
def company(peer: Peer, in_acme: Tenant, olive: Agent, acme_client: Client, settings: Settings) -> Company:
    """Acme in the fourth day of its trial; a customer of Stripe's since today, by a clock of its own."""
    for name, value in peer.settings.items():
        setattr(settings, name, value)
    settings.MAIL_LEAVES = True
    now = timezone.now()
    Tenant.objects.filter(pk=in_acme.pk).update(created_at=now - timedelta(days=DAYS_OF_TRIAL_GONE))
    in_acme.refresh_from_db()
    catalogue.set_up()
    who = peers.customer(peer, at=now)
    StripeCustomer.objects.create(tenant=in_acme, stripe_id=who.id)
    return Company(peer, in_acme, people.signed_in(acme_client, olive.email), who)
