"""Acme, which here is the platform's company too, and globex, each with one of everything."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from tenants import current, hosts
from tenants.models import Tenant
from tests import cast
from tests.dns_server import NameServer, name_server
from tests.isolation import stage
from tests.isolation.playing import Player
from tests.isolation.stage import Company
from tests.isolation.talks import Talks


@pytest.fixture(autouse=True)
def quiet(settings: Settings) -> Iterator[None]:
    """Django tells of each refusal, and counts who asks; here there are thousands in a minute."""
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if name != "conversations.door.limiting.Limits"]
    logger = logging.getLogger("django.request")
    logger.setLevel(logging.ERROR)
    yield
    logger.setLevel(logging.NOTSET)


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    """Where files lie during the test."""
    settings.MEDIA_ROOT = tmp_path / "uploads"
    return tmp_path / "uploads"


@pytest.fixture(autouse=True)
def dns(settings: Settings) -> Iterator[NameServer]:
    """A name server that knows nothing."""
    with name_server() as server:
        settings.DNS_SERVERS = [server.address]
        yield server


@pytest.fixture
def ours(acme: Tenant) -> Company:
    """Acme."""
    Tenant.objects.filter(pk=acme.pk).update(is_platform=True)
    acme.refresh_from_db()
    hosts.forget()
    with current.entered(acme):
        cast.rules()
    return stage.build(acme)


@pytest.fixture
def theirs(globex: Tenant) -> Company:
    """Globex, with an owner who has the operator flag, for what it is worth there."""
    return stage.build(globex)


@pytest.fixture
def player(ours: Company, theirs: Company) -> Player:
    """Plays at acme's host."""
    return Player(ours)


@pytest.fixture
def talks(own_database: str, acme: Tenant, globex: Tenant) -> Iterator[Talks]:
    """Both companies with a conversation each, committed."""
    yield Talks(acme, globex)
    hosts.forget()
