"""What an agent says to an assessment of their work, and what a reviewer decides about it."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from agents.models import Agent
from conversations.assessments import assessing
from conversations.models import Assessment, Dispute
from tenants.errors import BatonError, NotFoundError
from tenants.trail import audit
from tenants.trail.audit import Actor

Json = dict[str, Any]


class DecidedError(BatonError):
    """There is nothing to decide, or it has been decided."""

    status = 409
    code = "decided_already"


def see(one: Assessment, *, by: Agent) -> None:
    """The agent whom it is about has read it."""
    if one.agent_id == by.pk and one.seen_at is None:
        one.seen_at = timezone.now()
        Assessment.objects.filter(pk=one.pk, seen_at=None).update(seen_at=one.seen_at)


@transaction.atomic
def reply(one: Assessment, text: str, *, dispute: str, by: Agent) -> None:
    """What the agent says to it, in place of what they said before; `dispute` is open where they do not agree.

    DecidedError once somebody has decided, NotFoundError for everybody else.
    """
    if one.agent_id != by.pk:
        raise NotFoundError(gettext("This one is not about your work."), param="assessment_id")
    _lock(one)
    if one.dispute in (Dispute.KEPT, Dispute.CHANGED):
        raise DecidedError(gettext("A reviewer has decided about it already."))
    one.reply, one.replied_at, one.dispute = text, timezone.now(), dispute
    one.save(update_fields=["reply", "replied_at", "dispute"])


@transaction.atomic
def decide(one: Assessment, text: str, *, answers: Sequence[Json] | None, by: Agent, actor: Actor) -> None:
    """Decide about what the agent disputes: with other answers it is put right, without any it stays as it was."""
    if one.agent_id == by.pk:
        raise NotFoundError(gettext("Somebody else decides about your own work."), param="assessment_id")
    _lock(one)
    if one.dispute != Dispute.OPEN:
        raise DecidedError(gettext("There is nothing to decide about, or somebody has decided meanwhile."))
    before = one.score
    if answers is not None:
        assessing.write(one, answers, finished=True)
    one.dispute = Dispute.KEPT if answers is None else Dispute.CHANGED
    one.decision, one.decided_by, one.decided_at = text, by, timezone.now()
    one.save()
    changes = {"score": (before, one.score)} if before != one.score else {}
    audit.record(f"assessment.dispute_{one.dispute}", actor=actor, about=assessing.about(one), changes=changes)


def _lock(one: Assessment) -> None:
    one.refresh_from_db(from_queryset=Assessment.objects.select_related("version").select_for_update(of=("self",)))
