"""Makes a tenant: its row, its host name, and a schema out of the pool; all of it in one transaction."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from tenants import blueprint, hosts, migrating, owner, pool
from tenants.models import DEFAULT_ACCENT, Domain, Tenant

SLUG = re.compile(r"[a-z][a-z0-9_]{1,40}")
RESERVED = {"public", "information_schema", "pgmq", blueprint.SCHEMA}
RESERVED_BEGINNINGS = ("pg_", "pool_")


class SlugError(ValueError):
    """The slug cannot name a tenant's schema."""


@contextmanager
def building() -> Iterator[None]:
    """A transaction with the owner's rights, in which tenants may be added. Raises owner.InTransactionError in one."""
    if not pool.ready():
        pool.make()
    with owner.migrating(), transaction.atomic():
        yield
    hosts.forget()


def create(slug: str, *, name: str, host: str, accent: str = DEFAULT_ACCENT, time_zone: str = "UTC") -> Tenant:
    """Make the tenant `slug`, reached at `host`, with an empty, migrated schema; in a transaction of its own."""
    with building():
        return add(slug, name=name, host=host, accent=accent, time_zone=time_zone)


def may_name(slug: str) -> bool:
    """Whether the slug may name a schema, taken or not."""
    return bool(SLUG.fullmatch(slug)) and slug not in RESERVED and not slug.startswith(RESERVED_BEGINNINGS)


def add(slug: str, *, name: str, host: str, accent: str = DEFAULT_ACCENT, time_zone: str = "UTC") -> Tenant:
    """Make the tenant in the transaction of `building`.

    Raises SlugError for a slug that is not 2 to 41 of a-z, 0-9 and _, or is reserved or taken; IntegrityError when the
    host is taken.
    """
    if not may_name(slug):
        raise SlugError(f"slug: {slug!r} must be 2 to 41 of a-z, 0-9 and _, and not a reserved word.")
    if Tenant.objects.filter(schema_name=slug).exists():
        raise SlugError(f"slug: {slug!r} is taken.")
    tenant = Tenant.objects.create(
        schema_name=slug, name=name, accent=accent, time_zone=time_zone, schema_version=migrating.version()
    )
    Domain.objects.create(tenant=tenant, domain=host, is_primary=True)
    pool.take(slug)
    return tenant
