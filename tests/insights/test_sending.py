"""Scheduled reports through the door: made, sent to who may read them at that moment, paused, failing aloud."""

import io
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader
from pytest_django.fixtures import DjangoAssertNumQueries, Settings

from agents.models import Agent, Role
from conversations import tasks
from conversations.insights.sending import schedules
from conversations.models import Alert, AlertKind, ReportDelivery, ReportRun, ReportSchedule
from tenants import jobs
from tenants.models import Job, Tenant
from tenants.post import MailNotTakenError
from tenants.trail.models import AuditEntry
from tests import cast
from tests.clients import HostClient
from tests.mail.postbox import Postbox, postbox, text_of

PATH = "/api/v1/reports/schedules"
WEEKLY = {"name": "For the Monday meeting", "cadence": "weekly", "weekday": 0, "at": "07:00"}


@pytest.fixture
def mail_leaves(settings: Settings) -> Iterator[Postbox]:
    """A mail server that Baton sends by."""
    with postbox() as box:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", box.port, 5
        settings.MAIL_LEAVES = True
        yield box


@pytest.fixture
def sam(in_acme: Tenant, mail_leaves: Postbox) -> Agent:
    """Sam, who supervises at acme."""
    return cast.agent("sam", Role.SUPERVISOR)


@pytest.fixture
def desk(sam: Agent, acme_client: Client) -> Client:
    """Sam's browser."""
    return cast.signed_in(acme_client, sam.email)


def made(desk: Client, *people: Agent, **changes: Any) -> Any:
    wanted = {**WEEKLY, "recipient_ids": [str(one.id) for one in people], **changes}
    reply = desk.post(PATH, wanted, content_type="application/json")
    assert reply.status_code == 201, reply.content
    return reply.json()


def sent_now(desk: Client, schedule_id: str) -> ReportRun:
    reply = desk.post(f"{PATH}/{schedule_id}/send")
    assert reply.status_code == 202, reply.content
    do_jobs()
    return ReportRun.objects.get(pk=reply.json()["id"])


def first_page(mail: EmailMessage) -> str:
    [file] = list(mail.iter_attachments())
    content: Any = file.get_content()
    return PdfReader(io.BytesIO(content)).pages[0].extract_text()


def do_jobs() -> None:
    while jobs.run_next(tasks.work):
        pass


def test_a_report_is_mailed_to_each_with_its_figures_attached(desk: Client, sam: Agent, mail_leaves: Postbox) -> None:
    other = cast.agent("ana", Role.ADMIN)
    told = made(desk, sam, other, by="channel", metrics=["volume", "resolution_quality", "csat"])
    run = sent_now(desk, told["id"])
    assert (run.state, run.problem) == ("sent", "")
    assert sorted(to for _, [to], _ in mail_leaves.came) == ["ana@example.com", "sam@example.com"]
    mail = next(one for one in mail_leaves.mails if one["To"] == sam.email)
    assert mail["Subject"].startswith("Acme Bicycles: For the Monday meeting, ")
    assert "Conversations: 0" in text_of(mail)
    assert "every Monday at 07:00" in text_of(mail)
    [file] = list(mail.iter_attachments())
    assert (file.get_content_type(), len(file.get_content())) == ("application/pdf", run.size)
    assert "For the Monday meeting" in first_page(mail)
    assert AuditEntry.objects.filter(action="reports.schedule_made", object_id=told["id"]).count() == 1
    assert AuditEntry.objects.filter(action="reports.sent_now").count() == 1


def test_each_gets_it_in_their_language(desk: Client, sam: Agent, mail_leaves: Postbox) -> None:
    other = cast.agent("ana", Role.ADMIN)
    Agent.objects.filter(pk=other.pk).update(language="de")
    sent_now(desk, made(desk, sam, other, by="channel", metrics=["resolution_quality", "csat"])["id"])
    pages = {mail["To"]: first_page(mail) for mail in mail_leaves.mails}
    assert "no data" in pages["sam@example.com"]
    assert "Noch ist nichts gemessen." in pages["ana@example.com"]
    assert "keine Daten" in pages["ana@example.com"]
    assert "no data" not in pages["ana@example.com"]


def test_who_may_not_read_reports_at_that_moment_gets_none(desk: Client, sam: Agent, mail_leaves: Postbox) -> None:
    other = cast.agent("ana", Role.ADMIN)
    told = made(desk, sam, other, format="csv")
    Agent.objects.filter(pk=other.pk).update(role=Role.AGENT)
    run = sent_now(desk, told["id"])
    assert [to for _, to, _ in mail_leaves.came] == [[sam.email]]
    [file] = list(mail_leaves.only().iter_attachments())
    assert str(file.get_content()).startswith("what,metric,name,unit,from,to,")
    listed = desk.get("/api/v1/reports/runs").json()["data"]
    assert [(one["id"], one["sent"], one["skipped"], one["of"]) for one in listed] == [(run.id, 1, 1, 2)]
    assert [one["may"] for one in desk.get(PATH).json()["data"][0]["recipients"]] == [False, True]


def test_an_agent_can_be_no_recipient_and_nothing_is_kept(desk: Client, sam: Agent) -> None:
    bob = cast.agent("bob")
    reply = desk.post(PATH, {**WEEKLY, "recipient_ids": [str(bob.id)]}, content_type="application/json")
    assert (reply.status_code, reply.json()["error"]["param"]) == (422, "recipient_ids")
    assert not ReportSchedule.objects.exists()
    assert not Job.objects.filter(kind=schedules.DUE).exists()


@pytest.mark.parametrize(
    ("wrong", "param"),
    [
        ({"cadence": "weekly", "weekday": None}, "weekday"),
        ({"cadence": "monthly"}, "day"),
        ({"at": "25:00"}, "at"),
        ({"metrics": ["luck"]}, "metrics"),
        ({"filters": {"luck": ["good"]}}, "filters"),
        ({"filters": {"team": ["nobody"]}}, "filters"),
        ({"recipient_ids": []}, "recipient_ids"),
        ({"recipient_ids": ["nobody"]}, "recipient_ids"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_kept(desk: Client, sam: Agent, wrong: Any, param: str) -> None:
    wanted = {**WEEKLY, "recipient_ids": [str(sam.id)], **wrong}
    reply = desk.post(PATH, wanted, content_type="application/json")
    assert reply.status_code == 422, reply.content
    assert reply.json()["error"]["param"].split(".")[0].split("[")[0] == param
    assert not ReportSchedule.objects.exists()


def test_it_goes_when_its_time_has_come_and_again_the_next_time(desk: Client, sam: Agent, mail_leaves: Postbox) -> None:
    told = made(desk, sam)
    late = timezone.now() - timedelta(minutes=1)
    ReportSchedule.objects.update(next_at=late)
    Job.objects.filter(kind=schedules.DUE).update(run_at=late)
    do_jobs()
    assert len(mail_leaves.came) == 1
    schedule = ReportSchedule.objects.get(pk=told["id"])
    assert schedule.next_at is not None
    assert schedule.next_at > timezone.now()
    [job] = Job.objects.filter(kind=schedules.DUE)
    assert job.run_at == schedule.next_at
    assert schedules.move_on(str(schedule.id)) is None  # a job that runs twice sends nothing twice


def test_what_is_paused_does_not_go_and_goes_on_at_its_next_time(
    desk: Client, sam: Agent, mail_leaves: Postbox
) -> None:
    told = made(desk, sam)
    paused = desk.patch(f"{PATH}/{told['id']}", {"paused": True}, content_type="application/json").json()
    assert (paused["paused"], paused["next_at"]) == (True, None)
    Job.objects.filter(kind=schedules.DUE).update(run_at=timezone.now())
    do_jobs()
    assert mail_leaves.came == []
    again = desk.patch(f"{PATH}/{told['id']}", {"paused": False}, content_type="application/json").json()
    assert again["next_at"] == told["next_at"]
    assert Job.objects.filter(kind=schedules.DUE).count() == 1


def test_a_mail_server_that_refuses_is_told_and_nobody_gets_it_twice(
    desk: Client, sam: Agent, mail_leaves: Postbox
) -> None:
    told = made(desk, sam, cast.agent("ana", Role.ADMIN))
    desk.post(f"{PATH}/{told['id']}/send")
    run = ReportRun.objects.get()
    first = ReportDelivery.objects.filter(run=run).order_by("pk")[0]
    ReportDelivery.objects.filter(pk=first.pk).update(state="sent")
    mail_leaves.says = "451 later"
    for _ in range(jobs.MOST_ATTEMPTS):
        Job.objects.filter(kind=schedules.MAKE).update(run_at=timezone.now())
        with suppress(MailNotTakenError):  # the job says why, and is put back
            do_jobs()
    run.refresh_from_db()
    assert (run.state, run.problem) == ("failed", "the mail server answered 451")
    assert mail_leaves.came == []
    [alert] = Alert.objects.filter(kind=AlertKind.REPORT_NOT_SENT)
    assert (str(alert.agent_id), alert.subject) == (str(sam.id), "Not sent: For the Monday meeting")
    assert not Job.objects.filter(kind=schedules.MAKE).exists()
    states = ReportDelivery.objects.filter(run=run).order_by("pk").values_list("state", flat=True)
    assert list(states) == ["sent", "failed"]


def test_a_second_send_while_one_is_on_its_way_is_refused(desk: Client, sam: Agent) -> None:
    told = made(desk, sam)
    desk.post(f"{PATH}/{told['id']}/send")
    reply = desk.post(f"{PATH}/{told['id']}/send")
    assert (reply.status_code, reply.json()["error"]["code"]) == (409, "under_way")
    assert ReportRun.objects.count() == 1


def test_another_time_zone_moves_all_times(desk: Client, sam: Agent, acme: Tenant) -> None:
    told = made(desk, sam, cadence="daily", weekday=None)
    admin = cast.agent("ada", Role.ADMIN)
    reply = cast.signed_in(HostClient("acme.localhost"), admin.email).patch(
        "/api/v1/workspace", {"time_zone": "Asia/Kolkata"}, content_type="application/json"
    )
    assert reply.status_code == 200, reply.content
    schedule = ReportSchedule.objects.get(pk=told["id"])
    assert schedule.next_at is not None
    assert schedule.next_at.astimezone(UTC).time() == datetime(2026, 1, 1, 1, 30, tzinfo=UTC).time()
    assert Job.objects.get(kind=schedules.DUE).run_at == schedule.next_at


def test_the_list_takes_as_many_questions_for_many_as_for_one(
    desk: Client, sam: Agent, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    made(desk, sam)
    for number in range(3):
        sent_now(desk, made(desk, sam, name=f"Report {number}")["id"])
    with django_assert_num_queries(6):
        listed = desk.get(PATH).json()["data"]
    assert listed[0]["name"] == "For the Monday meeting"
    assert listed[1]["last"]["state"] == "sent"
