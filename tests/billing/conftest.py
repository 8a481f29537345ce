"""The sandbox, for each test one of its own."""

from collections.abc import Callable, Iterator

import pytest
from pytest_django import Settings

from billing import catalogue
from tenants.models import Tenant
from tests.billing import sandbox as sandboxes
from tests.billing.lives import Life
from tests.billing.sandbox import Listener, Sandbox

SECRET = "whsec_of_the_tests"


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


@pytest.fixture
def stripe_settings(sandbox: Sandbox, settings: Settings) -> Sandbox:
    """Baton bills by way of the sandbox, which sells its plans."""
    settings.STRIPE_API_KEY, settings.STRIPE_API_BASE = "sk_test_sandbox", sandbox.origin
    settings.STRIPE_WEBHOOK_SECRET = SECRET
    catalogue.set_up()
    return sandbox


@pytest.fixture
def life(stripe_settings: Sandbox, in_acme: Tenant) -> Life:
    """Acme, entered, and a customer of Stripe's who did nothing yet and lives by a clock of its own."""
    return Life.begun(stripe_settings, in_acme, secret=SECRET)
