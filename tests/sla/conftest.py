"""Acme with alice (admin) and bob (agent), a policy for all, and carol, whose conversation waits or is bob's."""

from typing import Any

import pytest
from django.test import Client

from agents.models import Agent, Role
from conversations.models import Conversation
from tenants.models import Tenant
from tests import cast
from tests.settings.sending import put

EVERYBODY: dict[str, Any] = {"hours": "always", "first_reply": 10, "next_reply": 20, "resolution": 240}


@pytest.fixture
def alice(in_acme: Tenant) -> Agent:
    """An admin."""
    return cast.agent("alice", Role.ADMIN)


@pytest.fixture
def bob(in_acme: Tenant) -> Agent:
    """An agent."""
    return cast.agent("bob")


@pytest.fixture
def admin(acme_client: Client, alice: Agent) -> Client:
    """Alice's browser."""
    return cast.signed_in(acme_client, alice.email)


@pytest.fixture
def promised(admin: Client) -> None:
    """The policy for all is in force."""
    assert put(admin, "sla", policies=[EVERYBODY]).status_code == 200


@pytest.fixture
def asked(promised: None) -> Conversation:
    """Carol's question, in the assistant's hand."""
    return cast.says(cast.customer(), "Where is my parcel?")
