"""Acme with somebody who waits for customer care."""

import pytest
from django.test import Client

from agents.models import Agent, Team
from conversations import control, log
from conversations.models import Conversation
from tenants.models import Tenant
from tests import cast


@pytest.fixture
def bob(in_acme: Tenant) -> Agent:
    """An agent of customer care, online."""
    return cast.agent("bob")


@pytest.fixture
def team(bob: Agent) -> Team:
    """Customer care."""
    return Team.objects.get()


@pytest.fixture
def equipped(in_acme: Tenant) -> None:
    """Knowledge and rules."""
    cast.knowledge()
    cast.rules()


@pytest.fixture
def desk(bob: Agent, acme_client: Client) -> Client:
    """Bob's browser."""
    return cast.signed_in(acme_client, bob.email)


@pytest.fixture
def waiting(team: Team) -> Conversation:
    """Carol's conversation in the line of customer care."""
    asked = cast.says(cast.customer(), "Where is my parcel?")
    with log.writing(str(asked.id)) as held:
        control.transfer(held, team=team, offered_to=None)
    return held
