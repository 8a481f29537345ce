"""Proposals as their page shows them, in a known number of queries."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Count

from agents.models import Agent
from conversations import places, wire
from conversations.models import Message, Proposal
from tenants.errors import NotFoundError

Json = dict[str, Any]
LOADED = ("article", "gap", "message__conversation", "made_by", "decided_by")


def access_proposal(proposal_id: str) -> Proposal:
    """The proposal with this id; NotFoundError when there is none."""
    try:
        return Proposal.objects.select_related(*LOADED).get(pk=proposal_id)
    except (Proposal.DoesNotExist, ValidationError) as error:
        raise NotFoundError("There is no such proposal.", param="proposal_id") from error


def page(*, state: str, limit: int, cursor: str) -> Json:
    """A page of proposals of this state, corrections first, then the newest, and how many there are of each state."""
    begin = places.read(cursor)
    found = Proposal.objects.filter(state=state).select_related(*LOADED).order_by("cause", "-made_at", "-id")
    rows = list(found[begin : begin + limit + 1])
    more = len(rows) > limit
    counts = Proposal.objects.values_list("state").annotate(n=Count("pk")).order_by()
    return {
        "data": [shown(row) for row in rows[:limit]],
        "counts": dict(counts),
        "has_more": more,
        "next_cursor": str(begin + limit) if more else None,
    }


def shown(row: Proposal) -> Json:
    """A proposal with what stands there now, and where it came from."""
    return {
        "id": row.id,
        "cause": row.cause,
        "state": row.state,
        "title": row.title,
        "body": row.body,
        "questions": row.questions,
        "language": row.language,
        "correction": row.correction or None,
        "article": _article(row),
        "gap": {"id": row.gap.id, "title": row.gap.title, "questions_count": row.gap.questions_count}
        if row.gap
        else None,
        "message": _message(row.message) if row.message else None,
        "made_by": _person(row.made_by),
        "made_at": wire.stamp(row.made_at),
        "decided_by": _person(row.decided_by),
        "decided_at": wire.stamp(row.decided_at) if row.decided_at else None,
    }


def _article(row: Proposal) -> Json | None:
    """The article that it would change, as it stands now."""
    if row.article is None:
        return None
    told = {name: getattr(row.article, name) for name in ("id", "title", "body", "questions", "language", "version")}
    return {**told, "removed": row.article.removed_at is not None}


def _message(message: Message) -> Json:
    """The answer that was corrected."""
    return {
        "conversation_id": message.conversation_id,
        "seq": message.seq,
        "text": message.text,
        "created_at": wire.stamp(message.created_at),
    }


def _person(agent: Agent | None) -> Json | None:
    return {"id": agent.id, "name": agent.name} if agent else None
