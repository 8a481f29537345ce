"""A company with knowledge and rules, entered, and browsers of its people."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from agents.models import Agent, Role
from conversations.models import Customer
from tenants.models import Tenant
from tests import cast


@pytest.fixture(autouse=True)
def uploads_folder(settings: Settings, tmp_path: Path) -> Path:
    """Where the files of this test go."""
    settings.MEDIA_ROOT = tmp_path / "uploads"
    return tmp_path / "uploads"


@pytest.fixture
def company(in_acme: Tenant) -> Tenant:
    """Acme, entered, with articles and the default rules."""
    cast.rules()
    cast.knowledge()
    return in_acme


@pytest.fixture
def carol(company: Tenant) -> Customer:
    """A customer."""
    return cast.customer()


@pytest.fixture
def bob(company: Tenant) -> Agent:
    """An agent."""
    return cast.agent("bob")


@pytest.fixture
def supervisor(company: Tenant, acme_client: Client) -> Client:
    """Sue's browser, who may write the knowledge."""
    cast.agent("sue", Role.SUPERVISOR)
    return cast.signed_in(acme_client, "sue@example.com")
