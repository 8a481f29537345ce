"""All schemas follow the code: together, a canary first, each wholly or not at all, and again where it stopped."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from django.core.management import CommandError, call_command

from tenants import current, owner, provisioning
from tenants.migrating import heads, is_behind, run, version
from tenants.migrating.versions import names, version_of
from tenants.models import MigrationRun, PooledSchema, Tenant
from tests.tenants import later

HAS_COLUMN = """
SELECT table_schema FROM information_schema.columns
WHERE table_name = 'billing_usagerecord' AND column_name = 'channel' ORDER BY 1
"""
PYTHON = "migrations.RunPython(lambda apps, editor: apps.get_model('billing', 'UsageRecord').objects.all().delete()),"
BOTH = ["acme", "globex"]


@pytest.fixture
def said(own_database: str, acme: Tenant, globex: Tenant) -> list[str]:
    """The lines of progress; with a database of its own, since a migration commits."""
    return []


def with_column(url: str) -> list[str]:
    """The schemas that have the later column."""
    with psycopg.connect(url) as line:
        return [schema for (schema,) in line.execute(HAS_COLUMN).fetchall()]


@contextmanager
def locked(url: str, schema: str) -> Iterator[psycopg.Connection]:
    """Somebody reads a table of the schema for a long time."""
    with psycopg.connect(url) as line:
        line.execute(f'LOCK TABLE "{schema}".billing_usagerecord IN ACCESS SHARE MODE')
        yield line


def test_a_fresh_tenant_has_the_version_of_the_code(acme: Tenant) -> None:
    assert acme.schema_version == version()
    assert version_of(heads.of(["acme"])["acme"] & names()) == version()
    assert run.behind() == []


def test_with_nothing_to_do_nothing_is_done(said: list[str]) -> None:
    done = run.migrate(said.append)
    assert (done.total, done.done, done.problems) == (0, 0, {})
    assert done.ended_at is not None


def test_a_new_field_reaches_every_tenant_and_every_pooled_schema(
    said: list[str], own_database: str, tmp_path: Path
) -> None:
    provisioning.create("spare", name="Spare", host="spare.localhost")
    Tenant.objects.filter(schema_name="spare").delete()
    PooledSchema.objects.create(schema_name="spare", schema_version=version())
    with later.migration(tmp_path, later.ADDS_A_FIELD):
        assert sorted(run.behind()) == ["acme", "globex", "spare"]
        done = run.migrate(said.append)
        assert (done.total, done.done, done.problems) == (3, 3, {})
        assert with_column(own_database) == ["acme", "globex", "spare"]
        assert set(Tenant.objects.values_list("schema_version", flat=True)) == {version()}
        assert PooledSchema.objects.get().schema_version == version()
        assert run.behind() == []
        assert run.migrate(said.append).total == 0
    assert said[0].startswith("acme went first and has billing.9999_later; 3 statements for each"), said


def test_the_platforms_own_company_is_the_canary(said: list[str], tmp_path: Path) -> None:
    Tenant.objects.filter(schema_name="globex").update(is_platform=True)
    with later.migration(tmp_path, later.ADDS_A_FIELD):
        assert run.migrate(said.append).canary == "globex"


def test_the_application_may_write_what_the_owner_made(said: list[str], tmp_path: Path) -> None:
    new_table = 'migrations.CreateModel("Later", [("id", models.BigAutoField(primary_key=True))]),'
    with later.migration(tmp_path, new_table):
        run.migrate(said.append)
    with current.entered(Tenant.objects.get(schema_name="globex")), current.connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        cursor.execute("INSERT INTO billing_later DEFAULT VALUES RETURNING id")
        assert cursor.fetchone() == (1,)


def test_a_migration_with_python_goes_step_by_step(said: list[str], own_database: str, tmp_path: Path) -> None:
    with later.migration(tmp_path, later.ADDS_A_FIELD + PYTHON):
        done = run.migrate(said.append)
        assert (done.done, done.problems, run.behind()) == (2, {}, [])
    assert with_column(own_database) == BOTH
    assert "the others step by step" in said[0]


def test_nothing_else_is_touched_when_the_canary_fails(said: list[str], own_database: str, tmp_path: Path) -> None:
    wrong = later.ADDS_A_FIELD + 'migrations.RunSQL("SELECT 1 / 0", ""),'
    with later.migration(tmp_path, wrong), pytest.raises(run.CanaryError, match="acme, which went first"):
        run.migrate(said.append)
    assert with_column(own_database) == []
    stopped = MigrationRun.objects.get()
    assert (stopped.done, list(stopped.problems)) == (0, ["acme"])
    assert stopped.ended_at is not None


def test_one_tenant_that_cannot_does_not_stop_the_others_and_the_next_run_goes_on(
    said: list[str], own_database: str, tmp_path: Path
) -> None:
    provisioning.create("hooli", name="Hooli", host="hooli.localhost")
    with owner.connected() as line:
        line.execute("CREATE TABLE globex.usage_by_channel (id int)")  # in the way of the index
    with later.migration(tmp_path, later.ADDS_A_FIELD):
        with pytest.raises(CommandError, match=r"(?s)Run it again.*globex: ProgrammingError"):
            call_command("migrate_tenants", verbosity=0)
        assert with_column(own_database) == ["acme", "hooli"]
        with pytest.raises(CommandError, match="1 schemas are behind: globex"):
            call_command("migrate_tenants", check=True, verbosity=0)
        with owner.connected() as line:
            line.execute("DROP TABLE globex.usage_by_channel")
        call_command("migrate_tenants", verbosity=0)
        assert with_column(own_database) == ["acme", "globex", "hooli"]


def test_who_holds_a_table_is_waited_for(said: list[str], own_database: str, tmp_path: Path) -> None:
    with later.migration(tmp_path, later.ADDS_A_FIELD):
        with locked(own_database, "globex"):
            done = run.migrate(said.append, most_tries=2)
        assert list(done.problems) == ["globex"]
        assert "lock timeout" in done.problems["globex"]
        assert with_column(own_database) == ["acme"]
        assert run.migrate(said.append).done == 1
    assert with_column(own_database) == BOTH


def test_of_two_versions_the_one_with_fewer_migrations_is_behind(tmp_path: Path) -> None:
    ours = version()
    with later.migration(tmp_path, later.ADDS_A_FIELD):
        assert version() > ours
        assert is_behind(ours)
        assert is_behind("")
        newer = version()
    assert not is_behind(newer)
    assert is_behind(f"{ours[:5]}-of another branch")
