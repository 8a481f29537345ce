"""Which migrations the code has, and whether a tenant's schema has them all."""

from collections.abc import Iterable
from functools import cache
from hashlib import blake2b

from django.apps import apps
from django.conf import settings
from django.db.migrations.loader import MigrationLoader

Name = tuple[str, str]  # of a migration: the label of its app, its own


@cache
def labels() -> frozenset[str]:
    """The labels of the apps whose tables stand in the schema of each tenant."""
    wanted = set(settings.TENANT_APPS)
    return frozenset(app.label for app in apps.get_app_configs() if app.name in wanted)


@cache
def names() -> frozenset[Name]:
    """All migrations of the tenants' apps that the code has."""
    on_disk: Iterable[Name] = MigrationLoader(None).disk_migrations
    return frozenset(name for name in on_disk if name[0] in labels())


@cache
def version() -> str:
    """The version of a schema that has every migration of the code, such as `00027-5f0c…`; costs .1 s once."""
    return version_of(names())


def version_of(applied: Iterable[Name]) -> str:
    """The version of a schema with these migrations: how many they are, then a digest of their names.

    Of two versions on one line of development the later is the greater string.
    """
    told = sorted(applied)
    digest = blake2b("\n".join(f"{app}.{name}" for app, name in told).encode(), digest_size=12).hexdigest()
    return f"{len(told):05}-{digest}"


def is_behind(schema_version: str) -> bool:
    """Whether a schema of that version must not be used by this code yet.

    One that is ahead may be: while new code takes the place of old, migrations only add.
    """
    ours = version()
    return schema_version != ours and schema_version[:5] <= ours[:5]
