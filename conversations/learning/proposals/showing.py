"""Proposals as their page shows them, in a known number of queries."""

from django.core.exceptions import ValidationError
from django.db.models import Count
from django.utils.translation import gettext
from typing_extensions import TypedDict

from conversations import places, rows, wire
from conversations.models import Message, Proposal, ProposalCause, ProposalState
from tenants.errors import NotFoundError

LOADED = ("article", "gap", "message__conversation", "made_by", "decided_by")


class ProposalArticle(TypedDict):
    """The article that a proposal would change, as it stands now."""

    id: str
    title: str
    body: str
    questions: list[str]
    language: str
    version: int
    removed: bool


class ProposalGap(TypedDict):
    """The gap that a proposal would fill."""

    id: str
    title: str
    questions_count: int


class CorrectedAnswer(TypedDict):
    """The assistant's answer that was corrected."""

    conversation_id: str
    seq: int
    text: str
    created_at: str


class ProposalRow(TypedDict):
    """A change of the knowledge that somebody should decide about: a new article, or other words for one."""

    id: str
    cause: ProposalCause
    state: ProposalState
    title: str
    body: str
    """Empty where nobody has said anything of use yet."""
    questions: list[str]
    language: str
    correction: str | None
    """What an agent says that the answer should have been."""
    article: ProposalArticle | None
    gap: ProposalGap | None
    message: CorrectedAnswer | None
    made_by: rows.Colleague | None
    """Null for one that was made by itself, or by somebody who is no longer here."""
    made_at: str
    decided_by: rows.Colleague | None
    decided_at: str | None


class ProposalCounts(TypedDict):
    """How many proposals are in which state."""

    open: int
    published: int
    dismissed: int


class ProposalsPage(TypedDict):
    """A page of proposals of one state."""

    data: list[ProposalRow]
    has_more: bool
    next_cursor: str | None
    counts: ProposalCounts


def access_proposal(proposal_id: str) -> Proposal:
    """The proposal with this id; NotFoundError when there is none."""
    try:
        return Proposal.objects.select_related(*LOADED).get(pk=proposal_id)
    except (Proposal.DoesNotExist, ValidationError) as error:
        raise NotFoundError(gettext("There is no such proposal."), param="proposal_id") from error


def page(*, state: str, limit: int, cursor: str) -> ProposalsPage:
    """A page of proposals of this state, corrections first, then the newest, and how many there are of each state."""
    begin = places.read(cursor)
    found = Proposal.objects.filter(state=state).select_related(*LOADED).order_by("cause", "-made_at", "-id")
    listed = list(found[begin : begin + limit + 1])
    more = len(listed) > limit
    counts = dict(Proposal.objects.values_list("state").annotate(n=Count("pk")).order_by())
    return {
        "data": [shown(row) for row in listed[:limit]],
        "counts": {
            "open": counts.get(ProposalState.OPEN, 0),
            "published": counts.get(ProposalState.PUBLISHED, 0),
            "dismissed": counts.get(ProposalState.DISMISSED, 0),
        },
        "has_more": more,
        "next_cursor": str(begin + limit) if more else None,
    }


def shown(row: Proposal) -> ProposalRow:
    """A proposal with what stands there now, and where it came from."""
    return {
        "id": row.id,
        "cause": ProposalCause(row.cause),
        "state": ProposalState(row.state),
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
        "made_by": rows.colleague(row.made_by),
        "made_at": wire.stamp(row.made_at),
        "decided_by": rows.colleague(row.decided_by),
        "decided_at": wire.stamp(row.decided_at) if row.decided_at else None,
    }


def _article(row: Proposal) -> ProposalArticle | None:
    """The article that it would change, as it stands now."""
    article = row.article
    if article is None:
        return None
    return {
        "id": article.id,
        "title": article.title,
        "body": article.body,
        "questions": article.questions,
        "language": article.language,
        "version": article.version,
        "removed": article.removed_at is not None,
    }


def _message(message: Message) -> CorrectedAnswer:
    return {
        "conversation_id": message.conversation_id,
        "seq": message.seq,
        "text": message.text,
        "created_at": wire.stamp(message.created_at),
    }
