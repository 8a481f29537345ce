"""The tests' own databases: clones are alike, separate and rolled back."""

from threading import Thread

import psycopg
import pytest
from django.db import connection
from django.test import Client

from tenants import current
from tenants.models import Heartbeat, Tenant
from tests import database


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


def test_a_client_leaves_the_test_in_its_tenant(in_acme: Tenant, globex_client: Client) -> None:
    globex_client.get("/health/live")
    assert current.tenant() == in_acme
