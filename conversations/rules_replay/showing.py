"""Replays over REST: loaded with permission, and as their page shows them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from conversations import wire
from conversations.models import RuleReplay
from escalation.models import RuleDraft
from tenants.errors import NotFoundError, ParameterError

Json = dict[str, Any]
MOST_SHOWN = 20
NO_DRAFT = "There is no draft of the rules. Change a rule first, or send the document of the rules to try."


def access_replay(replay_id: str) -> RuleReplay:
    """The replay with this id; NotFoundError when there is none."""
    try:
        return _light().get(pk=replay_id)
    except (RuleReplay.DoesNotExist, ValidationError) as error:
        raise NotFoundError("There is no such replay here.", param="replay_id") from error


def newest() -> list[Json]:
    """The last replays, the newest first, without their results. One query."""
    return [_head(row) for row in _light().defer("result")[:MOST_SHOWN]]


def shown(row: RuleReplay) -> Json:
    """The replay with how far it is, and with its result once it is done."""
    return {**_head(row), "result": row.result}


def wanted(document: Any) -> Any:
    """The document that is tried: what was sent, else the draft. ParameterError where there is neither."""
    if document is not None:
        return document
    draft = RuleDraft.objects.filter(document__isnull=False).first()
    if draft is None:
        raise ParameterError(NO_DRAFT, param="document")
    return draft.document


def _light() -> QuerySet[RuleReplay]:
    return RuleReplay.objects.defer("document", "against", "tally", "arrivals")


def _head(row: RuleReplay) -> Json:
    return {
        "id": row.id,
        "state": row.state,
        "against_version": row.against_version,
        "from": wire.stamp(row.since),
        "to": wire.stamp(row.until),
        "handling_minutes": row.handling_minutes,
        "hourly_cost": row.hourly_cost,
        "agents": row.agents,
        "total": row.total,
        "done": row.done,
        "problem": row.problem,
        "requested_by": row.requested_name,
        "created_at": wire.stamp(row.created_at),
        "finished_at": None if row.finished_at is None else wire.stamp(row.finished_at),
    }
