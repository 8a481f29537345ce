"""Acme with two customers of whom everything is kept and with every kind of secret; globex runs the platform."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from psycopg import sql
from pytest_django import Settings

from agents.models import Agent, Role
from conversations.models import Customer
from tenants import current, owner
from tenants.models import Tenant
from tests import cast, database
from tests.exports import life

KEY = "a key of backups that is long enough"


@dataclass(frozen=True)
class Grown:
    """Acme with what it has; nothing is entered."""

    tenant: Tenant
    alice: Agent
    carol: Customer
    erin: Customer


@pytest.fixture(autouse=True)
def uploads_folder(settings: Settings, tmp_path: Path) -> Path:
    """Where the files of this test go."""
    settings.MEDIA_ROOT = tmp_path / "uploads"
    return tmp_path / "uploads"


@pytest.fixture
def grown(own_database: str, acme: Tenant, globex: Tenant) -> Grown:
    """Acme as above, with commits."""
    Tenant.objects.filter(pk=globex.pk).update(is_platform=True)
    with current.entered(globex):
        cast.agent("dave", Role.OWNER)
    with current.entered(acme):
        alice = cast.agent("alice", Role.OWNER)
        return Grown(acme, alice, life.of("carol", agent=alice), life.of("erin", agent=alice))


@contextmanager
def elsewhere(server_url: str, *, of: str = "template0") -> Iterator[str]:
    """Another database, used until the end of the block: an empty one, or a copy."""
    name = database.new_name()
    with psycopg.connect(server_url, autocommit=True) as control:
        control.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(*map(sql.Identifier, (name, of))))
    try:
        with database.in_use(database.named(server_url, name)) as url:
            yield url
    finally:
        database.drop(server_url, name)


def name_of(url: str) -> str:
    """The database of an address."""
    return urlsplit(url).path[1:]


def owners_rows(question: str) -> list[tuple[object, ...]]:
    """What the database's owner reads."""
    with owner.connected() as line:
        return line.execute(question.encode()).fetchall()
