"""One Baton on several hosts, to break."""

from collections.abc import Iterator

import pytest
from pytest_django.plugin import DjangoDbBlocker

from tests import database
from tests.hosts import nginx
from tests.hosts.scene import Scenery, scenery


@pytest.fixture(scope="module")
def on_hosts(
    database_server: str, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Scenery]:
    """Baton with nginx, two web servers, two workers, sweeper, Redis and PostgreSQL, each on a host of its own."""
    if not nginx.program_file():
        pytest.skip("No nginx here; `make test` brings it.")
    folder = tmp_path_factory.mktemp("on_hosts")
    with django_db_blocker.unblock(), database.cloned(database_server) as source, scenery(source, folder) as made:
        yield made
