"""What every test of the engines needs: the SDK and the encoders loaded, so that times measure the answer alone."""

import pytest

from assistant.engines import exchange
from tests.model_server.listening import asks


@pytest.fixture(scope="session", autouse=True)
def _loaded() -> None:
    exchange.client()
    asks("How long does delivery take?")
