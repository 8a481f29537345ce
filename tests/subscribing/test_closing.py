"""A workspace that is closed costs nothing more; one that is opened again may go on with its plan."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from billing.models import Subscription
from conversations import closing, tasks
from conversations.subscribing import leaving
from tenants import jobs
from tenants.models import Job
from tests import cast
from tests.subscribing.conftest import Company

pytestmark = pytest.mark.parametrize("peer", ["sandbox"], indirect=True)
LOST = ["control_room", "sla", "sso"]


def run(kind: str) -> None:
    """The moment of the job comes."""
    job = Job.objects.filter(kind=kind).order_by("run_at")[0]
    Job.objects.filter(pk=job.pk).update(run_at=timezone.now())
    jobs.run(job.id, tasks.work)


def close(company: Company) -> None:
    body = {"name": company.tenant.name, "password": cast.PASSWORD}
    done = company.browser.post("/api/v1/workspace/close", body, content_type="application/json")
    assert done.status_code == 200, done.content
    company.tenant.refresh_from_db()


def test_closing_cancels_and_opening_again_leaves_the_choice(company: Company) -> None:
    begun = company.subscribes({"accepts": LOST})
    close(company)
    run(leaving.CLOSED)
    assert Subscription.objects.get().ends_at == begun.trial_ends_at
    mail.outbox.clear()
    run(closing.LETTER)
    assert "nothing more is charged" in str(mail.outbox[0].body)
    done = company.browser.post("/api/v1/workspace/reopen", {}, content_type="application/json")
    assert done.status_code == 200
    company.tenant.refresh_from_db()
    assert not Job.objects.filter(kind=leaving.GONE).exists()
    assert company.post("resume")["ends_at"] is None


def test_what_is_left_ends_before_the_workspace_goes(company: Company) -> None:
    company.subscribes({"accepts": LOST})
    close(company)
    run(leaving.CLOSED)
    gone = Job.objects.get(kind=leaving.GONE)
    assert gone.run_at - timezone.now() > timedelta(days=29)
    run(leaving.GONE)
    found = company.peer.client.v1.subscriptions.list({"customer": company.who.id, "status": "all"}).data
    assert [one.status for one in found] == ["canceled"]
