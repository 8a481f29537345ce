"""A little of the load with many companies in the ordinary suite: what must not grow with their number does not."""

from pathlib import Path

from tenants import hosts
from tenants.models import Tenant
from tests.load import lookup, many, tenants
from tests.load.tenants import Size


def test_many_companies_are_made_migrated_and_found(own_database: str, tmp_path: Path) -> None:
    many.fill(12)
    assert Tenant.objects.count() == 12
    took = tenants.migrating(tmp_path)
    assert took["a field and an index"] < took["a field and an index, django-tenants"]
    found = lookup.measure(["acme.localhost", "many-0003.localhost"], rounds=2)
    assert found["plain Django"] < found["Baton's look-up"] < found["django-tenants' middleware"]


def test_a_message_asks_as_many_questions_in_one_company_as_in_many(own_database: str, acme: Tenant) -> None:
    size = Size(companies=8)
    many.fill(size.companies)
    crowds = [many.customers_of([acme] * size.companies), many.customers_of(Tenant.objects.all())]
    alone, spread = tenants.per_message(crowds, 40)
    assert spread.statements == alone.statements
    assert hosts.tenant_of("many-0002.localhost").schema_name == "many_0002"
