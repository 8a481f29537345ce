"""A company with customers of whom everything is kept that Baton keeps, and its files in a folder of the test."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from agents.models import Agent, Role
from conversations.models import Customer
from tenants import current
from tenants.models import Tenant
from tests import cast
from tests.exports import life


@pytest.fixture(autouse=True)
def uploads_folder(settings: Settings, tmp_path: Path) -> Path:
    """Where the files of this test go."""
    settings.MEDIA_ROOT = tmp_path / "uploads"
    return tmp_path / "uploads"


@pytest.fixture
def alice(acme: Tenant) -> Agent:
    """An admin of acme; acme is not entered."""
    with current.entered(acme):
        return cast.agent("alice", Role.ADMIN)


@pytest.fixture
def desk(alice: Agent, acme_client: Client) -> Client:
    """Alice's browser."""
    return cast.signed_in(acme_client, "alice@example.com")


@pytest.fixture
def carol(acme: Tenant, alice: Agent) -> Customer:
    """A customer of acme of whom everything is kept; acme is not entered."""
    with current.entered(acme):
        return life.of("carol", agent=alice)


@pytest.fixture
def erin(acme: Tenant, alice: Agent) -> Customer:
    """Another one, whom nothing may touch."""
    with current.entered(acme):
        return life.of("erin", agent=alice)
