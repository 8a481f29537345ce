"""Tells people that the engine they chose gives no answers: in the audit log, and by an alert to who can mend it."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from agents.permissions import Right
from assistant import conduct
from assistant.engines import calls, failures
from assistant.engines.chosen import TOLD_EVERY
from assistant.models import AssistantSettings, Engine
from conversations import alerts
from conversations.models import AlertKind
from tenants.jobs import Lease
from tenants.trail import audit
from tenants.trail.audit import About

LINK = "/console/settings/assistant"
MORE = "You can test the connection and see the last failures."
MEANWHILE = "Customers are answered all the same: Baton's own engine quotes your articles, and people get the rest."


@transaction.atomic
def tell(held: Lease) -> None:
    """Tell people, unless they were told in the last TOLD_EVERY."""
    why = str(held.ids["why"])
    told = _of_budget(why) if why.startswith(calls.OVER) else _of_failure(why)
    if told:
        about = About("assistant", name="Assistant")
        audit.record("assistant.fell_back", actor=audit.by_system(), about=about, changes={"why": (None, why)})


def _of_failure(why: str) -> bool:
    now = timezone.now()
    not_told = Q(engine_alerted_at=None) | Q(engine_alerted_at__lt=now - TOLD_EVERY + timedelta(seconds=1))
    if not AssistantSettings.objects.filter(not_told).update(engine_alerted_at=now):
        return False
    outside = why.startswith("outside_") or conduct.wanted().engine == Engine.OUTSIDE
    subject = (
        gettext_noop("Your own AI gives no answers") if outside else gettext_noop("The language model gives no answers")
    )
    more = "The settings tell when it was last heard." if outside else MORE
    text = f"{failures.says(why)} {MEANWHILE} {more}"
    alerts.raise_to(
        Right.MANAGE_SETTINGS, kind=AlertKind.MODEL_DOWN, subject=lambda: gettext(subject), text=text, link=LINK
    )
    return True


def _of_budget(why: str) -> bool:
    raised = alerts.raise_to_now_and_then(
        Right.MANAGE_SETTINGS,
        every=TOLD_EVERY,
        kind=AlertKind.MODEL_BUDGET,
        subject=lambda: gettext("A budget of the language model is spent"),
        text=f"{failures.says(why)} {MEANWHILE}",
        link=LINK,
    )
    return raised > 0
