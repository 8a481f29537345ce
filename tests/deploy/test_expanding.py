"""While old code still runs, a migration may add and nothing else."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tenants.migrating import expanding, run
from tenants.migrating.versions import names
from tenants.models import Tenant
from tests.backups.conftest import elsewhere
from tests.tenants import later

ALREADY = {"agents": 4, "assistant": 11, "billing": 1, "conversations": 21, "escalation": 1, "trail": 2}
ADDS = 'migrations.AddField("usagerecord", "later", models.BooleanField(db_default=False)),'
HARMLESS = [
    ADDS,
    'migrations.AddField("usagerecord", "empty", models.BooleanField(null=True)),',
    'migrations.AddIndex("usagerecord", models.Index(fields=["id"], name="usage_later")),',
    """migrations.CreateModel("Later", [("id", models.BigAutoField(primary_key=True))]),
    migrations.AddConstraint("later", models.CheckConstraint(condition=models.Q(id__gt=0), name="later_above")),""",
]
NARROWING = {
    'migrations.AddField("usagerecord", "later", models.BooleanField(default=False)),': "needs null or db_default",
    'migrations.RemoveField("usagerecord", "recorded_at"),': "takes away a column",
    'migrations.RenameField("usagerecord", "recorded_at", "made"),': "renames a column",
    'migrations.DeleteModel("UsageRecord"),': "takes away a table",
    'migrations.RenameModel("UsageRecord", "Used"),': "renames a table",
    'migrations.RunSQL("SELECT 1"),': "nobody said",
    'migrations.AlterField("usagerecord", "recorded_at", models.TextField()),': "changes what a column holds",
    'migrations.AddConstraint("usagerecord", models.CheckConstraint(condition=models.Q(id__gt=0), name="above")),': (
        "may refuse rows"
    ),
}


@pytest.mark.django_db
def test_what_only_adds_may_run_beside_old_code(tmp_path: Path) -> None:
    with later.migration(tmp_path, "".join(HARMLESS)):
        assert expanding.hindrances({("billing", "9999_later")}) == []


@pytest.mark.parametrize(("operation", "why"), NARROWING.items())
@pytest.mark.django_db
def test_what_takes_away_renames_or_narrows_may_not(operation: str, why: str, tmp_path: Path) -> None:
    with later.migration(tmp_path, operation):
        [said] = expanding.hindrances({("billing", "9999_later")})
    assert said.startswith("billing.9999_later: ")
    assert why in said


@pytest.mark.django_db
def test_no_migration_of_ours_narrows_without_a_word_for_it() -> None:
    new = {(app, name) for app, name in names() if app in ALREADY and int(name[:4]) > ALREADY[app]}
    assert expanding.hindrances(new) == []


def test_a_rolling_migration_refuses_and_touches_nothing(own_database: str, acme: Tenant, tmp_path: Path) -> None:
    with later.migration(tmp_path, 'migrations.DeleteModel("UsageRecord"),'):
        with pytest.raises(CommandError, match=r"billing\.9999_later: Delete model UsageRecord: takes away a table"):
            call_command("migrate_tenants", "--rolling", verbosity=0)
        assert "acme" in run.behind()
    with later.migration(tmp_path, ADDS):
        call_command("migrate_tenants", "--rolling", verbosity=0)
        assert run.behind() == []


def test_nothing_old_runs_on_an_empty_database(own_database: str, database_server: str) -> None:
    """The first installation on Kubernetes begins with a rolling migration, too."""
    with elsewhere(database_server):
        assert run.missing() == set()
