"""The tests' own databases: clones are alike, separate and rolled back."""

from collections.abc import Iterator
from threading import Thread

import psycopg
import pytest
from django.db import connection
from django.test import Client

from tenants import current
from tenants.models import Heartbeat, Tenant
from tests import database
from tests.renewing import Databases, Pristine, look


@pytest.mark.parametrize("time", [1, 2])
def test_each_test_is_rolled_back(acme: Tenant, time: int) -> None:
    assert not Heartbeat.objects.filter(name="tests").exists(), f"left over before time {time}"
    Heartbeat.objects.create(name="tests", at="2026-01-01T00:00:00Z")


def test_the_two_companies_have_schemas_of_their_own(acme: Tenant, globex: Tenant) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nspname FROM pg_namespace WHERE nspname IN ('acme', 'globex', 'demo')")
        assert sorted(row[0] for row in cursor.fetchall()) == ["acme", "globex"]


def test_a_database_of_its_own_shows_commits_to_other_threads(own_database: str, acme: Tenant) -> None:
    Heartbeat.objects.create(name="tests", at="2026-01-01T00:00:00Z")
    seen: list[int] = []

    def look() -> None:
        seen.append(Heartbeat.objects.filter(name="tests").count())
        connection.close()

    thread = Thread(target=look)
    thread.start()
    thread.join()
    assert seen == [1]


def test_a_clone_is_dropped_afterwards(database_server: str, django_db_setup: None) -> None:
    with database.cloned(database_server) as url, psycopg.connect(url) as clone:
        assert clone.execute("SELECT count(*) FROM public.tenants_tenant").fetchone() == (2,)
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        psycopg.connect(url)


@pytest.fixture
def databases(database_server: str, django_db_setup: None) -> Iterator[Databases]:
    """None yet."""
    made = Databases(database_server)
    yield made
    made.drop()


def rows_and_counts(url: str) -> Pristine:
    with psycopg.connect(url) as line:
        return look(line)


def test_a_database_of_its_own_is_as_new_for_the_next_test(databases: Databases) -> None:
    with databases.one() as first, psycopg.connect(first, autocommit=True) as used:
        before = rows_and_counts(first)
        used.execute("INSERT INTO public.tenants_heartbeat (name, at) VALUES ('tests', now())")
        used.execute("UPDATE public.tenants_tenant SET name = 'Changed'")
        used.execute("DELETE FROM acme.agents_team")
        used.execute("SELECT nextval(oid::regclass) FROM pg_class WHERE relkind = 'S' AND oid >= 16384")
        assert rows_and_counts(first) != before
    with databases.one() as second:
        assert rows_and_counts(second) == before
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        psycopg.connect(first)


@pytest.mark.parametrize(
    "change",
    [
        "ALTER TABLE acme.agents_agent ADD COLUMN more int",
        "REVOKE SELECT ON acme.agents_agent FROM baton_app",
        "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET work_mem = 99', current_database()); END $$",
    ],
)
def test_a_database_of_another_shape_is_never_used_again(databases: Databases, change: str) -> None:
    with databases.one() as first, psycopg.connect(first, autocommit=True) as used:
        before = rows_and_counts(first)
        used.execute(change)
    assert not databases._idle
    with databases.one() as second:
        assert rows_and_counts(second) == before


def test_a_client_leaves_the_test_in_its_tenant(in_acme: Tenant, globex_client: Client) -> None:
    globex_client.get("/health/live")
    assert current.tenant() == in_acme
