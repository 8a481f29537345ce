"""A company with a desk, a customer, and conversations that come to an end."""

import pytest
from django.test import Client

from agents.models import Agent, Role
from conversations.models import Customer
from tenants.models import Tenant
from tests import cast


@pytest.fixture
def carol(in_acme: Tenant) -> Customer:
    """A customer who left her address."""
    return cast.customer()


@pytest.fixture
def bob(in_acme: Tenant) -> Agent:
    """An agent."""
    return cast.agent("bob")


@pytest.fixture
def sue(in_acme: Tenant) -> Agent:
    """A supervisor."""
    return cast.agent("sue", Role.SUPERVISOR)


@pytest.fixture
def alice(in_acme: Tenant) -> Agent:
    """An admin."""
    return cast.agent("alice", Role.ADMIN)


@pytest.fixture
def desk(bob: Agent, acme_client: Client) -> Client:
    """Bob's browser."""
    return cast.signed_in(acme_client, bob.email)
