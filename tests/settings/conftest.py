"""Alice, admin of acme, at her browser; bob, an agent there, at his."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from agents.models import Agent, Role
from tenants.models import Tenant
from tests import cast
from tests.clients import HostClient

Send = Callable[..., Any]


@pytest.fixture
def alice(in_acme: Tenant) -> Agent:
    """An admin."""
    return cast.agent("alice", Role.ADMIN)


@pytest.fixture
def admin(acme_client: Client, alice: Agent) -> Client:
    """Alice's browser."""
    return cast.signed_in(acme_client, alice.email)


@pytest.fixture
def desk(in_acme: Tenant) -> Client:
    """The browser of bob, an agent."""
    return cast.signed_in(HostClient("acme.localhost"), cast.agent("bob").email)


@pytest.fixture
def supervisor(in_acme: Tenant) -> Client:
    """The browser of sue, a supervisor."""
    return cast.signed_in(HostClient("acme.localhost"), cast.agent("sue", Role.SUPERVISOR).email)
