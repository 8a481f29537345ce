"""Acme with its cast, knowledge and rules, entered for the whole test."""

import pytest

from agents.models import Agent, Role
from conversations.models import Customer
from tenants.models import Tenant
from tests import cast


@pytest.fixture
def bob(in_acme: Tenant) -> Agent:
    """An agent of acme, online."""
    return cast.agent("bob")


@pytest.fixture
def alice(in_acme: Tenant) -> Agent:
    """An admin of acme, online."""
    return cast.agent("alice", Role.ADMIN)


@pytest.fixture
def carol(in_acme: Tenant) -> Customer:
    """A customer of acme."""
    return cast.customer()


@pytest.fixture
def equipped(in_acme: Tenant) -> Tenant:
    """Acme with knowledge and rules."""
    cast.knowledge()
    cast.rules()
    return in_acme
