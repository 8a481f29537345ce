"""Assessments as their pages show them, in a known number of queries."""

from datetime import datetime
from typing import Literal, cast

from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from typing_extensions import TypedDict

from agents.models import Agent
from agents.permissions import Right, rights_of
from conversations import labels, rows, wire
from conversations.assessments import access, filtering, outcomes, questions, scorecards, scoring
from conversations.assessments.filtering import Asked
from conversations.assessments.questions import ScorecardSection
from conversations.models import (
    Assessed,
    Assessment,
    AssessmentAnswer,
    AssessmentOutcome,
    Dispute,
    Handover,
    OutcomeKind,
    Part,
    ProposalState,
    Verdict,
    Wanted,
)
from tenants import cursors

State = Literal["open", "done", "skipped"]
Disputed = Literal["open", "kept", "changed"]
OF_ROWS = ("conversation__customer", "scorecard", "agent", "team", "reviewer", "second_of", "second")


class AssessmentCard(wire.Named):
    """The scorecard of an assessment."""

    looks_at: Assessed


class AssessmentCause(TypedDict):
    """Why a conversation is in the queue: which kind of list drew it, or that somebody chose it."""

    kind: Wanted | Literal["chosen"]
    label: str


class AssessmentRow(TypedDict):
    """What a reviewer says, or is to say, of an episode of a conversation."""

    id: str
    conversation_id: str
    episode: int
    """Its number in the conversation."""
    customer: rows.CustomerBrief
    state: State
    scorecard: AssessmentCard
    because: AssessmentCause
    agent: rows.Colleague | None
    """Whose work it is about; null for the assistant's."""
    team: wire.Named | None
    topic: str | None
    channel: str
    happened_at: str
    done_at: str | None
    reviewer: rows.Colleague | None
    at_it: rows.Colleague | None
    """Who else is at it now."""
    sealed: bool
    """What it says is hidden while a second person is to say the same thing blindly."""
    score: float | None
    """Of 100; null where nothing applied."""
    failed: bool
    """At a critical question."""
    dispute: Disputed | None
    seen: bool
    """By the agent whom it is about."""


class AssessmentAnswerRow(TypedDict):
    """The answer to a question of the scorecard, by their ids."""

    question: str
    value: str
    worth: float | None
    quote_seq: int | None
    """The message that it quotes."""
    note: str | None


class AssessmentReply(TypedDict):
    """What the agent says to it."""

    text: str
    at: str


class AssessmentDecision(TypedDict):
    """What was decided about a dispute."""

    text: str
    by: rows.Colleague | None
    at: str


class OutcomeProposal(TypedDict):
    """A proposal for the knowledge, and how far it is."""

    id: str
    state: ProposalState


class AssessmentOutcomeRow(TypedDict):
    """Something that came of an assessment."""

    id: str
    kind: OutcomeKind
    at_seq: int | None
    text: str | None
    verdict: Verdict | None
    trigger: labels.Trigger | None
    proposal: OutcomeProposal | None
    by: rows.Colleague | None
    at: str


class AssessedHandover(TypedDict):
    """The newest handover of the conversation."""

    id: str
    reason: str


class AssessmentMay(TypedDict):
    """What whoever reads it may do with it."""

    assess: bool
    put_back: bool
    decide: bool
    add: bool
    reply: bool


class AssessmentSheet(AssessmentRow):
    """An assessment with its card, its answers, and what came of it."""

    version: int
    part: Part | Literal[""]
    """Who spoke in it."""
    sections: list[ScorecardSection]
    answers: list[AssessmentAnswerRow]
    failed_at: list[str]
    """Critical questions, by their ids."""
    section_scores: dict[str, float | None]
    """Of 100, by the id of the section."""
    comment: str
    reply: AssessmentReply | None
    decision: AssessmentDecision | None
    outcomes: list[AssessmentOutcomeRow]
    handover: AssessedHandover | None
    skipped_because: str | None
    may: AssessmentMay


class AssessmentCounts(TypedDict):
    """How many wait for this reviewer, and how many disputes."""

    open: int
    disputed: int


class AssessmentList(TypedDict):
    """A page of assessments, and how many wait in all."""

    data: list[AssessmentRow]
    has_more: bool
    next_cursor: str | None
    counts: AssessmentCounts


class OwnAssessmentCounts(TypedDict):
    """How many there are of one's own work, and how many one has not seen yet."""

    of: int
    new: int


class CoachingNote(TypedDict):
    """A reviewer's note to an agent."""

    id: str
    assessment_id: str
    conversation_id: str
    at_seq: int | None
    text: str
    by: rows.Colleague | None
    at: str


class OwnAssessments(TypedDict):
    """A page of what was said of one's own work, and the notes to oneself."""

    data: list[AssessmentRow]
    has_more: bool
    next_cursor: str | None
    counts: OwnAssessmentCounts
    notes: list[CoachingNote]


def queue(agent: Agent, *, scorecard_id: str, limit: int, cursor: str) -> AssessmentList:
    """What the reviewer could fill in now, the oldest first, and how many wait in all."""
    now = timezone.now()
    found = access.waiting(agent, now)
    if scorecard_id:
        found = found.filter(scorecard=scorecards.access_scorecard(scorecard_id))
    page = cursors.newest_ids_first(found.select_related(*OF_ROWS).order_by("-id"), limit=limit, cursor=cursor)
    return {**page.of([row(one, agent) for one in page.rows]), "counts": counts(agent, now)}


def disputed(agent: Agent, *, limit: int, cursor: str) -> AssessmentList:
    """What agents do not agree with and nobody has decided about."""
    found = Assessment.objects.filter(dispute=Dispute.OPEN).exclude(agent=agent)
    page = cursors.newest_ids_first(found.select_related(*OF_ROWS).order_by("-id"), limit=limit, cursor=cursor)
    return {**page.of([row(one, agent) for one in page.rows]), "counts": counts(agent, timezone.now())}


def done(agent: Agent, asked: Asked, *, limit: int, cursor: str) -> AssessmentList:
    """What is done and meant, the newest first: what stands behind a number."""
    now = timezone.now()
    found = filtering.done(asked, now).select_related(*OF_ROWS).order_by("-id")
    page = cursors.newest_ids_first(found, limit=limit, cursor=cursor)
    return {**page.of([row(one, agent) for one in page.rows]), "counts": counts(agent, now)}


def mine(agent: Agent, *, limit: int, cursor: str) -> OwnAssessments:
    """What was said of the agent's own work, the newest first, with the notes to them."""
    found = access.own(agent)
    page = cursors.newest_ids_first(found.select_related(*OF_ROWS).order_by("-id"), limit=limit, cursor=cursor)
    told = found.aggregate(of=Count("pk"), new=Count("pk", filter=Q(seen_at=None)))
    notes = [coaching(note) for note in outcomes.of_agent(agent)]
    counted: OwnAssessmentCounts = {"of": told["of"], "new": told["new"]}
    return {**page.of([row(one, agent) for one in page.rows]), "counts": counted, "notes": notes}


def counts(agent: Agent, now: datetime) -> AssessmentCounts:
    """How many wait for this reviewer, and how many disputes."""
    waiting: QuerySet[Assessment] = access.waiting(agent, now)
    return {
        "open": waiting.count(),
        "disputed": Assessment.objects.filter(dispute=Dispute.OPEN).exclude(agent=agent).count(),
    }


def row(one: Assessment, reader: Agent) -> AssessmentRow:
    """An assessment in a list; what a blind second one is still to say nobody is told."""
    sealed, card = access.is_sealed(one, reader), one.scorecard
    return {
        "id": one.id,
        "conversation_id": one.conversation_id,
        "episode": one.episode,
        "customer": rows.customer(one.conversation),
        "state": _state(one),
        "scorecard": {"id": card.id, "name": card.name, "looks_at": Assessed(card.looks_at)},
        "because": because(one),
        "agent": rows.colleague(one.agent),
        "team": wire.team(one.team),
        "topic": one.topic or None,
        "channel": one.channel,
        "happened_at": wire.stamp(one.happened_at),
        "done_at": wire.stamp(one.done_at) if one.done_at else None,
        "reviewer": rows.colleague(one.reviewer) if one.done_at or one.skipped_at else None,
        "at_it": rows.colleague(one.reviewer) if access.is_taken(one, besides=reader) else None,
        "sealed": sealed,
        "score": None if sealed else one.score,
        "failed": False if sealed else one.failed,
        "dispute": cast("Disputed | None", one.dispute or None),
        "seen": one.seen_at is not None,
    }


def whole(one: Assessment, reader: Agent) -> AssessmentSheet:
    """An assessment with its card, answers, and what came of it."""
    sealed = access.is_sealed(one, reader)
    answers = [] if sealed else list(one.answers.all())
    asked = questions.questions(one.version.sections)
    found = scoring.score(asked, {answer.question: answer.worth for answer in answers})
    handover = Handover.objects.filter(conversation=one.conversation_id).order_by("-requested_at", "-id").first()
    return {
        **row(one, reader),
        "version": one.version.number,
        "part": Part(one.part) if one.part else "",
        "sections": one.version.sections,
        "answers": [_answer(answer) for answer in answers],
        "failed_at": list(found.failed_at) if one.done_at else [],
        "section_scores": dict(found.sections) if one.done_at and not sealed else {},
        "comment": "" if sealed else one.comment,
        "reply": {"text": one.reply, "at": wire.stamp(one.replied_at)} if one.replied_at else None,
        "decision": _decision(one),
        "outcomes": [] if sealed else [outcome(each) for each in one.outcomes.select_related("made_by", "proposal")],
        "handover": {"id": handover.id, "reason": handover.reason} if handover else None,
        "skipped_because": one.skipped_because or None,
        "may": _may(one, reader),
    }


def because(one: Assessment) -> AssessmentCause:
    """Why it is in the queue."""
    if not one.because:
        return {"kind": "chosen", "label": "Chosen by hand"}
    wanted = Wanted(one.because)
    return {"kind": wanted, "label": wanted.label}


def outcome(one: AssessmentOutcome) -> AssessmentOutcomeRow:
    """Something that came of an assessment; needs its author and proposal loaded."""
    return {
        "id": one.id,
        "kind": OutcomeKind(one.kind),
        "at_seq": one.at_seq,
        "text": one.text or None,
        "verdict": Verdict(one.verdict) if one.verdict else None,
        "trigger": labels.trigger(one.trigger) if one.trigger else None,
        "proposal": {"id": one.proposal.id, "state": ProposalState(one.proposal.state)} if one.proposal else None,
        "by": rows.colleague(one.made_by),
        "at": wire.stamp(one.made_at),
    }


def coaching(one: AssessmentOutcome) -> CoachingNote:
    """A note to an agent; needs its assessment and author loaded."""
    return {
        "id": one.id,
        "assessment_id": one.assessment_id,
        "conversation_id": one.assessment.conversation_id,
        "at_seq": one.at_seq,
        "text": one.text,
        "by": rows.colleague(one.made_by),
        "at": wire.stamp(one.made_at),
    }


def _state(one: Assessment) -> State:
    return "done" if one.done_at else "skipped" if one.skipped_at else "open"


def _answer(one: AssessmentAnswer) -> AssessmentAnswerRow:
    return {
        "question": one.question,
        "value": one.value,
        "worth": one.worth,
        "quote_seq": one.quote_seq,
        "note": one.note or None,
    }


def _decision(one: Assessment) -> AssessmentDecision | None:
    if one.decided_at is None:
        return None
    return {"text": one.decision, "by": rows.colleague(one.decided_by), "at": wire.stamp(one.decided_at)}


def _may(one: Assessment, reader: Agent) -> AssessmentMay:
    reviews = Right.REVIEW_QUALITY in rights_of(reader) and one.agent_id != reader.pk
    untouched = one.replied_at is None and one.dispute == Dispute.NONE
    other = access.sibling(one)
    had_it = other is not None and other.reviewer_id == reader.pk and other.skipped_at is None
    open_ = one.done_at is None and one.skipped_at is None and not had_it and not access.is_taken(one, besides=reader)
    return {
        "assess": reviews and (open_ or (one.done_at is not None and one.reviewer_id == reader.pk and untouched)),
        "put_back": reviews and one.skipped_at is not None and one.reviewer_id == reader.pk,
        "decide": reviews and one.dispute == Dispute.OPEN,
        "add": reviews and not access.is_sealed(one, reader),
        "reply": one.agent_id == reader.pk and one.done_at is not None and one.dispute in (Dispute.NONE, Dispute.OPEN),
    }
