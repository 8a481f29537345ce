"""A company with a webhook, and its work."""

from collections.abc import Iterator

import pytest
from django.test import Client
from pytest_django import Settings

from agents.models import Agent, Role
from conversations.models import WebhookEndpoint
from conversations.webhooks import endpoints, posting
from tenants.models import Tenant
from tenants.trail import audit
from tests import cast
from tests.webhooks.receiver import Receiver, receiving


@pytest.fixture
def receiver(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Receiver]:
    """A program of the company's own on this machine; who answers late is waited for for moments only."""
    settings.BATON_ALLOW_LOOPBACK = True
    monkeypatch.setattr(posting, "SECONDS", 3.0)
    monkeypatch.setattr(posting, "BODY_SECONDS", 0.1)
    with receiving() as running:
        yield running


@pytest.fixture
def alice(in_acme: Tenant) -> Agent:
    """The admin."""
    return cast.agent("alice", Role.ADMIN)


@pytest.fixture
def desk(acme_client: Client, alice: Agent) -> Client:
    """Alice's browser."""
    return cast.signed_in(acme_client, alice.email)


def hook(url: str, *types: str) -> WebhookEndpoint:
    """A webhook of the company entered now, for these types, or all."""
    fields = {"url": url, "description": "", "types": list(types) or ["*"]}
    made, _ = endpoints.create(fields, by=None, actor=audit.by_system())
    return made
