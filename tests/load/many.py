"""Many companies in one database, made quickly."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from uuid import uuid4

from conversations import receive
from conversations.models import Customer
from tenants import blueprint, current, hosts, migrating, owner, role
from tenants.models import Domain, Tenant
from tests import database


@contextmanager
def companies(server_url: str) -> Iterator[str]:
    """A fresh database with two companies, which Django uses for the length of a block."""
    with database.cloned(server_url) as url, database.in_use(url):
        yield url


def fill(until: int) -> None:
    """Make companies until there are so many; each has an empty schema of the code's version, and a host."""
    here = Tenant.objects.count()
    names = [f"many_{number:04}" for number in range(here, until)]
    with owner.connected() as line:
        for name in names:
            with line.transaction():
                blueprint.fill(line, name)
                role.settle(line, name)
    version = migrating.version()
    rows = [Tenant(schema_name=name, name=name, schema_version=version) for name in names]
    Domain.objects.bulk_create(
        Domain(tenant=tenant, domain=host_of(tenant), is_primary=True) for tenant in Tenant.objects.bulk_create(rows)
    )
    hosts.forget()


def host_of(tenant: Tenant) -> str:
    """The host name of one of the many."""
    return f"{str(tenant.schema_name).replace('_', '-')}.localhost"


def customers_of(tenants: Iterable[Tenant]) -> list[tuple[Tenant, Customer]]:
    """A customer with a conversation in each company."""
    made = []
    for tenant in tenants:
        with current.entered(tenant):
            customer = Customer.objects.create(name="Customer")
            receive.message(customer, "Good morning", client_id=uuid4())
            made.append((tenant, customer))
    return made
