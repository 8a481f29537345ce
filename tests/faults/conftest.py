"""Running Batons to break: one on PostgreSQL alone, whose server may be stopped too, and one with a Redis."""

from collections.abc import Iterator

import pytest
from pytest_django.plugin import DjangoDbBlocker

from tenants.embedded.postgres import Server
from tests import database
from tests.faults.redis_peer import redis_peer
from tests.faults.scene import Scene, scene


@pytest.fixture(scope="module")
def on_postgres(django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    """Baton on a PostgreSQL server of its own, which keeps what it committed through a crash."""
    folder = tmp_path_factory.mktemp("on_postgres")
    server = Server(folder / "server")
    server.start()
    try:
        with (
            django_db_blocker.unblock(),
            database.cloned(server.url("postgres")) as url,
            scene(url, folder, postgres=server) as made,
        ):
            yield made
    finally:
        server.stop()


@pytest.fixture(scope="module")
def on_redis(
    database_server: str, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Scene]:
    """Baton with Redis as its channel layer and broker."""
    with (
        django_db_blocker.unblock(),
        redis_peer() as redis,
        database.cloned(database_server) as url,
        scene(url, tmp_path_factory.mktemp("on_redis"), redis=redis) as made,
    ):
        yield made
