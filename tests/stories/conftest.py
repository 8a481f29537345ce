"""A shop with its people, rules and articles, and a customer who talks to it, once with each engine."""

from collections.abc import Iterator

import pytest
from django.conf import LazySettings

from agents.models import Agent
from assistant.engines import exchange
from conversations.models import Customer
from tenants.models import Tenant
from tests import cast
from tests.connector_server import serving as connected
from tests.connector_server import setting
from tests.connector_server.serving import Service
from tests.model_server.listening import use
from tests.model_server.serving import serving
from tests.stories.talk import Puppet, Talk

ENGINES = ("embedded", "language_model")


@pytest.fixture
def shop(in_acme: Tenant) -> Tenant:
    """Acme with its rules and articles, entered for the whole test."""
    cast.rules()
    cast.knowledge()
    return in_acme


@pytest.fixture
def bob(shop: Tenant) -> Agent:
    """An agent of acme, online."""
    return cast.agent("bob")


@pytest.fixture
def carol(bob: Agent) -> Customer:
    """A customer of acme: carol@example.org."""
    return cast.customer()


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """Each of the two engines."""
    return str(request.param)


@pytest.fixture
def talk(carol: Customer, engine: str, settings: LazySettings) -> Iterator[Talk]:
    """Carol talks to acme's assistant, with either engine."""
    if engine == "embedded":
        yield Talk(carol)
        return
    exchange.client()
    puppet = Puppet()
    with serving(puppet) as server:
        use(server, settings)
        yield Talk(carol, puppet)


@pytest.fixture
def connector(shop: Tenant, settings: LazySettings) -> Iterator[Service]:
    """Acme's own system, from which its records come and which gives money back; `stop()` takes it down."""
    with connected.serving() as running:
        setting.use(running, settings, acts=["refund"])
        yield running
