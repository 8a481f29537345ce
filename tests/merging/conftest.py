"""Acme with bob (agent) at his browser, and carol twice: once by her own address, once as a visitor who gave it."""

import pytest
from django.test import Client

from agents.models import Agent, Role
from conversations.identity import proofs
from conversations.models import Customer, ProvenHow
from tenants.models import Tenant
from tests import cast


@pytest.fixture
def bob(in_acme: Tenant) -> Agent:
    """An agent."""
    return cast.agent("bob")


@pytest.fixture
def alice(in_acme: Tenant) -> Agent:
    """An admin."""
    return cast.agent("alice", Role.ADMIN)


@pytest.fixture
def desk(acme_client: Client, bob: Agent) -> Client:
    """Bob's browser."""
    return cast.signed_in(acme_client, bob.email)


@pytest.fixture
def carol(in_acme: Tenant) -> Customer:
    """Carol, who proved her address."""
    made = Customer.objects.create(
        name="Carol Kent", email="carol@example.org", attributes={"plan": "gold", "since": 2019}
    )
    proofs.prove(made, "carol@example.org", how=ProvenHow.CODE)
    return made


@pytest.fixture
def claimant(in_acme: Tenant) -> Customer:
    """A visitor who says that carol's address is theirs; nobody knows who that is."""
    return Customer.objects.create(name="Visitor 12AB", email="Carol@example.org", attributes={"plan": "basic"})
