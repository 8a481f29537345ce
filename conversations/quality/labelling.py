"""The one writer of labels: what somebody says of a handover. The newest counts, the others stay as its history."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from typing_extensions import TypedDict

from agents.models import Agent
from conversations import labels, rows, wire
from conversations.insights import measuring
from conversations.models import Conversation, Handover, HandoverLabel, Verdict
from tenants.errors import NotFoundError, ParameterError


class HandoverLabelRow(TypedDict):
    """What somebody says of a handover."""

    verdict: Verdict
    trigger: labels.Trigger | None
    """The one it should have been; null for the one that it was."""
    by: rows.Colleague | None
    at: str


def access_handover(conversation: Conversation, handover_id: str = "") -> Handover:
    """The handover with this id, or without one the newest; NotFoundError when the conversation has no such."""
    found = conversation.handovers.select_related("decision").order_by("-requested_at", "-id")
    for handover in found:
        if not handover_id or str(handover.id) == handover_id:
            return handover
    raise NotFoundError(gettext("There is no such handover in this conversation."), param="handover_id")


@transaction.atomic
def label(handover: Handover, *, verdict: str, trigger: str, by: Agent) -> HandoverLabel:
    """Say what the handover was; `trigger` is the one it should have been, "" for the one that it was.

    Says it anew in place of what was said before. ParameterError for a needless one that names a trigger.
    """
    if verdict == Verdict.NEEDLESS and trigger:
        raise ParameterError(gettext("trigger: a handover that was not needed has no other reason."), param="trigger")
    meant = "" if trigger == handover.decision.trigger else trigger
    before = _end(handover, by=by, unless=(verdict, meant))
    if before is not None:
        return before
    measuring.touch(str(handover.conversation_id))
    return HandoverLabel.objects.create(handover=handover, verdict=verdict, trigger=meant, made_by=by)


@transaction.atomic
def take_back(handover: Handover, *, by: Agent) -> None:
    """No label counts any more; what was said stays as history."""
    measuring.touch(str(handover.conversation_id))
    _end(handover, by=by)


def of(handover: Handover) -> HandoverLabel | None:
    """The label that counts."""
    return handover.labels.filter(ended_at=None).select_related("made_by").first()


def shown(one: HandoverLabel | None) -> HandoverLabelRow | None:
    """A label as the desk sees it; needs its author loaded."""
    if one is None:
        return None
    return {
        "verdict": Verdict(one.verdict),
        "trigger": labels.trigger(one.trigger) if one.trigger else None,
        "by": rows.colleague(one.made_by),
        "at": wire.stamp(one.made_at),
    }


def _end(handover: Handover, *, by: Agent, unless: tuple[str, str] | None = None) -> HandoverLabel | None:
    """End the label that counts; one that says the same already stays, and is given."""
    Handover.objects.select_for_update(of=("self",)).get(pk=handover.pk)
    counting = of(handover)
    if counting is not None and (counting.verdict, counting.trigger) == unless:
        return counting
    if counting is not None:
        counting.ended_by, counting.ended_at = by, timezone.now()
        counting.save(update_fields=["ended_by", "ended_at"])
    return None
