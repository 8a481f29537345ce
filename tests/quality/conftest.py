"""A company with rules, a desk, and browsers of its people."""

import pytest
from django.test import Client

from agents.models import Agent, Role
from tenants.models import Tenant
from tests import cast


@pytest.fixture
def company(in_acme: Tenant) -> Tenant:
    """Acme, entered, with the default rules."""
    cast.rules()
    return in_acme


@pytest.fixture
def bob(company: Tenant) -> Agent:
    """An agent."""
    return cast.agent("bob")


@pytest.fixture
def desk(bob: Agent, acme_client: Client) -> Client:
    """Bob's browser."""
    return cast.signed_in(acme_client, bob.email)


@pytest.fixture
def alice(company: Tenant) -> Agent:
    """An admin, who keeps the rules."""
    return cast.agent("alice", Role.ADMIN)
