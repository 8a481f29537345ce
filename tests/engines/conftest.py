"""What every test of the engines needs: the SDK and the encoders loaded, so that times measure the answer alone."""

import pytest

from agents.models import Agent, Role
from assistant.engines import exchange
from tenants import current
from tenants.models import Tenant
from tests import cast
from tests.model_server.listening import asks


@pytest.fixture(scope="session", autouse=True)
def _loaded() -> None:
    exchange.client()
    asks("How long does delivery take?")


@pytest.fixture
def agent_of_globex(globex: Tenant) -> Agent:
    """Gwen, an admin of globex."""
    with current.entered(globex):
        return cast.agent("gwen", Role.ADMIN)
