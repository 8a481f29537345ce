"""What the desk reads: rows of the conversation list, notes, decisions and the handover card."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal, NotRequired, cast

from typing_extensions import TypedDict

from agents.models import Agent
from conversations import authors, considering, labels, rendering, wire
from conversations.models import (
    AuthorKind,
    Channel,
    Conversation,
    Decision,
    GuidanceKind,
    Handover,
    Note,
    Priority,
    Status,
    WaitsBy,
)
from conversations.sla import showing as sla

NextStep = TypedDict(
    "NextStep",
    {
        "text": str,
        "from": Literal["skill", "article", "decision", "plan"],
        "because": str,
        "skill": NotRequired[str],
        "article_id": NotRequired[str | None],
    },
)
NextStep.__doc__ = "What whoever takes it over might do first, and what says so."


class Colleague(TypedDict):
    """A person of the company."""

    id: str
    name: str


class CustomerBrief(TypedDict):
    """Who the customer is, as far as known."""

    id: str
    name: str
    email: str | None


class LastMessage(TypedDict):
    """The newest words of a conversation."""

    author: wire.Author
    text: str
    created_at: str


class OpenTasks(TypedDict):
    """What other departments still do on a conversation."""

    open: int


class ConversationRow(TypedDict):
    """A conversation as the list shows it."""

    id: str
    customer: CustomerBrief
    status: Status
    control: wire.Control
    last_message: LastMessage | None
    needs_reply: bool
    waiting_since: str | None
    unanswered_since: str | None
    """When the first of the customer's words came that nobody has answered yet."""
    due_at: str | None
    """When the next step is taken if nothing happens before; null once resolved."""
    draft_due_at: str | None
    """Until when an answer is held for somebody to look at; then a person gets the conversation."""
    overdue_steps: int
    """How often nobody answered in time since the baton last moved."""
    snoozed_until: str | None
    sla: sla.ConversationSla | None
    """The clock of the company's promises that is due next; null where no policy sets any."""
    merged_into: str | None
    """The customer's other conversation, in which this one goes on."""
    channel: Channel
    language: str
    """In which the customer writes."""
    seen_seq: int
    """How far the customer has seen the log."""
    priority: Priority
    offered_to: Colleague | None
    offered_until: str | None
    """Then somebody else is asked."""
    tags: list[str]
    waits_by: WaitsBy | Literal[""]
    """How a customer who waits, or waited, wants to go on, where it is not in the chat."""
    answer_to: str | None
    """Where they want the answer; it proves nothing."""
    call_at: str | None
    """A call is promised, from then on."""
    tasks: OpenTasks
    trigger: labels.Trigger | None
    created_at: str
    updated_at: str
    seq: int
    """Of the newest entry of its log."""


class NoteRow(TypedDict):
    """A private note in a conversation; no customer ever sees one."""

    id: str
    author: Colleague
    """With an empty id where nobody wrote it, but the product itself."""
    text: str
    html: str
    """Safe markup, rendered by the server."""
    mentions: list[Colleague]
    passed_on: Literal["transfer", "hand_back"] | None
    """It went with the baton."""
    created_at: str


class Quote(TypedDict):
    """A quotation; start and end are character offsets into the text of message `seq`."""

    text: str
    seq: int
    start: int
    end: int


class Signal(TypedDict):
    """Something that was heard in the customer's words: value and threshold within 0..1, and the words."""

    name: str
    label: str
    value: float
    threshold: float
    evidence: list[Quote]


class RuleVersion(TypedDict):
    """A rule of escalation, and the version of the rules that it stood in."""

    name: str
    version: int


class Guidance(TypedDict):
    """Whose instruction the assistant followed, or was to."""

    id: str
    kind: GuidanceKind
    text: str
    by: Colleague
    unfollowed: str
    """Why it could not be followed; empty where it was."""


class DecisionRow(TypedDict):
    """What one turn of the assistant decided, and why."""

    id: str
    asked_seq: int
    answer_seq: int | None
    action: Literal["answer", "unsure", "handover", "held", "off"]
    trigger: str | None
    label: str | None
    rule: RuleVersion | None
    rules_version: int
    signals: list[Signal]
    considered: considering.RulesConsidered | None
    """Null where nothing is known of it."""
    courses: dict[str, list[considering.MoodStep]]
    """How moods went over the customer's messages, by signal."""
    models: list[considering.ModelVersion]
    """What measured and answered."""
    guided: Guidance | None
    confidence: float | None
    created_at: str


class CardFact(TypedDict):
    """Something the customer told, with the message it stands in."""

    name: str
    label: str
    value: str
    seq: int
    corrected_from: NotRequired[str]
    """What was passed on before the customer put it right."""


class CardLine(TypedDict):
    """What was said in the message `seq`."""

    text: str
    seq: int


class CardDecision(TypedDict):
    """What a person decided when they had the conversation before."""

    text: str
    by: str
    at: str
    seq: int | None


class CardMood(TypedDict):
    """How the customer sounded in the message `seq`, from -1 (bad) to 1 (good)."""

    seq: int
    value: float


class CardSuggestion(TypedDict):
    """An answer that an agent could use."""

    text: str
    source: wire.Source


class HandoverCard(TypedDict):
    """The card that an agent reads first: why the assistant passed the conversation on, and all that is known."""

    id: str
    requested_at: str
    accepted_at: str | None
    accepted_by: Colleague | None
    trigger: labels.Trigger
    rule: RuleVersion
    reason: str
    """A sentence."""
    signals: list[Signal]
    """Those that fired, with their evidence."""
    wants: str
    summary: str
    facts: list[CardFact]
    tried: list[CardLine]
    promised: list[CardLine]
    decided: list[CardDecision]
    passed_on: list[str]
    """What the customer was told that goes along."""
    next_step: NextStep | None
    """Null where neither a skill nor an article says anything."""
    mood: list[CardMood]
    suggestion: CardSuggestion | None


def row(conversation: Conversation) -> ConversationRow:
    """A row of the conversation list; needs customer, agent, team and offered_to loaded."""
    return {
        "id": conversation.id,
        "customer": customer(conversation),
        "status": cast("Status", conversation.status),
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
        "channel": cast("Channel", conversation.channel),
        "language": conversation.language,
        "seen_seq": conversation.seen_seq,
        "priority": cast("Priority", conversation.priority),
        "offered_to": colleague(conversation.offered_to),
        "offered_until": wire.stamp(conversation.offered_until) if conversation.offered_until else None,
        "tags": conversation.tags,
        "waits_by": cast("WaitsBy", conversation.waits_by),
        "answer_to": conversation.answer_to or None,
        "call_at": wire.stamp(conversation.call_at) if conversation.call_at else None,
        "tasks": {"open": conversation.tasks_open},
        "trigger": labels.trigger(conversation.trigger) if conversation.trigger else None,
        "created_at": wire.stamp(conversation.created_at),
        "updated_at": wire.stamp(conversation.updated_at),
        "seq": conversation.seq,
    }


def customer(conversation: Conversation) -> CustomerBrief:
    """Who the customer is, as far as known."""
    who = conversation.customer
    return {"id": who.id, "name": who.name, "email": who.email or None}


def colleague(agent: Agent | None) -> Colleague | None:
    """An agent as colleagues know them: by their whole name."""
    return None if agent is None else named(agent)


def named(agent: Agent) -> Colleague:
    """The same of somebody who is there."""
    return {"id": agent.id, "name": agent.name}


def note(note: Note) -> NoteRow:
    """A private note; one that nobody wrote is Baton's own."""
    return {
        "id": note.id,
        "author": colleague(note.author)
        or {"id": "", "name": note.data.get(authors.WRITTEN_BY) or authors.SYSTEM_NAME},
        "text": note.text,
        "html": rendering.html(note.text, author_kind=AuthorKind.AGENT),
        "mentions": note.data.get("mentions", []),
        "passed_on": note.data.get("passed_on"),
        "created_at": wire.stamp(note.created_at),
    }


def decision(decision: Decision) -> DecisionRow:
    """What a turn decided, with every signal it looked at, what else the rules considered, and how moods went."""
    return {
        "id": decision.id,
        "asked_seq": decision.asked_seq,
        "answer_seq": decision.answer_seq,
        "action": cast("Any", decision.action),
        "trigger": decision.trigger or None,
        "label": labels.of_rule(decision.label) if decision.label else None,
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


def signals(facts: Mapping[str, Any], *, only: Iterable[str] | None = None) -> list[Signal]:
    """The stored signals with their labels, the strongest against its threshold first."""
    wanted = None if only is None else set(only)
    found: list[Signal] = [
        {
            "name": name,
            "label": labels.signal(name),
            "value": signal["value"],
            "threshold": signal["threshold"],
            "evidence": signal["evidence"],
        }
        for name, signal in facts.get("signals", {}).items()
        if wanted is None or name in wanted
    ]
    return sorted(found, key=lambda signal: signal["threshold"] - signal["value"])


def handover(handover: Handover) -> HandoverCard:
    """The card that an agent reads first; needs the decision and accepted_by loaded."""
    decided, card = handover.decision, handover.card
    return {
        "id": handover.id,
        "requested_at": wire.stamp(handover.requested_at),
        "accepted_at": wire.stamp(handover.accepted_at) if handover.accepted_at else None,
        "accepted_by": colleague(handover.accepted_by),
        "trigger": {"name": decided.trigger, "label": labels.of_rule(decided.label)},
        "rule": {"name": decided.rule, "version": decided.rules_version},
        "reason": labels.reason(handover.reason),
        "signals": signals(decided.facts, only=handover.fired),
        "wants": card["wants"],
        "summary": card["summary"],
        "facts": card["facts"],
        "tried": card["tried"],
        "promised": card["promised"],
        "decided": card["decided"],
        "passed_on": card["passed_on"],
        "next_step": card["next_step"],
        "mood": card["mood"],
        "suggestion": card["suggestion"],
    }


def _last(conversation: Conversation) -> LastMessage | None:
    if conversation.last_at is None:
        return None
    kind = cast("AuthorKind", conversation.last_kind)
    who: wire.Author = {"kind": kind, "id": None, "name": conversation.last_author}
    return {"author": who, "text": conversation.last_text, "created_at": wire.stamp(conversation.last_at)}
