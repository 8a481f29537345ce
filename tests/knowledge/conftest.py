"""Sue, a supervisor of acme, at her browser; bob, an agent there, at his; and an article of hers."""

from typing import Any

import pytest
from django.test import Client

from agents.models import Role
from tenants.models import Tenant
from tests import cast
from tests.clients import HostClient
from tests.settings.sending import post

Article = dict[str, Any]


@pytest.fixture
def supervisor(in_acme: Tenant) -> Client:
    """The browser of sue, a supervisor."""
    return cast.signed_in(HostClient("acme.localhost"), cast.agent("sue", Role.SUPERVISOR).email)


@pytest.fixture
def other(in_acme: Tenant) -> Client:
    """The browser of max, another supervisor."""
    return cast.signed_in(HostClient("acme.localhost"), cast.agent("max", Role.SUPERVISOR).email)


@pytest.fixture
def desk(in_acme: Tenant) -> Client:
    """The browser of bob, an agent."""
    return cast.signed_in(HostClient("acme.localhost"), cast.agent("bob").email)


@pytest.fixture
def parking(supervisor: Client) -> Article:
    """An article, as the API gives it."""
    reply = post(supervisor, "articles", title="Parking", body="There is a car park behind the shop.", tags=["shop"])
    assert reply.status_code == 201, reply.content
    made: Article = reply.json()
    return made
