"""Who may call what of reports that go out and of the Klarna check, and one of each."""

from datetime import date, time

from django.utils import timezone

from agents.models import Agent
from conversations.models import ReportDelivery, ReportRun, ReportSchedule
from tests.isolation.row import Row, Who

WEEKLY = {"name": "Weekly", "cadence": "weekly", "weekday": 0, "at": "07:00", "recipient_ids": ["{recipient}"]}


def rows() -> list[Row]:
    """Supervisors read reports, take them as files and have them sent; admins draft rules of what the check says."""
    reports, reads, writes = "/api/v1/reports", "reports:read", "reports:write"
    schedules, check = f"{reports}/schedules", f"{reports}/klarna_check"
    return [
        Row("GET", f"{reports}/export?format=pdf", Who.SUPERVISOR, reads),
        Row("GET", f"{reports}/export?format=csv&content=episodes", Who.SUPERVISOR, reads),
        Row("GET", schedules, Who.SUPERVISOR, reads),
        Row("POST", schedules, Who.SUPERVISOR, writes, body=WEEKLY),
        Row("PATCH", f"{schedules}/{{report_schedule}}", Who.SUPERVISOR, writes, body={"name": "Other"}),
        Row("POST", f"{schedules}/{{idle_schedule}}/send", Who.SUPERVISOR, writes, body={}, answers=(202, 409)),
        Row("DELETE", f"{schedules}/{{report_schedule}}", Who.SUPERVISOR, writes),
        Row("GET", f"{reports}/runs", Who.SUPERVISOR, reads),
        Row("GET", check, Who.SUPERVISOR, reads),
        Row("POST", f"{check}/draft", Who.ADMIN, "rules:write", body={"topic": "{checked_topic}"}, answers=(201, 409)),
    ]


def things(told: str, owner: Agent) -> dict[str, str]:
    """Two scheduled reports, one of them on its way; all words are `told`."""
    now = timezone.now()
    made = [
        ReportSchedule.objects.create(
            name=told[:80], cadence="daily", at=time(7), metrics=["volume"], next_at=now, made_by=owner
        )
        for _ in range(2)
    ]
    for one in made:
        one.recipients.add(owner)
    run = ReportRun.objects.create(
        schedule=made[0], first_day=date(2026, 5, 4), last_day=date(2026, 5, 4), planned_for=now
    )
    ReportDelivery.objects.create(run=run, agent=owner)
    return {
        "report_schedule": str(made[0].id),
        "idle_schedule": str(made[1].id),
        "report_run": str(run.id),
        "recipient": str(owner.id),
        "checked_topic": told,
    }
