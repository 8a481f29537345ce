"""Schemas that are ready for the next companies, so that opening a workspace is a matter of giving one its name."""

import secrets

from django.conf import settings

from tenants import blueprint, jobs, owner, role
from tenants.current import connection
from tenants.jobs import Lease
from tenants.migrating import versions
from tenants.models import PooledSchema

KIND = "pool"
ADD = "INSERT INTO public.tenants_pooledschema (schema_name, schema_version, made_at) VALUES (%s, %s, now())"
TAKE = """
DELETE FROM public.tenants_pooledschema WHERE schema_name = (
    SELECT schema_name FROM public.tenants_pooledschema WHERE schema_version = %s
    ORDER BY made_at LIMIT 1 FOR UPDATE SKIP LOCKED
) RETURNING schema_name
"""


def ready() -> int:
    """How many schemas of the code's version wait; those of another are never given to anybody."""
    return PooledSchema.objects.filter(schema_version=versions.version()).count()


def write_refill() -> None:
    """Write the job that fills the pool, in the transaction under way."""
    jobs.write_for_platform(KIND, {}, key=KIND)


def refill(_held: Lease) -> None:
    """Fill the pool; a job."""
    while ready() < settings.POOL_SIZE:
        make()


def make() -> None:
    """Make one schema and put it in the pool, on a connection of its own."""
    name, version = f"pool_{secrets.token_hex(8)}", versions.version()
    blueprint.text()  # made at most once; while it is, no transaction may wait
    with owner.connected() as line, line.transaction():
        blueprint.fill(line, name)
        role.settle(line, name)
        line.execute(ADD, [name, version])


def take(schema: str) -> None:
    """Let a schema of the pool be `schema` from now on, in the owner's transaction under way; makes one if need be."""
    with connection.cursor() as cursor:
        cursor.execute(TAKE, [versions.version()])
        while (found := cursor.fetchone()) is None:
            make()
            cursor.execute(TAKE, [versions.version()])
        quote = connection.ops.quote_name
        cursor.execute(f"ALTER SCHEMA {quote(found[0])} RENAME TO {quote(schema)}")
