"""Works out what each episode of a conversation counts; pure, from its history. docs/metrics.md says it in words."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from conversations.insights import hands, moods, shares
from conversations.insights.history import Decided, Entry, History
from conversations.insights.shares import Share
from conversations.models import (
    AuthorKind,
    EndedBy,
    Episode,
    Holder,
    Kind,
    Part,
    PromiseState,
    RatedHolder,
    ReviewVerdict,
    Verdict,
)

Values = dict[str, Any]  # of an Episode, by its fields
PASSED_ON = frozenset({"transferred", "returned", "let_go"})  # `held_because`, when people pass it among themselves
ANSWERED = "answer"  # what a decision did
WELL = 0.0  # a customer at risk whose last words sound like this or better stays


def measure(history: History, now: datetime) -> list[Episode]:
    """The conversation's episodes as they are to be stored, but for `repeat_at`, which depends on other conversations.

    `now` tells which promises are overdue; all else follows from the history.
    """
    return [
        Episode(
            conversation_id=history.conversation,
            number=share.stretch.number,
            customer_key=history.customer_key,
            channel=history.channel,
            language=history.language,
            measured_at=now,
            row_at=history.row_at,
            **_span(share),
            **_said(share),
            **_replies(share),
            **_held(share),
            **_decided(share.decided),
            **_passed(share),
            **_felt(share, history.language),
            **_judged(share),
            **_asked(share),
            **_kept(share, now),
        )
        for share in shares.of(history)
    ]


def _span(share: Share) -> Values:
    stretch = share.stretch
    return {
        "began_at": stretch.began_at,
        "ended_at": None if stretch.ended is None else stretch.ended.at,
        "ended_by": _ended_by(share),
        "reopened_at": stretch.reopened_at,
    }


def _ended_by(share: Share) -> str:
    """As the log says; an older log does not, and then whoever of the desk held it ended it."""
    ended = share.stretch.ended
    if ended is None:
        return ""
    if share.is_merged:
        return EndedBy.MERGED
    if ended.ended_by:
        return ended.ended_by
    return EndedBy.AGENT if _last_hand(share.stretch.entries) == Holder.AGENT else EndedBy.SILENCE


def _last_hand(entries: Sequence[Entry]) -> str:
    moves = [entry.holder for entry in entries if entry.kind == Kind.CONTROL]
    return moves[-1] if moves else Holder.ASSISTANT


def _said(share: Share) -> Values:
    texts = share.stretch.texts
    by = [entry.by for entry in texts]
    said = {kind: by.count(kind) for kind in (AuthorKind.CUSTOMER, AuthorKind.ASSISTANT, AuthorKind.AGENT)}
    parts = {
        (True, True): Part.BOTH,
        (True, False): Part.ASSISTANT,
        (False, True): Part.AGENT,
        (False, False): Part.NOBODY,
    }
    return {
        "customer_turns": len(_turns(texts)),
        "customer_messages": said[AuthorKind.CUSTOMER],
        "assistant_messages": said[AuthorKind.ASSISTANT],
        "agent_messages": said[AuthorKind.AGENT],
        "part": parts[said[AuthorKind.ASSISTANT] > 0, said[AuthorKind.AGENT] > 0],
        "reasks": _asked_again(texts) + sum(repeat.by == "agent" for repeat in share.repeats),
        "repeats": sum(repeat.by == "customer" for repeat in share.repeats),
    }


def _turns(texts: Sequence[Entry]) -> list[list[Entry]]:
    """What the customer wrote in a row, before anybody else said something."""
    turns: list[list[Entry]] = []
    before = ""
    for entry in texts:
        if entry.by == AuthorKind.CUSTOMER and before == AuthorKind.CUSTOMER:
            turns[-1].append(entry)
        elif entry.by == AuthorKind.CUSTOMER:
            turns.append([entry])
        before = entry.by
    return turns


def _asked_again(texts: Sequence[Entry]) -> int:
    """How often the assistant put a question that it had put already, word for word."""
    asked = [entry.text.casefold() for entry in texts if entry.asks and entry.text]
    return len(asked) - len(set(asked))


def _replies(share: Share) -> Values:
    """Seconds from the customer's first words, and from the moment when the baton left the assistant."""
    texts = share.stretch.texts
    first = next((entry for entry in texts if entry.by == AuthorKind.CUSTOMER), None)
    after = [entry for entry in texts if first is not None and entry.seq > first.seq]
    spoken = {kind: [entry for entry in after if entry.by == kind] for kind in (AuthorKind.ASSISTANT, AuthorKind.AGENT)}
    left = _left_assistant(share.stretch.entries)
    people = [entry for entry in texts if left is not None and entry.seq > left.seq and entry.by == AuthorKind.AGENT]
    return {
        "first_reply": _until_first(first, [entry for entry in after if entry.by != AuthorKind.CUSTOMER]),
        "assistant_first_reply": _until_first(first, spoken[AuthorKind.ASSISTANT]),
        "person_first_reply": _until_first(first, spoken[AuthorKind.AGENT]),
        "person_wait": _until_first(left, people),
    }


def _left_assistant(entries: Sequence[Entry]) -> Entry | None:
    moves = (entry for entry in entries if entry.kind == Kind.CONTROL)
    return next((entry for entry in moves if entry.holder != Holder.ASSISTANT), None)


def _until_first(start: Entry | None, found: Sequence[Entry]) -> int | None:
    return None if start is None or not found else max(0, round((found[0].at - start.at).total_seconds()))


def _held(share: Share) -> Values:
    spent = hands.times(share.stretch, share.until)
    moves = [entry for entry in share.stretch.entries if entry.kind == Kind.CONTROL]
    agents = [entry.agent for entry in moves if entry.holder == Holder.AGENT]
    return {
        "assistant_seconds": round(spent.assistant),
        "queue_seconds": round(spent.queue),
        "agent_seconds": round(spent.agent),
        "handle_seconds": round(spent.handle),
        "agent_id": agents[-1] if agents else None,
        "team_id": next((entry.team for entry in reversed(moves) if entry.team is not None), None),
        "transfers": _transfers(moves),
    }


def _transfers(moves: Sequence[Entry]) -> int:
    """How often people passed it on among themselves, or one took it over from another."""
    count, holding = 0, None
    for entry in moves:
        taken = entry.holder == Holder.AGENT and holding is not None and entry.agent != holding
        count += taken or entry.reason in PASSED_ON
        holding = entry.agent if entry.holder == Holder.AGENT else None
    return count


def _decided(decided: Sequence[Decided]) -> Values:
    last = decided[-1] if decided else None
    return {
        "topic": next((one.topic for one in reversed(decided) if one.topic), ""),
        "rules_version": 0 if last is None else last.rules_version,
        "knowledge_number": 0 if last is None else last.knowledge_number,
        "engine": "" if last is None else last.engine,
        "assistant_answers": sum(one.action == ANSWERED for one in decided),
        "churn": max((one.churn for one in decided if one.churn is not None), default=None),
    }


def _passed(share: Share) -> Values:
    return {
        "handovers": len(share.handed_over),
        "trigger": share.handed_over[0].trigger if share.handed_over else "",
    }


def _felt(share: Share, language: str) -> Values:
    """The mood of the customer's first turn and of the last; nobody knows how a single turn went on."""
    turns = _turns(share.stretch.texts)
    start = _mood(turns[0], language) if turns else None
    end = _mood(turns[-1], language) if len(turns) > 1 else None
    return {"mood_start": start, "mood_end": end, "saved": _saved(share, turns, end)}


def _mood(turn: Sequence[Entry], language: str) -> float | None:
    return moods.of("\n".join(entry.text for entry in turn), language)


def _saved(share: Share, turns: Sequence[Sequence[Entry]], end: float | None) -> bool | None:
    """Whether somebody who was about to leave sounds well at the end; None unless they wrote a later turn."""
    risks = [
        one.asked_seq
        for one in share.decided
        if one.churn is not None and one.churn_threshold is not None and one.churn >= one.churn_threshold
    ]
    if not risks or end is None or turns[-1][0].seq <= risks[-1]:
        return None
    return end >= WELL if _ended_by(share) in (EndedBy.AGENT, EndedBy.SILENCE) else None


def _judged(share: Share) -> Values:
    """What people said: labels of its handovers, else the review of a conversation that the assistant had alone."""
    verdicts = {one.verdict for one in share.handed_over if one.verdict}
    review = None if share.handed_over or share.reviewed is None else share.reviewed
    missed = None
    if review is not None and share.missed:
        missed = True
    elif review is not None and review.verdict == ReviewVerdict.RIGHT:
        missed = False
    needed = bool(verdicts & {Verdict.RIGHT, Verdict.TOO_LATE}) if verdicts else missed
    return {
        "needless": Verdict.NEEDLESS in verdicts if verdicts else None,
        "late": Verdict.TOO_LATE in verdicts if verdicts else None,
        "missed": missed,
        "needed_person": needed,
        "review_weight": None if missed is None or review is None else review.weight,
    }


def _asked(share: Share) -> Values:
    asked = share.asked
    if asked is None:
        return {"surveyed": False}
    return {
        "surveyed": True,
        "satisfaction": asked.satisfaction,
        "effort": asked.effort,
        "rated_holder": asked.holder if asked.holder in RatedHolder.values else "",
    }


def _kept(share: Share, now: datetime) -> Values:
    """Promises: kept in time, or broken, which an overdue one is; those not needed any more are neither."""
    late = [one for one in share.promised if one.due_at is not None and (one.closed_at or now) > one.due_at]
    broken = [one for one in late if one.state in (PromiseState.OPEN, PromiseState.KEPT)]
    kept = [one for one in share.promised if one.state == PromiseState.KEPT and one not in late]
    return {
        "promises": len(share.promised),
        "promises_kept": len(kept),
        "promises_broken": len(broken),
        "sla_met": sum(not one.late for one in share.timed),
        "sla_missed": sum(one.late for one in share.timed),
        "model_tokens": sum(one.tokens for one in share.used),
    }
