"""Running Batons to break: one on PostgreSQL alone, whose server may be stopped too, and one with a Redis."""

from collections.abc import Iterator, Sequence

import pytest
from pytest_django.plugin import DjangoDbBlocker

from tenants.embedded.postgres import Server
from tests import database, tables
from tests.faults.redis_peer import redis_peer
from tests.faults.scene import COLUMNS, LONG, SEED, Report, Scene, scene

TWO_SERVERS = {"BATON_SERVER": "uvicorn", "BATON_WEB": "2"}


@pytest.fixture(scope="session")
def told() -> Iterator[list[Report]]:
    """The rounds of the whole run; a long one writes their table."""
    reports: list[Report] = []
    yield reports
    if LONG and reports:
        rows = tables.table(COLUMNS, [report.cells() for report in reports])
        tables.write("faults", f"{tables.machine()} Seed {SEED}.\n\n{rows}")


@pytest.fixture(scope="session")
def raced() -> Iterator[list[Sequence[object]]]:
    """What all races of the run came to; a long one writes their table."""
    rows: list[Sequence[object]] = []
    yield rows
    if LONG and rows:
        head = ["at the same moment", "races", "what came of them", "must be", "kept"]
        tables.write("races", f"{tables.machine()}\n\n{tables.table(head, rows)}")


@pytest.fixture(scope="session")
def misled() -> Iterator[list[Sequence[object]]]:
    """What came of each way in which a model went wrong; a long run writes the table."""
    rows: list[Sequence[object]] = []
    yield rows
    if LONG and rows:
        head = ["the model", "messages", "what it was taken for", "until all held", "I1 to I14"]
        tables.write("models", f"{tables.machine()}\n\n{tables.table(head, rows)}")


@pytest.fixture(scope="module")
def on_postgres(
    django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory, told: list[Report]
) -> Iterator[Scene]:
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
            told += made.reports
    finally:
        server.stop()


@pytest.fixture(scope="module")
def on_redis(
    database_server: str,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
    told: list[Report],
) -> Iterator[Scene]:
    """Baton with Redis as its channel layer and broker, and with two web servers of the other make."""
    with (
        django_db_blocker.unblock(),
        redis_peer() as redis,
        database.cloned(database_server) as url,
        scene(url, tmp_path_factory.mktemp("on_redis"), redis=redis, env=TWO_SERVERS) as made,
    ):
        yield made
        told += made.reports
