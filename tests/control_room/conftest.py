"""Acme with maya, who supervises, and carol, whom the assistant serves."""

import pytest
from django.test import Client

from agents.models import Agent, Role
from conversations.models import Conversation, Customer
from tenants.models import Tenant
from tests import cast


@pytest.fixture
def equipped(in_acme: Tenant) -> Tenant:
    """Acme with knowledge and rules."""
    cast.knowledge()
    cast.rules()
    return in_acme


@pytest.fixture
def maya(equipped: Tenant) -> Agent:
    """A supervisor of acme, online."""
    return cast.agent("maya", Role.SUPERVISOR)


@pytest.fixture
def bob(equipped: Tenant) -> Agent:
    """An agent of acme, who supervises nobody."""
    return cast.agent("bob")


@pytest.fixture
def room(maya: Agent, acme_client: Client) -> Client:
    """Maya's browser."""
    return cast.signed_in(acme_client, maya.email)


@pytest.fixture
def carol(equipped: Tenant) -> Customer:
    """A customer of acme."""
    return cast.customer()


@pytest.fixture
def talk(carol: Customer) -> Conversation:
    """Carol asked, and the assistant answered."""
    return cast.answered(carol, "Do you take PayPal?")
