"""What the desk reads: rows of the conversation list, notes, decisions and the handover card."""

from collections.abc import Iterable
from typing import Any

from typing_extensions import TypedDict

from agents.models import Agent
from conversations import authors, considering, labels, rendering, wire
from conversations.actions import listing
from conversations.models import AuthorKind, Conversation, Decision, Draft, Handover, Message, Note
from conversations.sla import showing as sla

Json = dict[str, Any]


def row(conversation: Conversation) -> Json:
    """A row of the conversation list; needs customer, agent, team and offered_to loaded."""
    return {
        "id": conversation.id,
        "customer": customer(conversation),
        "status": conversation.status,
        "control": {**wire.control(conversation), "agent": colleague(conversation.agent)},
        "last_message": _last(conversation),
        "needs_reply": conversation.status != "resolved" and conversation.last_kind == AuthorKind.CUSTOMER,
        "waiting_since": wire.stamp(conversation.waiting_since) if conversation.waiting_since else None,
        "unanswered_since": wire.stamp(conversation.unanswered_since) if conversation.unanswered_since else None,
        "due_at": wire.stamp(conversation.due_at) if conversation.due_at else None,
        "draft_due_at": wire.stamp(conversation.draft_due_at) if conversation.draft_due_at else None,
        "overdue_steps": conversation.steps,
        "snoozed_until": wire.stamp(conversation.snoozed_until) if conversation.snoozed_until else None,
        "sla": sla.shown(conversation),
        "merged_into": conversation.merged_into_id,
        "channel": conversation.channel,
        "seen_seq": conversation.seen_seq,
        "priority": conversation.priority,
        "offered_to": colleague(conversation.offered_to),
        "offered_until": wire.stamp(conversation.offered_until) if conversation.offered_until else None,
        "tags": conversation.tags,
        "waits_by": conversation.waits_by,
        "answer_to": conversation.answer_to or None,
        "call_at": wire.stamp(conversation.call_at) if conversation.call_at else None,
        "tasks": {"open": conversation.tasks_open},
        "trigger": labels.trigger(conversation.trigger) if conversation.trigger else None,
        "created_at": wire.stamp(conversation.created_at),
        "updated_at": wire.stamp(conversation.updated_at),
        "seq": conversation.seq,
    }


def customer(conversation: Conversation) -> Json:
    """Who the customer is, as far as known."""
    who = conversation.customer
    return {"id": who.id, "name": who.name, "email": who.email or None}


class Colleague(TypedDict):
    """A person of the company."""

    id: str
    name: str


def colleague(agent: Agent | None) -> Colleague | None:
    """An agent as colleagues know them: by their whole name."""
    return None if agent is None else {"id": agent.id, "name": agent.name}


def note(note: Note) -> Json:
    """A private note; one that nobody wrote is Baton's own."""
    return {
        "id": note.id,
        "author": colleague(note.author) or {"id": "", "name": authors.SYSTEM_NAME},
        "text": note.text,
        "html": rendering.html(note.text, author_kind=AuthorKind.AGENT),
        "mentions": note.data.get("mentions", []),
        "passed_on": note.data.get("passed_on"),
        "created_at": wire.stamp(note.created_at),
    }


def decision(decision: Decision) -> Json:
    """What a turn decided, with every signal it looked at, what else the rules considered, and how moods went."""
    return {
        "id": decision.id,
        "asked_seq": decision.asked_seq,
        "answer_seq": decision.answer_seq,
        "action": decision.action,
        "trigger": decision.trigger or None,
        "label": decision.label or None,
        "rule": {"name": decision.rule, "version": decision.rules_version} if decision.rule else None,
        "rules_version": decision.rules_version,
        "signals": signals(decision.facts),
        "considered": considering.considered(decision.considered),
        "courses": considering.courses(decision.facts),
        "models": considering.versions(decision.model_versions),
        "guided": decision.guided,
        "confidence": decision.confidence,
        "created_at": wire.stamp(decision.created_at),
    }


def signals(facts: Json, *, only: Iterable[str] | None = None) -> list[Json]:
    """The stored signals with their labels, the strongest against its threshold first."""
    wanted = None if only is None else set(only)
    found = [
        {**signal, "label": labels.signal(name)}
        for name, signal in facts.get("signals", {}).items()
        if wanted is None or name in wanted
    ]
    return sorted(found, key=lambda signal: signal["threshold"] - signal["value"])


def draft(draft: Draft) -> Json:
    """A draft with the words that it answers; asks for those unless `with_asked` loaded them."""
    asked = getattr(draft, "asked_text", None)
    if asked is None:
        asked = _asked_text(draft)
    return {
        "id": draft.id,
        "conversation_id": draft.conversation_id,
        "kind": draft.kind,
        "state": draft.state,
        "text": draft.text,
        "html": rendering.html(draft.text, author_kind=AuthorKind.ASSISTANT),
        "sources": draft.sources,
        "confidence": draft.confidence,
        "reason": draft.reason,
        "due_at": wire.stamp(draft.due_at) if draft.due_at else None,
        "asked": {"seq": draft.asked_seq, "text": asked},
        "decided_by": colleague(draft.decided_by),
        "answer_seq": draft.answer_seq,
        "created_at": wire.stamp(draft.created_at),
        "act": _act(draft),
    }


def _act(draft: Draft) -> Json | None:
    """What the approval does, where it does something: what, how much, why, and why an agent has to agree."""
    if draft.act is None:
        return None
    told = {name: draft.act[name] for name in ("kind", "subject", "amount", "currency", "because", "waits")}
    return {**told, "skill": listing.skill(draft.skill), "email": draft.act.get("email") or None}


def _asked_text(draft: Draft) -> str:
    found = Message.objects.filter(conversation=draft.conversation_id, seq=draft.asked_seq)
    return found.values_list("text", flat=True).first() or ""


def handover(handover: Handover) -> Json:
    """The card that an agent reads first; needs the decision and accepted_by loaded."""
    decided = handover.decision
    return {
        "id": handover.id,
        "requested_at": wire.stamp(handover.requested_at),
        "accepted_at": wire.stamp(handover.accepted_at) if handover.accepted_at else None,
        "accepted_by": colleague(handover.accepted_by),
        "trigger": {"name": decided.trigger, "label": decided.label},
        "rule": {"name": decided.rule, "version": decided.rules_version},
        "reason": handover.reason,
        "signals": signals(decided.facts, only=handover.fired),
        **handover.card,
    }


def _last(conversation: Conversation) -> Json | None:
    if conversation.last_at is None:
        return None
    who = {"kind": conversation.last_kind, "id": None, "name": conversation.last_author}
    return {"author": who, "text": conversation.last_text, "created_at": wire.stamp(conversation.last_at)}
