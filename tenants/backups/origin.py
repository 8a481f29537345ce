"""Which code, keys and database a backup comes from, and whether ours can take it."""

import hashlib
import hmac
from collections.abc import Iterable

import psycopg
from django.conf import settings
from django.db.migrations.loader import MigrationLoader

from tenants.backups.errors import WrongVersionError
from tenants.backups.folder import Manifest

MARK = b"baton.backup.key"
APPLIED = "SELECT DISTINCT app || '.' || name FROM {schema}.django_migrations"


def key_mark(secret: str | None = None) -> str:
    """Tells one SECRET_KEY from another without telling anything of it."""
    told = hashlib.scrypt((settings.SECRET_KEY if secret is None else secret).encode(), salt=MARK, n=2**12, r=8, p=1)
    return told.hex()[:16]


def knows_key(mark: str) -> bool:
    """Whether what is sealed in the backup can be read with our SECRET_KEY, or with one of its fallbacks."""
    ours = [str(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    return any(hmac.compare_digest(key_mark(key), mark) for key in ours)


def postgres_of(line: psycopg.Connection) -> int:
    """The major version of the server."""
    return line.info.server_version // 10_000


def check(manifest: Manifest, applied: Iterable[str], *, line: psycopg.Connection) -> None:
    """WrongVersionError for a backup of a newer server, or of code that has a migration which ours does not know."""
    if manifest.postgres > postgres_of(line):
        raise WrongVersionError(
            f"The backup is of PostgreSQL {manifest.postgres}; this server is {postgres_of(line)}. Take a newer one."
        )
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    strange = sorted(set(applied) - known)
    if strange:
        raise WrongVersionError(
            f"The backup is of a newer Baton: this one does not know the migration {strange[-1]}. Update it first."
        )
