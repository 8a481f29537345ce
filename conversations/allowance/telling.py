"""Tells owners and admins, each step once in a period, how much is used: in the console, and by a letter."""

from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext

from agents import spoken
from agents.models import Agent
from agents.permissions import Right, roles_with
from billing import bundle, standing, warnings
from billing.bundle import Bundle
from billing.models import UsageNotice
from billing.warnings import Of, Step
from conversations import alerts
from conversations.allowance import words
from conversations.models import AlertKind
from conversations.webhooks import business
from tenants import current, jobs, post
from tenants.jobs import Lease
from tenants.post import Letter

LETTER = "usage_letter"
PAGE = "/console/billing/usage"


def work(_held: Lease) -> None:
    """The ledger changed."""
    look()


def look() -> None:
    """Look whether a step was reached, and tell it; nothing where nobody is billed. Two queries where nothing is new.

    Also where the plan changed, since a smaller one may be used up at once.
    """
    if not standing.is_billed(current.tenant()):
        return
    now = bundle.now()
    known = {Step(Of(one.of), one.percent): one for one in UsageNotice.objects.filter(period_start=now.period.start)}
    due = warnings.due({Of.BUNDLE: now.percent, Of.LIMIT: now.limit_percent}, known)
    if due == warnings.NOTHING:
        return
    with transaction.atomic():
        UsageNotice.objects.filter(pk__in=[known[step].pk for step in due.forget]).delete()
        for step in due.passed:
            _note(step, now)
        for step in due.tell:
            notice, is_new = _note(step, now)
            if is_new:
                _tell(notice, step, now)


def send(held: Lease) -> None:
    """Send one letter, unless more is allowed by now, the period is over, or its person is here no more."""
    now = bundle.now()
    notice = UsageNotice.objects.filter(pk=int(held.ids["notice_id"]), period_start=now.period.start).first()
    person = _to_tell().filter(pk=str(held.ids["agent_id"])).first()
    if notice is None or person is None or not now.is_billed:
        return
    company = current.tenant()
    with spoken.written_to(person):
        told = words.news(Step(Of(notice.of), notice.percent), now, ZoneInfo(company.time_zone))
        letter = Letter(
            subject=f"{company.name}: {told.subject}",
            opening=(gettext("Hello {name},").format(name=person.first_name), *told.happened),
            button=post.button(gettext("Open billing"), PAGE),
            closing=(told.to_do, gettext("You get this once for each step of a period: at 50, 80 and 100 %.")),
        )
        post.write(person.email, letter)


def _note(step: Step, now: Bundle) -> tuple[UsageNotice, bool]:
    return UsageNotice.objects.get_or_create(period_start=now.period.start, percent=step.percent, of=step.of.value)


def _tell(notice: UsageNotice, step: Step, now: Bundle) -> None:
    zone = ZoneInfo(current.tenant().time_zone)
    kind = AlertKind.USAGE_CAP if now.is_used_up else AlertKind.USAGE_HIGH
    alerts.raise_to(
        Right.MANAGE_BILLING,
        kind=kind,
        subject=lambda: words.news(step, now, zone).subject,
        text=lambda: words.news(step, now, zone).in_short,
        link=PAGE,
    )
    business.usage_reached(of=step.of.value, percent=step.percent, period_start=now.period.start)
    if settings.MAIL_LEAVES:
        for person in _to_tell():
            jobs.write(LETTER, {"notice_id": notice.pk, "agent_id": str(person.id)})


def _to_tell() -> QuerySet[Agent]:
    return Agent.objects.filter(is_active=True, role__in=roles_with(Right.MANAGE_BILLING)).order_by("pk")
