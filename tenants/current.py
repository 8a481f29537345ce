"""Whose data is this? The one typed way to ask, and the one way to enter a tenant."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from typing import Any

from django.db import connection as django_connection
from django_tenants.utils import get_public_schema_name, tenant_context

from tenants.models import Tenant

connection: Any = django_connection  # django-tenants adds to it what Django's types do not know


class TenantUnsetError(RuntimeError):
    """Tenant data was asked for outside any tenant."""


@contextmanager
def entered(tenant: Tenant) -> Iterator[Tenant]:
    """Run the block inside the tenant, on this thread's database connection."""
    with tenant_context(tenant):
        yield tenant


@contextmanager
def outside() -> Iterator[None]:
    """Run the block in no tenant, on this thread's connection; whatever was entered before is entered again after."""
    before = connection.tenant
    connection.set_schema_to_public()
    try:
        yield
    finally:
        connection.set_tenant(before)


def leave() -> None:
    """Let this thread's connection be in no tenant: only the tables of all tenants are there."""
    connection.set_schema_to_public()


def tenant() -> Tenant:
    """The tenant entered on this thread; TenantUnsetError when there is none."""
    current = connection.tenant
    if not isinstance(current, Tenant) or current.schema_name == get_public_schema_name():
        raise TenantUnsetError("No tenant was entered on this thread.")
    return current


def schema_name() -> str:
    """The schema of the tenant entered on this thread; TenantUnsetError when there is none."""
    return str(tenant().schema_name)


def lock_key(name: str) -> int:
    """The key of PostgreSQL's advisory lock `name` of the tenant entered; another tenant's of that name is another."""
    told = f"{schema_name()}:{name}".encode()
    return int.from_bytes(blake2b(told, digest_size=8).digest(), "big", signed=True)
