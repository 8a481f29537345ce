"""Scheduled reports are in a copy of the workspace, with whom they went to; of no customer do they say anything."""

from datetime import date, time

from django.test import Client
from django.utils import timezone

from agents.models import Agent
from conversations.erasing import removing
from conversations.models import Conversation, Customer, ReportDelivery, ReportRun, ReportSchedule
from tenants import current
from tenants.models import Tenant
from tests.exports.test_making import begun, fetched, finished, rows


def test_a_copy_tells_what_went_to_whom_and_no_erasure_touches_it(
    acme: Tenant, desk: Client, alice: Agent, carol: Customer
) -> None:
    now = timezone.now()
    with current.entered(acme):
        made = ReportSchedule.objects.create(
            name="Weekly", cadence="daily", at=time(7), metrics=["volume"], next_at=now, made_by=alice
        )
        made.recipients.add(alice)
        run = ReportRun.objects.create(
            schedule=made, first_day=date(2026, 5, 4), last_day=date(2026, 5, 10), planned_for=now
        )
        ReportDelivery.objects.create(run=run, agent=alice)
        for one in Conversation.objects.filter(customer=carol):
            removing.remove(str(one.id))
    copy = fetched(desk, finished(desk, begun(desk, kind="workspace")["id"]))
    assert [row["name"] for row in rows(copy, "report_schedules")] == ["Weekly"]
    assert [row["agent_id"] for row in rows(copy, "report_recipients")] == [alice.id]
    assert [(row["schedule_id"], row["first_day"]) for row in rows(copy, "report_runs")] == [(made.id, "2026-05-04")]
    assert [(row["run_id"], row["agent_id"]) for row in rows(copy, "report_deliveries")] == [(run.id, alice.id)]
