"""The demo company, loaded."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from conversations.demo import loading
from conversations.demo.loading import Loaded
from tenants import current
from tenants.models import Tenant

NOW = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)  # a Friday, with people at work


@pytest.fixture
def loaded(database_for_test: None) -> Loaded:
    """Larkfield Cycles in its tenant, which is not entered."""
    return loading.load(NOW)


@pytest.fixture
def in_demo(loaded: Loaded) -> Iterator[Tenant]:
    """The demo's tenant, entered for the whole test."""
    tenant = Tenant.objects.get(schema_name="demo")
    with current.entered(tenant):
        yield tenant
