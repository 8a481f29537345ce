"""Leads over REST: who may become a customer, what they told, and what became of it."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from typing_extensions import TypedDict

from assistant.models import Lead, LeadState
from assistant.skills.leads.policy import FIELDS
from conversations import wire
from tenants import cursors
from tenants.errors import NotFoundError
from tenants.openapi.shapes import Listed
from tenants.trail import audit
from tenants.trail.audit import About, Actor

LABELS: Mapping[str, str] = dict(FIELDS)


class LeadAnswer(TypedDict):
    """Something that they told."""

    label: str
    value: str


class LeadRow(TypedDict):
    """Somebody who may become a customer, as the assistant was told."""

    id: str
    name: str
    email: str
    phone: str
    company: str
    told: list[LeadAnswer]
    """In the order of the questions."""
    score: int
    reasons: list[str]
    """The criteria that held, in words."""
    good: bool
    state: LeadState
    conversation_id: str | None
    created_at: str


def page(*, limit: int, cursor: str, state: str, good: bool | None) -> Listed[LeadRow]:
    """Leads, the newest first. One query."""
    rows = Lead.objects.order_by("-id")  # ids rise with the time
    if state:
        rows = rows.filter(state=state)
    if good is not None:
        rows = rows.filter(good=good)
    found = cursors.newest_ids_first(rows, limit=limit, cursor=cursor)
    return found.of([shown(row) for row in found.rows])


def access_lead(lead_id: str) -> Lead:
    """The lead with this id; NotFoundError when there is none."""
    try:
        return Lead.objects.get(pk=lead_id)
    except (Lead.DoesNotExist, ValidationError) as error:
        raise NotFoundError(gettext("There is no such lead here."), param="lead_id") from error


@transaction.atomic
def set_state(lead: Lead, state: str, *, actor: Actor) -> Lead:
    """Keep what became of the lead."""
    row = Lead.objects.select_for_update().get(pk=lead.pk)
    if row.state == state:
        return row
    audit.record("lead.changed", actor=actor, about=About("lead", str(row.id)), changes={"state": (row.state, state)})
    row.state, row.updated_at = LeadState(state), timezone.now()
    row.save(update_fields=["state", "updated_at"])
    return row


def shown(lead: Lead) -> LeadRow:
    """The lead with what they told, in the order of the questions."""
    return {
        "id": lead.id,
        "name": lead.name,
        "email": lead.email,
        "phone": lead.phone,
        "company": lead.company,
        "told": [{"label": LABELS[name], "value": lead.told[name]} for name in LABELS if name in lead.told],
        "score": lead.score,
        "reasons": lead.reasons,
        "good": lead.good,
        "state": LeadState(lead.state),
        "conversation_id": lead.conversation or None,
        "created_at": wire.stamp(lead.created_at),
    }
