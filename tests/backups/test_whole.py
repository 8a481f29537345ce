"""All of it comes back into an empty database as it was, but for what was erased since; and a drill proves that."""

from pathlib import Path

import psycopg
import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from conversations.erasing import customers
from conversations.models import Customer
from tenants import current, erased, hosts
from tenants.backups import tables
from tenants.current import connection
from tenants.models import Heartbeat, Tenant
from tenants.trail import audit
from tenants.trail.models import AuditEntry
from tests import cast
from tests.backups.conftest import KEY, Grown, elsewhere
from tests.clients import HostClient
from tests.exports import canaries, life
from tests.exports.test_making import run_jobs


def test_all_comes_back_but_what_was_erased_since(
    grown: Grown, database_server: str, settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.BACKUP_KEY = KEY
    call_command("back_up", tmp_path / "kept", verbosity=0)
    (backup,) = (tmp_path / "kept").iterdir()
    assert not any(b"canary" in file.read_bytes() for file in backup.iterdir()), "it is sealed"
    with current.entered(grown.tenant):
        customers.request(grown.carol, confirm=grown.carol.email, actor=audit.by_system())
        run_jobs(customers.KIND)
        assert not customers.again(str(grown.carol.id)), "nobody is left"
    capsys.readouterr()
    call_command("erased")
    (tmp_path / "list").write_text(capsys.readouterr().out)
    files = {path.name: path.read_bytes() for path in (tmp_path / "uploads" / "acme").iterdir()}
    settings.MEDIA_ROOT = tmp_path / "other"
    with pytest.raises(CommandError, match=r"has \d+ tables; a backup of all goes into an empty one"):
        call_command("restore", backup)
    with elsewhere(database_server):
        call_command("restore", backup, "--erased", tmp_path / "list", verbosity=0)
        acme = Tenant.objects.get(schema_name="acme")
        with current.entered(acme):
            assert [one.name for one in Customer.objects.all()] == [grown.erin.name]
            folder = tmp_path / "other"
            assert canaries.places(life.canary("carol"), schema="acme", folder=folder) == []
            assert len(canaries.places(life.canary("erin"), schema="acme", folder=folder)) >= 14
        assert {path.name: path.read_bytes() for path in (folder / "acme").iterdir()} == files
        assert [one.customer for one in erased.listed()] == [str(grown.carol.id)], "and so for the next restore"
        hosts.forget()
        cast.signed_in(HostClient("acme.localhost"), "alice@example.com")
        with current.entered(Tenant.objects.get(is_platform=True)), connection.cursor() as cursor:
            last = AuditEntry.objects.order_by("-at")[0]
            assert last.action == "platform.restored"
            assert last.changes["erased_again"] == [None, {"companies": 0, "customers": 1}]
            with pytest.raises(Exception, match="permission denied"):
                cursor.execute("DELETE FROM trail_auditentry")


def test_a_drill_compares_every_table_and_leaves_nothing(
    grown: Grown, tmp_path: Path, capsys: pytest.CaptureFixture[str], database_server: str
) -> None:
    before = _databases(database_server)
    call_command("drill", "--below", tmp_path)
    said = capsys.readouterr().out
    assert "2 companies" in said
    assert "came back as they were" in said
    assert _databases(database_server) == before
    assert [path.name for path in tmp_path.iterdir()] == ["uploads"]
    assert Heartbeat.objects.filter(name="drill").exists()


def test_one_other_row_is_told_by_its_table(grown: Grown) -> None:
    with psycopg.connect(_url(), autocommit=True) as line:
        before = tables.fingerprints(line, ["acme", "globex"])
        assert tables.differences(before, tables.fingerprints(line, ["acme", "globex"])) == []
        line.execute("UPDATE acme.conversations_message SET text = text || '.' WHERE seq = 1")
        line.execute("DELETE FROM acme.agents_socketticket; DELETE FROM acme.assistant_orderitem")
        told = tables.differences(before, tables.fingerprints(line, ["acme", "globex"]))
    assert [line.split()[0] for line in told] == ["acme.assistant_orderitem", "acme.conversations_message"]


def _url() -> str:
    told = connection.settings_dict
    return f"postgresql://{told['USER']}:{told['PASSWORD']}@{told['HOST']}:{told['PORT']}/{told['NAME']}"


def _databases(server_url: str) -> set[str]:
    with psycopg.connect(server_url) as control:
        rows = control.execute("SELECT datname FROM pg_database WHERE datname LIKE 'baton_drill%'").fetchall()
    return {str(name) for (name,) in rows}
