"""The sandbox, for each test one of its own."""

from collections.abc import Callable, Iterator

import pytest

from tests.billing import sandbox as sandboxes
from tests.billing.sandbox import Listener, Sandbox


@pytest.fixture(scope="session")
def sandbox_server() -> Iterator[Callable[[], Sandbox]]:
    """One server for all tests."""
    with sandboxes.running() as fresh:
        yield fresh


@pytest.fixture
def sandbox(sandbox_server: Callable[[], Sandbox]) -> Sandbox:
    """A sandbox that answers over HTTP."""
    return sandbox_server()


@pytest.fixture
def listener() -> Iterator[Listener]:
    """Somebody who hears of its events."""
    with sandboxes.listening() as found:
        yield found
