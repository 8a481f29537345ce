"""Makes a tenant: its row, its host name and its migrated schema."""

import re

from django.db import transaction

from tenants import hosts, migrating, owner
from tenants.models import DEFAULT_ACCENT, Domain, Tenant

SLUG = re.compile(r"[a-z][a-z0-9_]{1,40}")
RESERVED = {"public", "information_schema"}


class SlugError(ValueError):
    """The slug cannot name a tenant's schema."""


def create(slug: str, *, name: str, host: str, accent: str = DEFAULT_ACCENT) -> Tenant:
    """Make the tenant `slug`, reached at `host`, with an empty, migrated schema.

    Raises SlugError for a slug that is not 2 to 41 of a-z, 0-9 and _, or is reserved; IntegrityError when the slug or
    the host is taken.
    """
    if not SLUG.fullmatch(slug) or slug in RESERVED or slug.startswith("pg_"):
        raise SlugError(f"slug: {slug!r} must be 2 to 41 of a-z, 0-9 and _, and not a reserved word.")
    with transaction.atomic():
        tenant = Tenant.objects.create(schema_name=slug, name=name, accent=accent)
        Domain.objects.create(tenant=tenant, domain=host, is_primary=True)
    with owner.migrating():
        tenant.create_schema(check_if_exists=True, verbosity=0)
    Tenant.objects.filter(pk=tenant.pk).update(schema_version=migrating.version())
    hosts.forget()
    return tenant
