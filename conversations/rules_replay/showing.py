"""Replays over REST: loaded with permission, and as their page shows them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext, gettext_noop
from typing_extensions import TypedDict

from conversations import wire
from conversations.models import ReplayState, RuleReplay
from conversations.rules_replay.running import ReplayResult
from escalation.models import RuleDraft
from tenants.errors import NotFoundError, ParameterError

MOST_SHOWN = 20
NO_DRAFT = gettext_noop(
    "There is no draft of the rules. Change a rule first, or send the document of the rules to try."
)
_Ends = TypedDict("_Ends", {"from": str, "to": str})


class RuleReplayHead(_Ends):
    """Other rules over past conversations: which time, what is known better than it was measured, and how far it is."""

    id: str
    state: ReplayState
    against_version: int
    """Of the rules that they are held against; 0 for none."""
    handling_minutes: float | None
    hourly_cost: float | None
    agents: int | None
    total: int
    """Decisions to look at."""
    done: int
    problem: str
    """Why it failed, in words; else empty."""
    requested_by: str
    created_at: str
    finished_at: str | None


class RuleReplayRow(RuleReplayHead):
    """Other rules over past conversations, with what came of it."""

    result: ReplayResult | None
    """Null until it is done."""


def access_replay(replay_id: str) -> RuleReplay:
    """The replay with this id; NotFoundError when there is none."""
    try:
        return _light().get(pk=replay_id)
    except (RuleReplay.DoesNotExist, ValidationError) as error:
        raise NotFoundError(gettext("There is no such replay here."), param="replay_id") from error


def newest() -> list[RuleReplayHead]:
    """The last replays, the newest first, without their results. One query."""
    return [_head(row) for row in _light().defer("result")[:MOST_SHOWN]]


def shown(row: RuleReplay) -> RuleReplayRow:
    """The replay with how far it is, and with its result once it is done."""
    return {**_head(row), "result": row.result}


def wanted(document: Any) -> Any:
    """The document that is tried: what was sent, else the draft. ParameterError where there is neither."""
    if document is not None:
        return document
    draft = RuleDraft.objects.filter(document__isnull=False).first()
    if draft is None:
        raise ParameterError(gettext(NO_DRAFT), param="document")
    return draft.document


def _light() -> QuerySet[RuleReplay]:
    return RuleReplay.objects.defer("document", "against", "tally", "arrivals")


def _head(row: RuleReplay) -> RuleReplayHead:
    return {
        "id": row.id,
        "state": ReplayState(row.state),
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
