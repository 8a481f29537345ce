"""A company with rules, two reviewers and an agent, and their browsers."""

import pytest
from django.test import Client

from agents.models import Agent, Role
from conversations.models import Scorecard
from tenants.models import Tenant
from tests import cast
from tests.assessments import sheets
from tests.clients import HostClient


@pytest.fixture
def company(in_acme: Tenant) -> Tenant:
    """Acme, entered, with the default rules."""
    cast.rules()
    return in_acme


@pytest.fixture
def bob(company: Tenant) -> Agent:
    """An agent, whose work is assessed."""
    return cast.agent("bob")


@pytest.fixture
def sue(company: Tenant) -> Agent:
    """A supervisor, who assesses."""
    return cast.agent("sue", Role.SUPERVISOR)


@pytest.fixture
def tom(company: Tenant) -> Agent:
    """Another supervisor."""
    return cast.agent("tom", Role.SUPERVISOR)


@pytest.fixture
def sues(sue: Agent) -> Client:
    """Sue's browser."""
    return cast.signed_in(HostClient("acme.localhost"), sue.email)


@pytest.fixture
def toms(tom: Agent) -> Client:
    """Tom's browser."""
    return cast.signed_in(HostClient("acme.localhost"), tom.email)


@pytest.fixture
def bobs(bob: Agent) -> Client:
    """Bob's browser."""
    return cast.signed_in(HostClient("acme.localhost"), bob.email)


@pytest.fixture
def card(company: Tenant) -> Scorecard:
    """A scorecard of three questions, one of them critical."""
    return sheets.card()
