"""The search path is set once for a tenant entered, and is right again after whatever may have undone it."""

import threading
from contextlib import suppress

import pytest
from django.db import connection, transaction
from pytest_django import DjangoAssertNumQueries

from conversations.models import Customer
from tenants import current
from tenants.models import Tenant
from tests import cast


class Undone(Exception):  # noqa: N818  no error: it takes a block back
    """Raised to take a block back."""


@pytest.fixture
def companies(own_database: str, acme: Tenant, globex: Tenant) -> tuple[Tenant, Tenant]:
    """Both companies, each with one customer who has the company's name."""
    for company in (acme, globex):
        with current.entered(company):
            cast.customer(company.schema_name)
    return acme, globex


def names() -> list[str]:
    return list(Customer.objects.values_list("name", flat=True))


def test_two_statements_in_a_tenant_cost_one_setting(
    companies: tuple[Tenant, Tenant], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with current.entered(companies[0]), django_assert_num_queries(3):
        assert names() == names() == ["Acme"]


def test_a_rollback_takes_nobody_into_another_tenant(companies: tuple[Tenant, Tenant]) -> None:
    for company in companies:
        with current.entered(company):
            with suppress(Undone), transaction.atomic():
                assert names() == [company.schema_name.title()]  # the path is set in what is taken back
                raise Undone
            assert names() == [company.schema_name.title()]


def test_a_savepoint_taken_back_takes_nobody_into_another_tenant(companies: tuple[Tenant, Tenant]) -> None:
    acme, globex = companies
    with transaction.atomic(), current.entered(acme):
        assert names() == ["Acme"]
        with suppress(Undone), transaction.atomic(), current.entered(globex):
            assert names() == ["Globex"]
            raise Undone
        assert names() == ["Acme"]


def test_a_new_session_is_in_the_tenant_that_is_entered(companies: tuple[Tenant, Tenant]) -> None:
    with current.entered(companies[1]):
        assert names() == ["Globex"]
        connection.close()
        assert names() == ["Globex"]


def test_threads_do_not_share_a_tenant(companies: tuple[Tenant, Tenant]) -> None:
    seen: dict[str, set[str]] = {"acme": set(), "globex": set()}

    def look(company: Tenant) -> None:
        for _ in range(50):
            with current.entered(company):
                seen[company.schema_name].update(names())
        connection.close()

    threads = [threading.Thread(target=look, args=[company]) for company in companies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert seen == {"acme": {"Acme"}, "globex": {"Globex"}}
