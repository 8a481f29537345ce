"""One company comes back, in its place, as a copy or elsewhere; nobody else notices, and no right comes back."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from agents.models import Agent, BrowserSession
from assistant.models import Article, KnowledgeVersion
from billing.models import UsageRecord
from conversations import closing
from conversations.backups import arriving, replacing
from conversations.erasing import customers
from conversations.identity import secrets as identity
from conversations.models import Attachment, Customer, Message
from tenants import current, hosts, jobs, owner
from tenants.backups import company, tables
from tenants.backups.errors import BackupError, NotEmptyError
from tenants.models import Domain, Job, Tenant
from tenants.trail import audit
from tenants.trail.models import AuditEntry
from tests import cast
from tests.backups.conftest import Grown, elsewhere, name_of
from tests.clients import HostClient
from tests.exports import canaries, life
from tests.exports.test_making import run_jobs


def backed_up(folder: Path) -> Path:
    """A backup of acme as it is now."""
    call_command("back_up_tenant", "acme", folder, verbosity=0)
    (made,) = folder.iterdir()
    return made


def quiet(_line: str) -> None:
    pass


def told_of(schema: str) -> tables.Fingerprints:
    with owner.connected() as line:
        return tables.fingerprints(line, [schema])


def test_it_comes_back_in_its_place_and_who_may_come_in_what_was_paid_and_erased_stay_as_they_are(
    grown: Grown, uploads_folder: Path, tmp_path: Path
) -> None:
    with current.entered(grown.tenant):
        cast.knowledge()
        bob = cast.agent("bob")
        words = list(Message.objects.order_by("pk").values_list("text", flat=True))
        jobs.write("export", {"export_id": "of before"}, key="of before")
    backup = backed_up(tmp_path / "kept")
    with current.entered(grown.tenant):
        customers.request(grown.carol, confirm=grown.carol.email, actor=audit.by_system())
        run_jobs(customers.KIND)
        Article.objects.all().delete()
        KnowledgeVersion.objects.update_or_create(id=1, defaults={"number": 50})
        Agent.objects.filter(pk=bob.pk).update(is_active=False)
        UsageRecord.objects.create(message_id=cast.new_id(), conversation_id=cast.new_id())
        cast.says(cast.customer("frank"), "Written after the backup")
        trail = set(AuditEntry.objects.values_list("pk", flat=True))
    (uploads_folder / "acme" / "later").write_bytes(b"uploaded after the backup")
    others = told_of("globex")
    done, before = replacing.replace(backup, shut_for=0, say=quiet)
    assert done.erased_again == 1
    with current.entered(Tenant.objects.get(schema_name="acme")):
        assert canaries.places(life.canary("carol"), schema="acme", folder=uploads_folder) == []
        assert not Customer.objects.filter(name="Frank").exists()
        assert set(Message.objects.values_list("text", flat=True)) < set(words)
        assert Article.objects.exists()
        assert KnowledgeVersion.objects.get().number == 51, "no process takes what it remembers for this"
        assert not Agent.objects.get(pk=bob.pk).is_active, "a right that was taken does not come back"
        assert UsageRecord.objects.count() == 1, "what was metered stays metered"
        assert trail < set(AuditEntry.objects.values_list("pk", flat=True))
        assert AuditEntry.objects.filter(action="workspace.restored", changes__backup__0=before.folder.name).exists()
        files = {uploads_folder / name for name in Attachment.objects.values_list("stored_as", flat=True)}
        assert files
        assert all(file.exists() for file in files)
        assert Job.objects.filter(schema_name="acme", key="of before").exists()
        cast.says(cast.customer("gwen"), "Life goes on")
    assert not (uploads_folder / "acme" / "later").exists()
    assert {path.name for path in uploads_folder.iterdir()} == {"acme", "_erased"}
    changed = tables.differences(others, told_of("globex"))
    assert [line.split()[0] for line in changed] == ["globex.trail_auditentry"], "it runs the platform, whose log tells"
    with owner.connected() as line:
        left = line.execute("SELECT nspname FROM pg_namespace WHERE nspname ~ '^pool_(back|gone)'").fetchall()
    assert left == []
    hosts.forget()
    cast.signed_in(HostClient("acme.localhost"), "alice@example.com")
    replacing.replace(before.folder, shut_for=0, say=quiet)
    with current.entered(Tenant.objects.get(schema_name="acme")):
        assert Customer.objects.filter(name="Frank").exists(), "the way back"
        assert not Article.objects.exists()


def test_a_copy_stands_beside_it_with_its_secrets_and_files_and_reaches_nobody(
    grown: Grown, uploads_folder: Path, tmp_path: Path
) -> None:
    with current.entered(grown.tenant):
        secret = identity.rotate(keep_old=False, actor=audit.by_system())
        jobs.write("export", {"export_id": "of acme"}, key="of acme")
        cast.signed_in(HostClient("acme.localhost"), "alice@example.com")
    backup = backed_up(tmp_path / "kept")
    acme = told_of("acme")
    call_command("restore_tenant", backup, name="acme_before", host="before.localhost", verbosity=0)
    copy = Tenant.objects.get(schema_name="acme_before")
    assert copy.suspended_at is not None
    assert HostClient("before.localhost").get("/sign-in/").status_code == 403
    assert not Job.objects.filter(schema_name="acme_before").exists()
    with current.entered(copy):
        assert identity.good_now(identity.stored()) == [secret], "sealed for its own name now"
        found = canaries.places(life.canary("carol"), schema="acme_before", folder=uploads_folder / "acme_before")
        assert len(found) >= 14
        names = list(Attachment.objects.values_list("stored_as", flat=True))
        assert names
        assert all(name.startswith("acme_before/") and (uploads_folder / name).exists() for name in names)
        assert not BrowserSession.objects.exists()
    changed = [line.split()[0] for line in tables.differences(acme, told_of("acme"))]
    assert set(changed) <= {"acme.trail_auditentry"}
    with pytest.raises(CommandError, match="acme_before is here"):
        call_command("restore_tenant", backup, name="acme_before", host="again.localhost")
    with pytest.raises(NotEmptyError, match=r"acme\.localhost leads to a company already"):
        arriving.beside(backup, "acme_third", host="acme.localhost", say=quiet)
    assert Tenant.objects.count() == 3, "a refusal leaves nothing"


def test_it_moves_to_another_database_with_its_hosts_jobs_and_ledger(
    grown: Grown, own_database: str, database_server: str, settings: Settings, tmp_path: Path
) -> None:
    with current.entered(grown.tenant):
        jobs.write("export", {"export_id": "of acme"}, key="of acme")
        UsageRecord.objects.create(message_id=cast.new_id(), conversation_id=cast.new_id())
    backup = backed_up(tmp_path / "kept")
    before = told_of("acme")
    current.connection.close()
    settings.MEDIA_ROOT = tmp_path / "other"
    with elsewhere(database_server, of=name_of(own_database)):
        with pytest.raises(CommandError, match="acme is here"):
            call_command("restore_tenant", backup)
        closing.take_out(Tenant.objects.get(schema_name="acme"))
        Job.objects.all().delete()
        call_command("restore_tenant", backup, verbosity=0)
        acme = Tenant.objects.get(schema_name="acme")
        assert (acme.suspended_at, acme.name) == (None, grown.tenant.name)
        assert Domain.objects.get(tenant=acme).domain == "acme.localhost"
        assert Job.objects.get(schema_name="acme", key="of acme").state == "ready"
        changed = [line.split()[0] for line in tables.differences(before, told_of("acme"))]
        assert set(changed) <= {"acme.trail_auditentry", "acme.agents_browsersession"}
        cast.signed_in(HostClient("acme.localhost"), "alice@example.com")
        with current.entered(acme):
            cast.says(cast.customer("gwen"), "Life goes on elsewhere")


def test_a_backup_that_differs_by_one_row_is_not_put_back(grown: Grown, tmp_path: Path) -> None:
    opened = arriving.opened(backed_up(tmp_path / "kept"))
    rows, told = opened.contents["tables"]["conversations_message"]
    opened.contents["tables"]["conversations_message"] = [rows + 1, told]
    with pytest.raises(BackupError, match="conversations_message has"), arriving.built(opened, say=quiet):
        pass
    opened.contents["migrations"].append("conversations.9999_of_tomorrow")
    with owner.connected() as line, pytest.raises(BackupError, match="newer Baton"):
        company.check(opened, line)
    with owner.connected() as line:
        left = line.execute("SELECT nspname FROM pg_namespace WHERE nspname ~ '^(pool_back|acme)'").fetchall()
    assert left == [("acme",)]
