"""`manage.py jobs` says what waits, what failed and will be tried again, and what is dead."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from tenants import current, jobs
from tenants.models import Job, Tenant


@pytest.mark.django_db
def test_a_job_that_failed_and_waits_says_how_often(globex: Tenant) -> None:
    with current.entered(globex):
        failed, later = (jobs.write(kind, {"conversation_id": "conv_1"}) for kind in ("mail", "turn"))
    Job.objects.filter(pk=failed).update(attempts=3, run_at=timezone.now() - timedelta(seconds=5))
    Job.objects.filter(pk=later).update(run_at=timezone.now() + timedelta(seconds=90))
    told = StringIO()
    call_command("jobs", stdout=told)
    [mail] = [line for line in told.getvalue().splitlines() if " mail " in line]
    [turn] = [line for line in told.getvalue().splitlines() if " turn " in line]
    assert mail.endswith("oldest due 5 s ago, failed up to 3 times")
    assert "first due in 90 s" in turn or "first due in 89 s" in turn
    assert "failed" not in turn
