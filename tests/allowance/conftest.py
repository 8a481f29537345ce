"""A company that is billed, its owner at a browser, and where nobody is billed."""

import pytest
from django.conf import LazySettings
from django.test import Client

from agents.models import Agent, Role
from tenants.models import Tenant
from tests import cast


@pytest.fixture
def billed(in_acme: Tenant, settings: LazySettings) -> Tenant:
    """Acme, entered, where companies subscribe with Stripe."""
    settings.STRIPE_API_KEY = "sk_test_of_these_tests"
    return in_acme


@pytest.fixture
def olivia(in_acme: Tenant) -> Agent:
    """The owner."""
    return cast.agent("olivia", Role.OWNER)


@pytest.fixture
def browser(olivia: Agent, acme_client: Client) -> Client:
    """Her browser."""
    return cast.signed_in(acme_client, olivia.email)
