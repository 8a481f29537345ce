"""Acme with bob and alice at the desk, and a conversation with carol, who writes German."""

from collections.abc import Iterator

import pytest
from django.conf import LazySettings

from agents.models import Agent
from assistant.engines import exchange
from conversations import log
from conversations.models import Conversation, Customer
from tenants.models import Tenant
from tests import cast
from tests.conversations.conftest import alice, bob, carol, desk
from tests.model_server.listening import use
from tests.model_server.serving import Server, serving
from tests.model_server.translating import translates

__all__ = ["alice", "bob", "carol", "desk"]

ASKS = "Wo ist mein Paket? Ich warte seit fünf Tagen."


@pytest.fixture(scope="session", autouse=True)
def _loaded() -> None:
    exchange.client()


@pytest.fixture
def german(carol: Customer, bob: Agent) -> Conversation:
    """Carol's question in German, which nobody answered yet; bob speaks English alone."""
    Agent.objects.filter(pk=bob.pk).update(languages=["en"])
    conversation = cast.says(carol, ASKS)
    with log.writing(str(conversation.id)) as locked:
        locked.language = "de"
    return locked


@pytest.fixture
def model(in_acme: Tenant, settings: LazySettings) -> Iterator[Server]:
    """A language model that translates what it has phrases for, and is wanted for that."""
    with serving(translates()) as server:
        use(server, settings, translates=True)
        yield server
