"""Tells people that the language model gives no answers: in the audit log, and by a letter to those who can mend it."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from agents.models import Agent
from agents.permissions import Right, roles_with
from assistant.engines import failures
from assistant.engines.chosen import TOLD_EVERY
from assistant.models import AssistantSettings
from tenants import current, jobs, origins, post
from tenants.jobs import Lease
from tenants.post import Letter, Link
from tenants.trail import audit
from tenants.trail.audit import About

LETTER = "engine_letter"


@transaction.atomic
def tell(held: Lease) -> None:
    """Tell people, unless they were told in the last TOLD_EVERY."""
    now, why = timezone.now(), str(held.ids["why"])
    not_told = Q(engine_alerted_at=None) | Q(engine_alerted_at__lt=now - TOLD_EVERY + timedelta(seconds=1))
    if not AssistantSettings.objects.filter(not_told).update(engine_alerted_at=now):
        return
    about = About("assistant", name="Assistant")
    audit.record("assistant.fell_back", actor=audit.by_system(), about=about, changes={"why": (None, why)})
    able = Agent.objects.filter(is_active=True, role__in=roles_with(Right.MANAGE_SETTINGS))
    for agent_id in able.values_list("id", flat=True):
        jobs.write(LETTER, {"agent_id": str(agent_id), "why": why})


def send(held: Lease) -> None:
    """Send the letter to one of them."""
    agent = Agent.objects.filter(pk=str(held.ids["agent_id"]), is_active=True).first()
    if agent is None:
        return
    company = current.tenant()
    button = None
    if settings.ORIGIN:
        origin = origins.of_tenant(company, seen_from=settings.ORIGIN)
        button = Link("Look at the engine", f"{origin}/console/settings/assistant")
    letter = Letter(
        subject=f"The language model of {company.name} gives no answers",
        opening=(
            f"Hello {agent.first_name},",
            f"{failures.says(str(held.ids['why']))}",
            "Customers are answered all the same: Baton's own engine quotes your articles, and people get the rest.",
        ),
        button=button,
        closing=("Under Settings, Assistant you can test the connection and see the last failures.",),
    )
    post.write(agent.email, letter)
