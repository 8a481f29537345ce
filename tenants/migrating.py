"""Which migrations the code has, and whether a tenant's schema has them all."""

from collections.abc import Iterable
from functools import cache
from hashlib import blake2b

from django.apps import apps
from django.conf import settings
from django.db.migrations.loader import MigrationLoader

Name = tuple[str, str]  # of a migration: label of its app, its own


@cache
def labels() -> frozenset[str]:
    """The labels of the apps whose tables stand in the schema of each tenant."""
    wanted = set(settings.TENANT_APPS)
    return frozenset(app.label for app in apps.get_app_configs() if app.name in wanted)


@cache
def names() -> tuple[Name, ...]:
    """All migrations of the tenants' apps that the code has, in order of their names."""
    on_disk: Iterable[Name] = MigrationLoader(None).disk_migrations
    return tuple(sorted(name for name in on_disk if name[0] in labels()))


@cache
def version() -> str:
    """The version of a schema that has every migration of the code, such as `00027-5f0c…`."""
    return version_of(names())


def version_of(applied: Iterable[Name]) -> str:
    """The version of a schema with these migrations: how many there are, then a digest of their names.

    Of two versions on one line of development the later is the greater string.
    """
    told = sorted(applied)
    digest = blake2b("\n".join(f"{app}.{name}" for app, name in told).encode(), digest_size=12).hexdigest()
    return f"{len(told):05}-{digest}"
