"""Fixtures for every suite: databases, the two companies, and clients for their host names."""

from collections.abc import Iterator, Sequence

import pytest
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from tenants import current, hosts
from tenants.models import Tenant
from tests import at_once, database
from tests.clients import HostClient
from tests.renewing import Databases
from tests.running import Running, running
from tests.sharing import FIXTURE, ByFileAndBaton, give_each_a_redis


@pytest.hookimpl(tryfirst=True)  # before -m chooses
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what runs on Redis too; refuse pytest-django's committing tests, which empty the tenants' tables.

    What takes longest in one process comes first, so that no worker has it left when the others are done.
    """
    items.sort(key=lambda item: FIXTURE not in fixtures_of(item))
    for item in items:
        if FIXTURE in fixtures_of(item) and "browser" not in item.path.parts:
            item.add_marker("redis_too")
        mark = item.get_closest_marker("django_db")
        if mark is not None and mark.kwargs.get("transaction"):
            raise pytest.UsageError(f"{item.nodeid}: use the fixture own_database, not transaction=True.")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> ByFileAndBaton:
    """Let files of the running Baton share it."""
    return ByFileAndBaton(config, log)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes(config: pytest.Config, specs: Sequence[object]) -> None:
    """On Redis, let no worker hear another."""
    give_each_a_redis(config, specs)


def fixtures_of(item: pytest.Item) -> Sequence[str]:
    """The names of the fixtures that a test uses, directly or not."""
    names: Sequence[str] = getattr(item, "fixturenames", ())
    return names


@pytest.fixture(scope="session")
def database_server() -> Iterator[str]:
    """The address of the PostgreSQL server for this run."""
    with database.server() as url:
        yield url


@pytest.fixture(scope="session")
def django_db_setup(database_server: str, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """One clone of the template per process; each test inside it is rolled back."""
    with django_db_blocker.unblock(), database.cloned(database_server) as url, database.in_use(url):
        yield


@pytest.fixture(scope="session")
def own_databases(database_server: str) -> Iterator[Databases]:
    """The databases of this process that go from test to test."""
    kept = Databases(database_server)
    yield kept
    kept.drop()


@pytest.fixture
def own_database(own_databases: Databases, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A database for one test alone, with real commits: for threads, sockets, races. Gives its address."""
    with django_db_blocker.unblock(), own_databases.one() as url, database.in_use(url):
        yield url


@pytest.fixture(scope="session")
def running_baton(
    database_server: str, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Running]:
    """The real web server, worker and sweeper with the demo company, on a database that all such tests share."""
    folder = tmp_path_factory.mktemp("baton")
    with (
        django_db_blocker.unblock(),
        database.cloned(database_server) as url,
        running(url, folder, demo=True) as whole,
    ):
        with database.in_use(url):
            at_once.send()
        yield whole


@pytest.fixture
def running_database(running_baton: Running, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """Lets the test itself look into the database of the running Baton."""
    with django_db_blocker.unblock(), database.in_use(running_baton.database_url) as url:
        yield url


@pytest.fixture
def database_for_test(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whichever database the test asked for; the rolled-back one when it asked for none."""
    asked = {"own_database", "running_database"} & set(request.fixturenames)
    request.getfixturevalue(asked.pop() if asked else "db")
    hosts.forget()
    current.leave()
    yield
    current.leave()


@pytest.fixture
def acme(database_for_test: None) -> Tenant:
    """The company most tests work in, reached at acme.localhost; not entered."""
    return Tenant.objects.get(schema_name="acme")


@pytest.fixture
def globex(database_for_test: None) -> Tenant:
    """Another company, reached at globex.localhost, which must never notice what acme does; not entered."""
    return Tenant.objects.get(schema_name="globex")


@pytest.fixture
def in_acme(acme: Tenant) -> Iterator[Tenant]:
    """Acme, entered for the whole test."""
    with current.entered(acme):
        yield acme


@pytest.fixture
def acme_client(acme: Tenant) -> Client:
    """A browser at acme.localhost."""
    return HostClient("acme.localhost")


@pytest.fixture
def globex_client(globex: Tenant) -> Client:
    """A browser at globex.localhost."""
    return HostClient("globex.localhost")


@pytest.fixture
def public_client(database_for_test: None) -> Client:
    """A browser at the platform's own host."""
    return HostClient("localhost")
