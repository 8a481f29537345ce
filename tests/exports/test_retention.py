"""Conversations are kept as long as the company says, and no longer."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from agents.models import Agent
from assistant.models import Order
from conversations import control, log, retention, tasks
from conversations.models import Conversation, Customer, Status
from tenants import current, jobs
from tenants.models import Job, Tenant
from tenants.trail.models import AuditEntry
from tests import cast
from tests.exports import canaries, life
from tests.exports.test_making import run_jobs

Talk = Callable[..., Conversation]


@pytest.fixture
def talk(in_acme: Tenant) -> Talk:
    """Makes a conversation in which nothing happened for so many days."""

    def make(*, days: int, status: str = Status.RESOLVED, customer: Customer | None = None) -> Conversation:
        made = log.create(customer or cast.customer())
        if status == Status.RESOLVED:
            with log.writing(str(made.id)) as locked:
                control.resolve(locked)
        Conversation.objects.filter(pk=made.pk).update(updated_at=timezone.now() - timedelta(days=days))
        return made

    return make


def keep(days: int | None) -> None:
    """Let acme keep conversations so long, and the daily look take place."""
    Tenant.objects.filter(schema_name="acme").update(retention_days=days)
    Job.objects.all().delete()
    retention.begin()
    jobs.run(Job.objects.get(kind=retention.DAILY).id, tasks.work)
    run_jobs(retention.KIND)


def test_what_is_resolved_and_older_goes_and_all_else_stays(talk: Talk) -> None:
    old, newer = talk(days=31), talk(days=29)
    still_open = talk(days=400, status=Status.OPEN)
    keep(30)
    assert set(Conversation.objects.values_list("id", flat=True)) == {newer.id, still_open.id}
    assert not Customer.objects.filter(pk=old.customer_id).exists()
    assert Customer.objects.count() == 2


def test_without_a_limit_everything_stays(talk: Talk) -> None:
    kept = talk(days=4000)
    keep(None)
    assert Conversation.objects.get().id == kept.id
    assert not Job.objects.filter(kind=retention.KIND).exists()


def test_a_customer_with_a_newer_conversation_stays(talk: Talk) -> None:
    carol = cast.customer()
    talk(days=100, customer=carol)
    newer = talk(days=1, customer=carol)
    keep(30)
    assert Conversation.objects.get().id == newer.id
    assert Customer.objects.get().id == carol.id


def test_nothing_of_it_is_left_but_the_companys_books(
    acme: Tenant, alice: Agent, carol: Customer, uploads_folder: Path
) -> None:
    with current.entered(acme):
        thread = carol.conversations.get()
        with log.writing(str(thread.id)) as locked:
            control.resolve(locked)
        Conversation.objects.update(updated_at=timezone.now() - timedelta(days=99))
        keep(30)
        left = canaries.places(life.canary("carol"), schema="acme", folder=uploads_folder)
        books = ("action", "appointment", "order", "person", "ticket")
        soon_gone = ("connectorcall", "recordimport", "recordimportrow")  # an hour, or a week, after they came
        assert set(left) == {f"acme.assistant_{name}" for name in (*books, *soon_gone)}
        assert Order.objects.get().customer_name == carol.name


def test_the_oldest_go_first_and_a_go_ends_soon(talk: Talk, in_acme: Tenant) -> None:
    rows = [talk(days=100 + number) for number in range(4)]
    before = retention.A_GO, retention.AT_ONCE
    retention.A_GO, retention.AT_ONCE = 0.000_001, 1
    try:
        Tenant.objects.filter(pk=in_acme.pk).update(retention_days=30)
        jobs.write(retention.KIND, {}, key=retention.KIND)
        jobs.run(Job.objects.get(kind=retention.KIND).id, tasks.work)
        assert set(Conversation.objects.values_list("id", flat=True)) == {row.id for row in rows[:3]}
        assert run_jobs(retention.KIND) == 4
        assert not Conversation.objects.exists()
    finally:
        retention.A_GO, retention.AT_ONCE = before


def test_how_many_went_is_on_record(talk: Talk) -> None:
    talk(days=50)
    talk(days=50)
    keep(30)
    entry = AuditEntry.objects.get(action="retention.applied")
    assert (entry.actor_kind, entry.changes) == ("system", {"removed": [None, 2]})


def test_the_daily_look_writes_itself_anew_and_is_begun_once(in_acme: Tenant) -> None:
    keep(30)
    retention.begin()
    daily = Job.objects.get(kind=retention.DAILY)
    assert timedelta(hours=23) < daily.run_at - timezone.now() < timedelta(hours=25)


def test_other_companies_keep_theirs(talk: Talk, globex: Tenant) -> None:
    talk(days=99)
    with current.entered(globex):
        theirs = log.create(cast.customer())
        with log.writing(str(theirs.id)) as locked:
            control.resolve(locked)
        Conversation.objects.update(updated_at=timezone.now() - timedelta(days=99))
    keep(30)
    with current.entered(globex):
        assert Conversation.objects.get().id == theirs.id
