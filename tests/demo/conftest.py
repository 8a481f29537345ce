"""The demo company, loaded once for a file of tests that only read."""

from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest
from pytest_django.plugin import DjangoDbBlocker

from conversations.demo import loading
from conversations.demo.loading import Loaded
from tenants import current
from tenants.models import Tenant
from tests import database

NOW = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)  # a Friday, with people at work


@pytest.fixture(scope="session")
def kept(database_server: str, django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[str, Loaded]]:
    """The name of a database with Larkfield Cycles in it, of which each file has a copy; and what was loaded."""
    with django_db_blocker.unblock(), database.cloned(database_server) as url:
        with database.in_use(url):
            there = loading.load(NOW)
        yield urlsplit(url).path[1:], there


@pytest.fixture(scope="module")
def loaded(kept: tuple[str, Loaded], database_server: str, django_db_blocker: DjangoDbBlocker) -> Iterator[Loaded]:
    """Larkfield Cycles in a database of this file's own; its tenant is not entered."""
    with django_db_blocker.unblock(), database.cloned(database_server, of=kept[0]) as url, database.in_use(url):
        yield kept[1]


@pytest.fixture
def in_demo(loaded: Loaded) -> Iterator[Tenant]:
    """The demo's tenant, entered for the whole test."""
    tenant = Tenant.objects.get(schema_name="demo")
    with current.entered(tenant):
        yield tenant
