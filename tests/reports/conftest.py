"""A supervisor at a browser, in acme, whose clocks show the time of Berlin."""

import pytest
from django.test import Client

from agents.models import Agent, Role
from tenants import current
from tenants.models import Tenant
from tests import cast


@pytest.fixture
def berlin(in_acme: Tenant) -> Tenant:
    """Acme, entered, in the time zone of Berlin."""
    in_acme.time_zone = "Europe/Berlin"
    with current.outside():
        in_acme.save(update_fields=["time_zone"])
    return in_acme


@pytest.fixture
def sue(berlin: Tenant) -> Agent:
    """A supervisor."""
    return cast.agent("sue", Role.SUPERVISOR)


@pytest.fixture
def desk(sue: Agent, acme_client: Client) -> Client:
    """Her browser."""
    return cast.signed_in(acme_client, sue.email)
