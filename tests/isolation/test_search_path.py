"""The search path is set once for each entry into a tenant; nothing that undoes it may leave a query elsewhere."""

from contextlib import suppress

import pytest
from django.db import ProgrammingError, connection, transaction

from conversations.models import Customer
from tenants import current
from tenants.models import Tenant


class BrokenOffError(Exception):
    """What the tests raise to roll back."""


@pytest.fixture
def customers(own_database: str, acme: Tenant, globex: Tenant) -> None:
    """Carol of acme and Gina of globex; this thread's session was in globex last."""
    for tenant, name in ((acme, "Carol"), (globex, "Gina")):
        with current.entered(tenant):
            Customer.objects.create(name=name)


def names() -> list[str]:
    return list(Customer.objects.values_list("name", flat=True))


@pytest.mark.usefixtures("customers")
def test_a_rollback_that_undoes_the_search_path_leads_to_no_other_tenant(acme: Tenant) -> None:
    with current.entered(acme):
        with suppress(BrokenOffError), transaction.atomic():
            assert names() == ["Carol"]
            raise BrokenOffError
        assert names() == ["Carol"]


@pytest.mark.usefixtures("customers")
def test_nor_does_a_rollback_to_a_savepoint(acme: Tenant, globex: Tenant) -> None:
    with transaction.atomic(), current.entered(globex):
        assert names() == ["Gina"]
        with suppress(BrokenOffError), transaction.atomic(), current.entered(acme):
            assert names() == ["Carol"]
            raise BrokenOffError
        assert names() == ["Gina"]


@pytest.mark.usefixtures("customers")
def test_nor_does_a_session_that_was_lost_and_made_anew(acme: Tenant) -> None:
    with current.entered(acme):
        assert names() == ["Carol"]
        connection.close()
        assert names() == ["Carol"]


@pytest.mark.usefixtures("customers")
def test_nor_does_a_statement_that_fails_in_a_transaction(acme: Tenant) -> None:
    with current.entered(acme):
        with suppress(BrokenOffError), transaction.atomic():
            with connection.cursor() as cursor, pytest.raises(ProgrammingError, match="nonsense"):
                cursor.execute("SELECT nonsense")
            raise BrokenOffError
        assert names() == ["Carol"]
