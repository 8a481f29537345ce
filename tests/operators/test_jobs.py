"""Operators see the open jobs and let dead letters run again, or throw them away; the audit logs tell."""

import uuid

import pytest
from django.test import Client
from django.utils import timezone

from tenants import current, jobs
from tenants.models import Job, JobState, Tenant
from tenants.trail.models import AuditEntry


@pytest.fixture
def dead(operator: Client, globex: Tenant) -> Job:
    """A dead letter of globex."""
    with current.entered(globex):
        job_id = jobs.write("mail", {"conversation_id": "conv_1"})
    Job.objects.filter(pk=job_id).update(state=JobState.DEAD, attempts=8, last_error="MailNotTakenError")
    return Job.objects.get(pk=job_id)


def actions(tenant: Tenant) -> list[str]:
    """What the company's audit log tells of jobs."""
    with current.entered(tenant):
        return list(AuditEntry.objects.filter(object_kind="job").values_list("action", flat=True))


def test_dead_letters_are_listed_with_their_company_and_error(operator: Client, dead: Job) -> None:
    page = operator.get("/operators/jobs/").content.decode()
    assert "globex" in page
    assert "MailNotTakenError" in page
    assert "1</b> dead letter" in operator.get("/operators/").content.decode()


def test_a_replayed_letter_runs_again_with_all_its_tries(
    operator: Client, dead: Job, platform: Tenant, globex: Tenant
) -> None:
    assert operator.post(f"/operators/jobs/{dead.id}/replay/").status_code == 302
    dead.refresh_from_db()
    assert (dead.state, dead.attempts) == (JobState.READY, 0)
    assert actions(platform) == actions(globex) == ["job.replayed"]


def test_all_of_a_kind_run_again_and_the_others_stay(operator: Client, dead: Job, globex: Tenant) -> None:
    with current.entered(globex):
        others = [jobs.write(kind, {}) for kind in ("mail", "turn")]
    Job.objects.filter(pk__in=others).update(state=JobState.DEAD, attempts=8)
    assert operator.post("/operators/jobs/replay/", {"kind": "mail"}).status_code == 302
    assert [job.kind for job in jobs.dead_letters()] == ["turn"]
    assert actions(globex) == ["job.replayed"] * 2
    assert operator.post("/operators/jobs/replay/", {"kind": ""}).status_code == 302
    assert not jobs.dead_letters().exists()


def test_a_discarded_letter_is_gone(operator: Client, dead: Job, platform: Tenant, globex: Tenant) -> None:
    assert operator.post(f"/operators/jobs/{dead.id}/discard/").status_code == 302
    assert not Job.objects.filter(pk=dead.pk).exists()
    assert actions(platform) == actions(globex) == ["job.discarded"]


@pytest.mark.parametrize("deed", ["replay", "discard"])
def test_a_job_that_still_waits_is_left_alone(operator: Client, dead: Job, deed: str) -> None:
    Job.objects.filter(pk=dead.pk).update(state=JobState.READY, run_at=timezone.now())
    assert operator.post(f"/operators/jobs/{dead.id}/{deed}/").status_code == 404
    assert operator.post(f"/operators/jobs/{uuid.uuid4()}/{deed}/").status_code == 404
    assert Job.objects.get(pk=dead.pk).state == JobState.READY


def test_a_deed_needs_the_csrf_token(operator: Client, dead: Job) -> None:
    strict = Client(enforce_csrf_checks=True, headers={"host": "acme.localhost"})
    strict.cookies = operator.cookies
    assert strict.post(f"/operators/jobs/{dead.id}/discard/").status_code == 403
    assert Job.objects.filter(pk=dead.pk).exists()
