"""A report that the shop's lead and owner get before their meeting on Monday."""

from datetime import time

from agents.models import Agent, Role
from conversations.demo.content import company
from conversations.insights.sending import schedules
from conversations.insights.sending.gathering import USUAL
from conversations.models import Cadence, Compared, Covers, ReportFormat, ReportSchedule
from tenants.trail import audit

NAME = "For the Monday meeting"


def load() -> None:
    """Schedule it, unless anything is scheduled."""
    people = list(Agent.objects.filter(role__in=(Role.OWNER, Role.SUPERVISOR), is_active=True).order_by("name"))
    if not people or ReportSchedule.objects.exists():
        return
    wanted = {
        "name": NAME,
        "cadence": Cadence.WEEKLY,
        "weekday": 0,
        "day": None,
        "at": time(7, 30),
        "covers": Covers.FOUR_WEEKS,
        "compare": Compared.PREVIOUS,
        "format": ReportFormat.PDF,
        "metrics": list(USUAL),
        "by": "topic",
        "filters": {},
        "recipient_ids": [str(one.id) for one in people],
    }
    schedules.create(wanted, by=people[0], actor=audit.by_system(company().name))
