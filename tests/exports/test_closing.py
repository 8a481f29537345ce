"""A company is closed: its customers read so, its owner may come back for thirty days, then nothing is left of it."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from agents.models import Agent, Role
from conversations import closing, tasks
from tenants import current, erased, hosts, jobs, owner, workspace
from tenants.models import Domain, Job, SignUp, Tenant
from tenants.trail.models import AuditEntry
from tests import cast
from tests.clients import HostClient
from tests.exports import canaries, life

NAME = "Acme Bicycles"


@pytest.fixture
def olive(acme: Tenant) -> Agent:
    """The owner of acme."""
    with current.entered(acme):
        return cast.agent("olive", Role.OWNER)


@pytest.fixture
def hers(olive: Agent) -> Client:
    """Olive's browser."""
    return cast.signed_in(HostClient("acme.localhost"), "olive@example.com")


def close(client: Client, *, name: str = NAME, password: str = cast.PASSWORD) -> Any:
    body = {"name": name, "password": password}
    return client.post("/api/v1/workspace/close", body, content_type="application/json")


def reopen(client: Client) -> Any:
    return client.post("/api/v1/workspace/reopen", {}, content_type="application/json")


def grace_goes_by() -> None:
    """Thirty days pass."""
    Tenant.objects.exclude(closing_at=None).update(closing_at=timezone.now() - workspace.GRACE)


def run_now(kind: str) -> None:
    """The moment of the job comes."""
    job = Job.objects.get(kind=kind)
    Job.objects.filter(pk=job.pk).update(run_at=timezone.now())
    jobs.run(job.id, tasks.work)


def is_open(schema: str = "acme") -> bool:
    return Tenant.objects.get(schema_name=schema).closing_at is None


def test_the_owner_closes_it_and_hears_until_when(hers: Client) -> None:
    told = close(hers).json()["closing"]
    assert not is_open()
    assert set(told) == {"asked_at", "ends_at"}
    hosts.forget()  # as after the commit
    assert hers.get("/api/v1/me").json()["workspace"]["closing_at"] == told["asked_at"]
    ends = Job.objects.get(kind=closing.LAST_DAY).run_at
    assert timedelta(days=29, hours=23) < ends - timezone.now() < timedelta(days=30, hours=1)
    letters = Job.objects.filter(kind=closing.LETTER).order_by("run_at")
    assert [(job.ids["days"], round((ends - job.run_at) / timedelta(days=1))) for job in letters] == [
        (30, 30),
        (7, 7),
        (1, 1),
    ]


@pytest.mark.parametrize(
    ("name", "password", "field"),
    [("Globex", cast.PASSWORD, "name"), ("", cast.PASSWORD, "name"), (NAME, "wrong horse", "password")],
)
def test_without_the_name_and_the_password_it_stays_open(hers: Client, name: str, password: str, field: str) -> None:
    response = close(hers, name=name, password=password)
    assert (response.status_code, response.json()["error"]["param"]) == (422, field)
    assert is_open()
    assert not Job.objects.filter(kind=closing.LAST_DAY).exists()


def test_guessing_the_password_is_braked(hers: Client) -> None:
    assert [close(hers, password=f"guess {number}").status_code for number in range(6)] == [422] * 5 + [429]
    assert close(hers).status_code == 429
    assert is_open()


@pytest.mark.parametrize("role", [Role.ADMIN, Role.SUPERVISOR, Role.AGENT, Role.VIEWER])
def test_nobody_but_an_owner_closes_it(acme: Tenant, role: Role) -> None:
    with current.entered(acme):
        cast.agent("bob", role)
    bob = cast.signed_in(HostClient("acme.localhost"), "bob@example.com")
    assert close(bob).status_code == 403
    assert reopen(bob).status_code == 403
    assert is_open()


def test_the_platforms_own_company_stays_open(hers: Client) -> None:
    Tenant.objects.filter(schema_name="acme").update(is_platform=True)
    hosts.forget()
    assert close(hers).status_code == 409
    assert is_open()


def test_closing_twice_closes_once(hers: Client) -> None:
    assert close(hers).json() == close(hers).json()
    assert Job.objects.filter(kind=closing.LAST_DAY).count() == 1


def test_the_owner_opens_it_again_and_nothing_happens_on_the_last_day(hers: Client) -> None:
    close(hers)
    assert reopen(hers).json() == {"closing": None}
    assert is_open()
    assert not Job.objects.filter(kind__in=[closing.LAST_DAY, closing.LETTER, closing.DOORS]).exists()
    assert reopen(hers).status_code == 409


def test_both_logs_say_who_closed_it(acme: Tenant, globex: Tenant, olive: Agent, hers: Client) -> None:
    Tenant.objects.filter(pk=globex.pk).update(is_platform=True)
    close(hers)
    reopen(hers)
    for tenant in (acme, globex):
        with current.entered(tenant):
            told = AuditEntry.objects.filter(object_kind="workspace").order_by("at")
            assert [(entry.action, entry.actor_id, entry.object_id) for entry in told] == [
                ("workspace.closed", olive.id, "acme"),
                ("workspace.reopened", olive.id, "acme"),
            ]


def test_the_owners_are_told_when_it_goes_and_how_to_keep_it(acme: Tenant, hers: Client, settings: Settings) -> None:
    settings.MAIL_LEAVES = True
    with current.entered(acme):
        cast.agent("alice", Role.ADMIN)
    close(hers)
    for job in Job.objects.filter(kind=closing.LETTER).order_by("run_at"):
        Job.objects.filter(pk=job.pk).update(run_at=timezone.now())
        jobs.run(job.id, tasks.work)
    assert [letter.to for letter in mail.outbox] == [["olive@example.com"]] * 3
    assert [letter.subject for letter in mail.outbox] == [
        f"{NAME} is closed and goes in {when}" for when in ("30 days", "7 days", "1 day")
    ]
    assert "http://acme.localhost/console/settings" in mail.outbox[0].body


def test_no_letter_leaves_once_it_is_open_again(hers: Client, settings: Settings) -> None:
    settings.MAIL_LEAVES = True
    close(hers)
    letter = Job.objects.filter(kind=closing.LETTER).order_by("run_at")[0]
    Tenant.objects.update(closing_at=None)
    Job.objects.filter(pk=letter.pk).update(run_at=timezone.now())
    jobs.run(letter.id, tasks.work)
    assert mail.outbox == []


def test_a_last_day_that_comes_too_soon_takes_nothing(hers: Client) -> None:
    close(hers)
    run_now(closing.LAST_DAY)
    assert Domain.objects.filter(tenant__schema_name="acme").exists()
    assert not Job.objects.filter(kind=closing.REMOVE).exists()


def test_after_the_grace_nothing_is_left_of_it(own_database: str, acme: Tenant, uploads_folder: Path) -> None:
    with current.entered(acme):
        cast.agent("olive", Role.OWNER)
        life.of("carol", agent=cast.agent("alice", Role.ADMIN))
        cache.set("shown", life.canary("carol"))
    asked = {"digest": "x" * 64, "company": NAME, "person": "Olive", "email": "olive@example.com", "tenant": acme}
    SignUp.objects.create(**asked, password="", expires_at=timezone.now())
    Tenant.objects.filter(schema_name="globex").update(is_platform=True)
    close(cast.signed_in(HostClient("acme.localhost"), "olive@example.com"))
    grace_goes_by()
    run_now(closing.LAST_DAY)
    hosts.forget()
    assert HostClient("acme.localhost").get("/sign-in/").status_code == 404, "nobody is led there any more"
    run_now(closing.REMOVE)
    with owner.connected() as line:
        found = line.execute("SELECT nspname FROM pg_namespace WHERE nspname IN ('acme', 'globex')").fetchall()
    assert found == [("globex",)]
    for word, left in ((life.canary("carol"), []), ("acme", [erased.FILE]), ("olive", [])):
        assert canaries.places(word, schema="acme", folder=uploads_folder) == left
    assert not (uploads_folder / "acme").exists()
    with current.entered(Tenant.objects.get(schema_name="globex")):
        last = AuditEntry.objects.order_by("-at")[0]
        assert (last.action, last.object_id, last.actor_kind) == ("workspace.removed", "acme", "system")


def test_a_worker_that_dies_while_it_removes_is_followed_by_one_that_ends_it(
    own_database: str, acme: Tenant, uploads_folder: Path
) -> None:
    with current.entered(acme):
        cast.agent("olive", Role.OWNER)
    close(cast.signed_in(HostClient("acme.localhost"), "olive@example.com"))
    grace_goes_by()
    run_now(closing.LAST_DAY)
    with owner.connected() as line:
        line.execute("DROP SCHEMA acme CASCADE")
    run_now(closing.REMOVE)
    assert not Tenant.objects.filter(schema_name="acme").exists()
