"""Acme runs Baton, and olga of acme is an operator; globex is a customer like any other."""

import pytest
from django.test import Client

from agents.models import Agent, Role
from tenants import current, hosts
from tenants.models import Tenant
from tests import cast
from tests.billing.conftest import sandbox, sandbox_server

__all__ = ["sandbox", "sandbox_server"]  # fixtures


@pytest.fixture
def platform(acme: Tenant) -> Tenant:
    """Acme as the platform's own company."""
    Tenant.objects.filter(pk=acme.pk).update(is_platform=True)
    acme.refresh_from_db()
    hosts.forget()
    return acme


@pytest.fixture
def olga(platform: Tenant) -> Agent:
    """A person of the platform's company with the operator flag; by role only an agent."""
    with current.entered(platform):
        made = cast.agent("olga", Role.AGENT)
        Agent.objects.filter(pk=made.pk).update(is_operator=True)
        return made


@pytest.fixture
def operator(olga: Agent, acme_client: Client) -> Client:
    """Olga's browser, signed in."""
    return cast.signed_in(acme_client, olga.email)
