"""A tenant's schema from the pool: the same as a migrated one, given once, and never one of another version."""

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connections
from pytest_django.fixtures import Settings

from conversations import tasks
from tenants import blueprint, jobs, migrating, owner, pool, provisioning
from tenants.current import connection
from tenants.models import Domain, Job, PooledSchema, Tenant

# PostgreSQL writes a condition that it read again with its casts and brackets elsewhere, and the same meaning
CASTS = re.compile(r"::(character varying|text)(\[\])?|[()]")
SHAPE = """
SELECT 'column', table_name, column_name, data_type, udt_name, character_maximum_length::text, is_nullable,
    replace(column_default, %(schema)s || '.', ''), is_identity, identity_generation, is_generated,
    (rank() OVER (PARTITION BY table_name ORDER BY ordinal_position))::text
FROM information_schema.columns WHERE table_schema = %(schema)s
UNION ALL
SELECT 'constraint', c.relname, k.conname, replace(pg_get_constraintdef(k.oid), %(schema)s || '.', ''),
    k.condeferrable::text, k.condeferred::text, '', '', '', '', '', ''
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE k.connamespace = %(schema)s::regnamespace
UNION ALL
SELECT 'index', tablename, indexname, replace(indexdef, %(schema)s || '.', ''), '', '', '', '', '', '', '', ''
FROM pg_indexes WHERE schemaname = %(schema)s
UNION ALL
SELECT 'class', relname, relkind::text, relpersistence::text, reloptions::text, relrowsecurity::text, relowner::text,
    relacl::text, '', '', '', ''
FROM pg_class WHERE relnamespace = %(schema)s::regnamespace
UNION ALL
SELECT 'trigger', c.relname, tgname, replace(pg_get_triggerdef(t.oid), %(schema)s || '.', ''), '', '', '', '', '', '',
    '', ''
FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
WHERE c.relnamespace = %(schema)s::regnamespace AND NOT tgisinternal
UNION ALL
SELECT 'function', proname, '', replace(pg_get_functiondef(oid), %(schema)s || '.', ''), '', '', '', '', '', '', '', ''
FROM pg_proc WHERE pronamespace = %(schema)s::regnamespace
ORDER BY 1, 2, 3
"""


def shape(schema: str) -> list[tuple[str, ...]]:
    """All that stands in a schema, but the rows."""
    with connection.cursor() as cursor:
        cursor.execute(SHAPE, {"schema": schema})
        return [tuple(CASTS.sub("", value or "") for value in row) for row in cursor.fetchall()]


def rows(schema: str, table: str, columns: str) -> list[tuple[str, ...]]:
    """What a table holds."""
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT {columns} FROM "{schema}".{table} ORDER BY {columns}')  # noqa: S608
        return list(cursor.fetchall())


def exists(schema: str) -> bool:
    """Whether there is such a schema."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT FROM pg_namespace WHERE nspname = %s", [schema])
        return cursor.fetchone() is not None


def test_a_schema_of_the_pool_is_what_the_migrations_make(own_database: str) -> None:
    with owner.connected() as line:
        line.execute("CREATE SCHEMA migrated")
    with owner.migrating():
        call_command("migrate_schemas", tenant=True, schema_name="migrated", verbosity=0)
    owner.prepare()
    provisioning.create("filled", name="Filled", host="filled.localhost")
    expected = shape("migrated")
    assert len(expected) > 300
    assert shape("filled") == expected
    for table, columns in (("django_migrations", "id, app, name"), ("django_content_type", "id, app_label, model")):
        assert rows("filled", table, columns) == rows("migrated", table, columns)


def test_numbers_go_on_where_the_migrations_stopped(own_database: str) -> None:
    provisioning.create("filled", name="Filled", host="filled.localhost")
    with owner.connected() as line:
        line.execute("INSERT INTO filled.django_migrations (app, name, applied) VALUES ('x', 'y', now())")
        newest = line.execute("SELECT max(id), count(*) FROM filled.django_migrations").fetchone()
    assert newest is not None
    assert newest[0] == newest[1]


def test_a_new_tenant_takes_from_the_pool_and_a_job_fills_it_again(own_database: str, settings: Settings) -> None:
    settings.POOL_SIZE = 2
    pool.make()
    (waiting,) = PooledSchema.objects.values_list("schema_name", flat=True)
    tenant = provisioning.create("hooli", name="Hooli", host="hooli.localhost")
    assert not PooledSchema.objects.exists()
    assert not exists(waiting)
    assert exists("hooli")
    assert tenant.schema_version == migrating.version()
    pool.write_refill()
    pool.write_refill()
    assert jobs.run_next(tasks.work)
    assert not Job.objects.exists()
    assert pool.ready() == 2


def test_a_schema_of_another_version_is_never_given(own_database: str) -> None:
    pool.make()
    PooledSchema.objects.update(schema_version="00001-of-before")
    (stale,) = PooledSchema.objects.values_list("schema_name", flat=True)
    assert pool.ready() == 0
    provisioning.create("hooli", name="Hooli", host="hooli.localhost")
    assert list(PooledSchema.objects.values_list("schema_name", flat=True)) == [stale]
    assert exists(stale)


def test_a_name_that_is_taken_leaves_the_pool_as_it_was(own_database: str) -> None:
    pool.make()
    with pytest.raises(provisioning.SlugError):
        provisioning.create("acme", name="Acme again", host="acme-again.localhost")
    with pytest.raises(IntegrityError):
        provisioning.create("hooli", name="Hooli", host="acme.localhost")
    assert pool.ready() == 1
    assert not Domain.objects.filter(domain="acme-again.localhost").exists()
    assert not exists("hooli")


@pytest.mark.parametrize(
    "slug", ["public", "pgmq", "pg_temp", "pool_1", "baton_template", "Acme", "a", "a-b", "x" * 42]
)
def test_a_reserved_or_odd_slug_is_refused(acme: Tenant, slug: str) -> None:
    before = Tenant.objects.count()
    with pytest.raises(provisioning.SlugError):
        provisioning.add(slug, name="X", host="x.localhost")
    assert Tenant.objects.count() == before


def test_two_at_once_get_two_schemas_also_from_a_pool_of_one(own_database: str) -> None:
    pool.make()
    together = Barrier(2)

    def make(slug: str) -> None:
        together.wait(10)
        try:
            provisioning.create(slug, name=slug, host=f"{slug}.localhost")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(make, ["hooli", "initech"]))
    assert exists("hooli")
    assert exists("initech")
    assert shape("hooli") == shape("initech")
    assert pool.ready() == 0


def test_the_text_names_no_schema() -> None:
    assert blueprint.SCHEMA not in blueprint.text()
