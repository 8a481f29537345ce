"""How much one visitor may upload, and what becomes of what is never sent."""

import threading
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from agents.models import Agent
from conversations import receive, tasks
from conversations.attachments import cleaning, uploads
from conversations.models import Attachment, Customer
from tenants import current, jobs
from tenants.models import Job, Tenant
from tests import cast
from tests.attachments import files
from tests.attachments.conftest import Upload, as_visitor
from tests.clients import HostClient


def test_the_21st_upload_in_an_hour_waits(acme_client: Client, carols: Upload, carol: Customer, folder: Path) -> None:
    _fill(carol, uploads.MOST_PER_HOUR, ago=timedelta(minutes=40))
    reply = carols(files.PDF, "a.pdf")
    assert (reply.status_code, reply.json()["error"]["code"]) == (429, "rate_limited")
    assert 1190 <= int(reply.headers["Retry-After"]) <= 1201
    assert not folder.exists()
    assert as_visitor(acme_client, cast.customer("erin"))(files.PDF, "a.pdf").status_code == 201
    Attachment.objects.filter(customer=carol).update(created_at=timezone.now() - timedelta(minutes=61))
    assert carols(files.PDF, "a.pdf").status_code == 201


def test_an_agent_has_no_such_limit(desk: Client, bob: Agent) -> None:
    for number in range(uploads.MOST_PER_HOUR + 1):
        assert desk.post("/api/v1/attachments", {"file": files.named(b"hi", f"{number}.txt")}).status_code == 201


def test_uploads_at_once_do_not_slip_past_the_limit(own_database: str, acme: Tenant) -> None:
    with current.entered(acme):
        carol = cast.customer()
        _fill(carol, uploads.MOST_PER_HOUR - 2, ago=timedelta(minutes=1))
        upload = as_visitor(HostClient("acme.localhost"), carol)
    statuses: list[int] = []

    def send() -> None:
        try:
            statuses.append(upload(b"hello", "a.txt").status_code)
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(statuses) == [201, 201, 429, 429, 429, 429]
    with current.entered(acme):
        assert carol.uploads.count() == uploads.MOST_PER_HOUR


def test_an_upload_that_nobody_sends_is_removed_after_a_day(carols: Upload, folder: Path) -> None:
    carols(files.PDF, "a.pdf")
    row, job = Attachment.objects.get(), Job.objects.get(kind=cleaning.KIND)
    assert timedelta(hours=23) < job.run_at - timezone.now() <= timedelta(hours=24)
    assert (folder / row.stored_as).exists()
    _a_day_later()
    assert not Attachment.objects.exists()
    assert not (folder / row.stored_as).exists()
    assert not Job.objects.filter(kind=cleaning.KIND).exists()


def test_what_was_sent_stays(carols: Upload, carol: Customer, folder: Path) -> None:
    cast.rules()
    shown = carols(files.PDF, "a.pdf").json()
    receive.message(carol, "", client_id=uuid4(), attachments=[shown["id"]])
    _a_day_later()
    assert (folder / Attachment.objects.get().stored_as).exists()


def test_removing_what_is_gone_already_is_fine(carols: Upload, folder: Path) -> None:
    carols(files.PDF, "a.pdf")
    (folder / Attachment.objects.get().stored_as).unlink()
    Attachment.objects.all().delete()
    _a_day_later()
    assert not Job.objects.filter(kind=cleaning.KIND).exists()


def test_a_file_whose_row_was_never_written_is_removed_too(carols: Upload, folder: Path) -> None:
    carols(files.PDF, "a.pdf")
    Attachment.objects.all().delete()  # as when the server died between the two
    _a_day_later()
    assert [path for path in folder.rglob("*") if path.is_file()] == []


@pytest.fixture(autouse=True)
def entered(in_acme: Tenant) -> None:
    """All of this is about acme."""


def _fill(customer: Customer, count: int, *, ago: timedelta) -> None:
    at = timezone.now() - ago
    for number in range(count):
        Attachment.objects.create(
            customer=customer,
            name="a.txt",
            content_type="text/plain",
            size=1,
            stored_as=f"acme/{number}",
            created_at=at,
        )


def _a_day_later() -> None:
    for job in Job.objects.filter(kind=cleaning.KIND):
        Job.objects.filter(pk=job.pk).update(run_at=timezone.now())
        jobs.run(job.id, tasks.work)
