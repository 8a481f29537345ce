"""Assessments as their pages show them, in a known number of queries."""

from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from agents.models import Agent
from agents.permissions import Right, rights_of
from conversations import labels, rows, wire
from conversations.assessments import access, filtering, outcomes, questions, scoring
from conversations.assessments.filtering import Asked
from conversations.models import Assessment, AssessmentAnswer, AssessmentOutcome, Dispute, Handover, Wanted
from tenants import cursors

Json = dict[str, Any]
OF_ROWS = ("conversation__customer", "scorecard", "agent", "team", "reviewer", "second_of", "second")


def queue(agent: Agent, *, scorecard_id: str, limit: int, cursor: str) -> Json:
    """What the reviewer could fill in now, the oldest first, and how many wait in all."""
    now = timezone.now()
    found = access.waiting(agent, now)
    if scorecard_id:
        found = found.filter(scorecard=scorecard_id)
    page = cursors.newest_ids_first(found.select_related(*OF_ROWS).order_by("-id"), limit=limit, cursor=cursor)
    return {**page.of([row(one, agent) for one in page.rows]), "counts": counts(agent, now)}


def disputed(agent: Agent, *, limit: int, cursor: str) -> Json:
    """What agents do not agree with and nobody has decided about."""
    found = Assessment.objects.filter(dispute=Dispute.OPEN).exclude(agent=agent)
    page = cursors.newest_ids_first(found.select_related(*OF_ROWS).order_by("-id"), limit=limit, cursor=cursor)
    return {**page.of([row(one, agent) for one in page.rows]), "counts": counts(agent, timezone.now())}


def done(agent: Agent, asked: Asked, *, limit: int, cursor: str) -> Json:
    """What is done and meant, the newest first: what stands behind a number."""
    now = timezone.now()
    found = filtering.done(asked, now).select_related(*OF_ROWS).order_by("-id")
    page = cursors.newest_ids_first(found, limit=limit, cursor=cursor)
    return {**page.of([row(one, agent) for one in page.rows]), "counts": counts(agent, now)}


def mine(agent: Agent, *, limit: int, cursor: str) -> Json:
    """What was said of the agent's own work, the newest first, with the notes to them."""
    found = access.own(agent)
    page = cursors.newest_ids_first(found.select_related(*OF_ROWS).order_by("-id"), limit=limit, cursor=cursor)
    told = found.aggregate(of=Count("pk"), new=Count("pk", filter=Q(seen_at=None)))
    notes = [coaching(note) for note in outcomes.of_agent(agent)]
    return {**page.of([row(one, agent) for one in page.rows]), "counts": told, "notes": notes}


def counts(agent: Agent, now: datetime) -> Json:
    """How many wait for this reviewer, and how many disputes."""
    waiting: QuerySet[Assessment] = access.waiting(agent, now)
    return {
        "open": waiting.count(),
        "disputed": Assessment.objects.filter(dispute=Dispute.OPEN).exclude(agent=agent).count(),
    }


def row(one: Assessment, reader: Agent) -> Json:
    """An assessment in a list; what a blind second one is still to say nobody is told."""
    sealed = access.is_sealed(one, reader)
    return {
        "id": one.id,
        "conversation_id": one.conversation_id,
        "episode": one.episode,
        "customer": rows.customer(one.conversation),
        "state": _state(one),
        "scorecard": {"id": one.scorecard_id, "name": one.scorecard.name, "looks_at": one.scorecard.looks_at},
        "because": because(one),
        "agent": rows.colleague(one.agent),
        "team": {"id": one.team_id, "name": one.team.name} if one.team else None,
        "topic": one.topic or None,
        "channel": one.channel,
        "happened_at": wire.stamp(one.happened_at),
        "done_at": wire.stamp(one.done_at) if one.done_at else None,
        "reviewer": rows.colleague(one.reviewer) if one.done_at or one.skipped_at else None,
        "at_it": rows.colleague(one.reviewer) if access.is_taken(one, besides=reader) else None,
        "sealed": sealed,
        "score": None if sealed else one.score,
        "failed": False if sealed else one.failed,
        "dispute": one.dispute or None,
        "seen": one.seen_at is not None,
    }


def whole(one: Assessment, reader: Agent) -> Json:
    """An assessment with its card, answers, and what came of it."""
    sealed = access.is_sealed(one, reader)
    answers = [] if sealed else list(one.answers.all())
    asked = questions.questions(one.version.sections)
    found = scoring.score(asked, {answer.question: answer.worth for answer in answers})
    handover = Handover.objects.filter(conversation=one.conversation_id).order_by("-requested_at", "-id").first()
    return {
        **row(one, reader),
        "version": one.version.number,
        "part": one.part,
        "sections": one.version.sections,
        "answers": [_answer(answer) for answer in answers],
        "failed_at": list(found.failed_at) if one.done_at else [],
        "section_scores": found.sections if one.done_at and not sealed else {},
        "comment": "" if sealed else one.comment,
        "reply": {"text": one.reply, "at": wire.stamp(one.replied_at)} if one.replied_at else None,
        "decision": _decision(one),
        "outcomes": [] if sealed else [outcome(each) for each in one.outcomes.select_related("made_by", "proposal")],
        "handover": {"id": handover.id, "reason": handover.reason} if handover else None,
        "skipped_because": one.skipped_because or None,
        "may": _may(one, reader),
    }


def because(one: Assessment) -> Json:
    """Why it is in the queue."""
    return {"kind": one.because or "chosen", "label": Wanted(one.because).label if one.because else "Chosen by hand"}


def outcome(one: AssessmentOutcome) -> Json:
    """Something that came of an assessment; needs its author and proposal loaded."""
    return {
        "id": one.id,
        "kind": one.kind,
        "at_seq": one.at_seq,
        "text": one.text or None,
        "verdict": one.verdict or None,
        "trigger": labels.trigger(one.trigger) if one.trigger else None,
        "proposal": {"id": one.proposal_id, "state": one.proposal.state} if one.proposal else None,
        "by": rows.colleague(one.made_by),
        "at": wire.stamp(one.made_at),
    }


def coaching(one: AssessmentOutcome) -> Json:
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


def _state(one: Assessment) -> str:
    return "done" if one.done_at else "skipped" if one.skipped_at else "open"


def _answer(one: AssessmentAnswer) -> Json:
    told = {name: getattr(one, name) for name in ("question", "value", "worth", "quote_seq")}
    return {**told, "note": one.note or None}


def _decision(one: Assessment) -> Json | None:
    if one.decided_at is None:
        return None
    return {"text": one.decision, "by": rows.colleague(one.decided_by), "at": wire.stamp(one.decided_at)}


def _may(one: Assessment, reader: Agent) -> Json:
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
