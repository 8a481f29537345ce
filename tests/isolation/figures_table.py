"""Who may call what of the reports' figures, and a note on a chart."""

from datetime import date

from django.utils import timezone

from conversations.models import Customer, EndedBy, Episode, Part, ReportMark
from tests import cast
from tests.isolation.row import Row, Who


def rows() -> list[Row]:
    """Supervisors see the figures and write notes; admins say what work costs; customers take another scope."""
    reports, reads, writes = "/api/v1/reports", "reports:read", "reports:write"
    prices = {"agent_hour": "40.00", "tokens_per_million": None, "currency": "EUR"}
    return [
        Row("GET", f"{reports}/definitions", Who.SUPERVISOR, reads),
        Row("GET", f"{reports}/figures?metrics=volume,csat&compare=previous", Who.SUPERVISOR, reads),
        Row("GET", f"{reports}/series?metrics=volume", Who.SUPERVISOR, reads),
        Row("GET", f"{reports}/breakdown?metrics=volume&by=topic", Who.SUPERVISOR, reads),
        Row("GET", f"{reports}/conversations?metric=volume", Who.SUPERVISOR, "conversations:read"),
        Row("POST", f"{reports}/marks", Who.SUPERVISOR, writes, body={"on": "2026-05-04", "title": "New prices"}),
        Row("DELETE", f"{reports}/marks/{{chart_mark}}", Who.SUPERVISOR, writes),
        Row("GET", f"{reports}/settings", Who.SUPERVISOR, reads),
        Row("PUT", f"{reports}/settings", Who.ADMIN, writes, body=prices),
    ]


def things(told: str) -> dict[str, str]:
    """A note on a chart, and a conversation that is measured; all words are `told`."""
    talk = cast.says(Customer.objects.create(name=told), told)
    now = timezone.now()
    Episode.objects.create(
        conversation=talk,
        number=1,
        channel="widget",
        language="en",
        topic=told[:80],
        part=Part.ASSISTANT,
        ended_by=EndedBy.SILENCE,
        began_at=now,
        ended_at=now,
        row_at=now,
    )
    made = ReportMark.objects.create(on=date(2026, 5, 4), title=told[:120], by=told[:120])
    return {"chart_mark": str(made.id)}
