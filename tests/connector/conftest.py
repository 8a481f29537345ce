"""A service that acme uses."""

from collections.abc import Iterator

import pytest
from django.conf import LazySettings

from tenants.models import Tenant
from tests.connector_server.serving import Service, serving
from tests.connector_server.setting import use


@pytest.fixture
def service(in_acme: Tenant, settings: LazySettings) -> Iterator[Service]:
    """The reference service, from which acme takes all of its records, and to which it gives refunds."""
    with serving() as running:
        use(running, settings, acts=["refund"])
        yield running
