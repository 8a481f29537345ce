"""Gaps as their pages show them, in a known number of queries."""

from collections.abc import Mapping, Sequence
from typing import Literal, cast, get_args

from django.core.exceptions import ValidationError
from django.db.models import Count, Prefetch, QuerySet
from django.utils.translation import gettext
from typing_extensions import TypedDict

from conversations import places, wire
from conversations.learning.bench.showing import NamedArticle
from conversations.learning.gaps import measuring
from conversations.learning.gaps.measuring import Since
from conversations.models import Gap, GapQuestion, GapState, Message, Proposal, ProposalState
from tenants.errors import NotFoundError

Outcome = Literal["handover", "unsure", "left", "asked_again", "corrected"]
MOST_QUESTIONS = 100
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)


class GapOutcomes(TypedDict, total=False):
    """What became of the questions of a gap: how many ended how; what none did is left out."""

    handover: int
    """A person answered."""
    unsure: int
    """Nobody did."""
    left: int
    """The customer gave up."""
    asked_again: int
    """The answer did not help."""
    corrected: int
    """An agent said that the answer was wrong."""


class GapProposal(TypedDict):
    """The newest draft of an article for a gap."""

    id: str
    state: ProposalState
    title: str
    body: str
    questions: list[str]
    language: str


class GapSince(TypedDict):
    """What came since an article for a gap was published."""

    asked: int
    """Questions of its subject."""
    answered: int


class GapRow(TypedDict):
    """Questions on one subject that the knowledge did not answer, or answered badly."""

    id: str
    title: str
    """The question that stands for all."""
    state: GapState
    questions_count: int
    harm: float
    """Sum over its questions of how much each hurt, 0..1 each."""
    outcomes: GapOutcomes
    proposal: GapProposal | None
    article: NamedArticle | None
    """The one that was published for it."""
    published_at: str | None
    since: GapSince | None
    dismissed_because: str | None
    updated_at: str


class GapReply(TypedDict):
    """What an agent replied to a question."""

    seq: int
    text: str
    by: str | None
    """The agent's name; null for one who is no longer here."""


class GapQuestionRow(TypedDict):
    """One question of a gap: where it was asked, and what became of it."""

    id: str
    conversation_id: str
    customer: str
    """Their name."""
    asked_seq: int
    text: str
    outcome: Outcome
    asked_at: str
    reply: GapReply | None


class WholeGap(GapRow):
    """A gap with its questions."""

    questions: list[GapQuestionRow]


class GapCounts(TypedDict):
    """How many gaps are in which state."""

    open: int
    published: int
    dismissed: int


class GapsPage(TypedDict):
    """A page of gaps of one state."""

    data: list[GapRow]
    has_more: bool
    next_cursor: str | None
    counts: GapCounts


def access_gap(gap_id: str) -> Gap:
    """The gap with this id; NotFoundError when there is none."""
    try:
        return Gap.objects.select_related("article").prefetch_related(_proposals()).get(pk=gap_id)
    except (Gap.DoesNotExist, ValidationError) as error:
        raise NotFoundError(gettext("There is no such gap."), param="gap_id") from error


def page(*, state: str, limit: int, cursor: str) -> GapsPage:
    """A page of gaps of this state, what hurts most first, and how many there are of each state."""
    begin = places.read(cursor)
    found = Gap.objects.filter(state=state).select_related("article").prefetch_related(_proposals())
    rows = list(found[begin : begin + limit + 1])
    more, rows = len(rows) > limit, rows[:limit]
    since, outcomes = measuring.since_published(rows), _outcomes(rows)
    counts = dict(Gap.objects.values_list("state").annotate(n=Count("pk")).order_by())
    return {
        "data": [_entry(row, outcomes.get(str(row.id), {}), since.get(str(row.id))) for row in rows],
        "counts": {
            "open": counts.get(GapState.OPEN, 0),
            "published": counts.get(GapState.PUBLISHED, 0),
            "dismissed": counts.get(GapState.DISMISSED, 0),
        },
        "has_more": more,
        "next_cursor": str(begin + limit) if more else None,
    }


def whole(gap: Gap) -> WholeGap:
    """A gap with its questions and what agents replied."""
    questions = list(gap.questions.select_related("conversation__customer")[:MOST_QUESTIONS])
    replies = _replies(questions)
    since = measuring.since_published([gap]).get(str(gap.id))
    return {
        **_entry(gap, _outcomes([gap]).get(str(gap.id), {}), since),
        "questions": [_question(row, replies) for row in questions],
    }


def _proposals() -> "Prefetch[str, QuerySet[Proposal], str]":
    return Prefetch("proposals", Proposal.objects.order_by("-made_at", "-id"))


def _entry(gap: Gap, outcomes: Mapping[str, int], since: Since | None) -> GapRow:
    proposal = next(iter(gap.proposals.all()), None)
    article = gap.article
    return {
        "id": gap.id,
        "title": gap.title,
        "state": GapState(gap.state),
        "questions_count": gap.questions_count,
        "harm": gap.harm,
        "outcomes": _told(outcomes),
        "proposal": _proposal(proposal) if proposal else None,
        "article": {"id": article.id, "title": article.title, "removed": article.removed_at is not None}
        if article
        else None,
        "published_at": wire.stamp(gap.published_at) if gap.published_at else None,
        "since": {"asked": since.asked, "answered": since.answered} if since else None,
        "dismissed_because": gap.dismissed_because or None,
        "updated_at": wire.stamp(gap.updated_at),
    }


def _proposal(row: Proposal) -> GapProposal:
    return {
        "id": row.id,
        "state": ProposalState(row.state),
        "title": row.title,
        "body": row.body,
        "questions": row.questions,
        "language": row.language,
    }


def _told(outcomes: Mapping[str, int]) -> GapOutcomes:
    told: GapOutcomes = {}
    for name in OUTCOMES:
        if outcomes.get(name):
            told[name] = outcomes[name]
    return told


def _outcomes(gaps: Sequence[Gap]) -> dict[str, dict[str, int]]:
    rows = GapQuestion.objects.filter(gap__in=gaps).values_list("gap", "outcome").annotate(n=Count("pk")).order_by()
    found: dict[str, dict[str, int]] = {}
    for gap_id, outcome, count in rows:
        found.setdefault(str(gap_id), {})[outcome] = count
    return found


def _replies(questions: Sequence[GapQuestion]) -> Mapping[tuple[str, int], Message]:
    answered = [row for row in questions if row.reply_seq is not None]
    said = Message.objects.filter(
        conversation__in=[row.conversation_id for row in answered], seq__in=[row.reply_seq for row in answered]
    ).select_related("agent")
    return {(str(row.conversation_id), row.seq): row for row in said}


def _question(row: GapQuestion, replies: Mapping[tuple[str, int], Message]) -> GapQuestionRow:
    reply = replies.get((str(row.conversation_id), row.reply_seq or 0))
    return {
        "id": row.id,
        "conversation_id": row.conversation_id,
        "customer": row.conversation.customer.name,
        "asked_seq": row.asked_seq,
        "text": row.text,
        "outcome": cast("Outcome", row.outcome),
        "asked_at": wire.stamp(row.asked_at),
        "reply": {"seq": reply.seq, "text": reply.text, "by": reply.agent.name if reply.agent else None}
        if reply
        else None,
    }
