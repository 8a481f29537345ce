"""Acme, whose answers come from an AI of its own."""

import pytest

from agents.models import Agent
from assistant.models import AssistantSettings, Engine
from conversations.models import Customer
from tenants.models import Tenant
from tests import cast
from tests.model_server.listening import asks
from tests.outside_assistant.ai import Ai


@pytest.fixture(scope="session", autouse=True)
def _loaded() -> None:
    asks("How long does delivery take?")


@pytest.fixture
def bob(in_acme: Tenant) -> Agent:
    """An agent of acme, which asks its own AI."""
    cast.rules()
    cast.knowledge()
    AssistantSettings.objects.update_or_create(id=1, defaults={"engine": Engine.OUTSIDE, "outside_seconds": 45})
    return cast.agent("bob")


@pytest.fixture
def carol(bob: Agent) -> Customer:
    """A customer of acme."""
    return cast.customer()


@pytest.fixture
def ai(bob: Agent) -> Ai:
    """The AI of acme, with its token."""
    return Ai()
