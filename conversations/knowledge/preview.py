"""What the assistant would do with a question or a whole talk, by the code of the live turn; nothing is stored."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import F
from typing_extensions import TypedDict

from assistant import conduct
from assistant.answering import Answer
from assistant.bench import trying
from assistant.bench.trying import Change
from assistant.knowledge import store
from assistant.models import AssistantSettings, Engine
from assistant.skills.outcomes import Served
from conversations import considering, labels, rows, turn, wire
from conversations.models import Conversation, Customer, Message
from conversations.queries import Question
from conversations.turn import Decided
from escalation.facts import Signal
from escalation.rules import HandOver
from tenants import current

Turns = Sequence[tuple[str, str]]  # who, and what they said
NOT_SURE = "The assistant is not sure enough: it would say so and offer a person."


class PreviewedAnswer(TypedDict):
    """What the assistant would say; where a person gets the conversation, what it would suggest to them."""

    text: str
    confidence: float
    """The probability that it is right."""
    sources: list[wire.Source]


class PreviewedDecision(TypedDict):
    """Where a person comes in, and why."""

    trigger: str | None
    """Null, with all that belongs to a rule, where no rule is the reason."""
    label: str | None
    rule: str
    team: str | None
    skill: str | None
    priority: str | None
    reason: str
    """A sentence."""
    hand_over: bool
    held: bool
    """The answer would wait until somebody approves of it."""
    say: str
    """What the customer would read."""


class AssistantPreview(TypedDict):
    """What the assistant would do with a question."""

    answer: PreviewedAnswer | None
    language: str
    signals: list[rows.Signal]
    decision: PreviewedDecision | None
    """Null where the assistant answers by itself."""
    considered: considering.RulesConsidered | None
    rules_version: int
    models: list[considering.ModelVersion]


def preview(
    turns: Turns, *, customer: Mapping[str, Any] | None = None, change: Change | None = None
) -> AssistantPreview:
    """The answer, the signals and the decision on the last of the turns; counts it as a question that was tried.

    With `change` as if that were published.
    """
    index = trying.index_with(store.current_index(current.schema_name()), change) if change else None
    told = _told(turn.decide(_question(turns, customer or {}), index=index))
    _count()
    return told


def looked_up(text: str) -> AssistantPreview:
    """The same by Baton's own engine, whichever the tenant chose: it costs nothing, and nothing is counted."""
    settings = conduct.wanted()
    settings.engine = Engine.EMBEDDED
    return _told(turn.decide(_question([("customer", text)], {}), settings=settings))


def _question(turns: Turns, customer: Mapping[str, Any]) -> Question:
    conversation = Conversation(customer=Customer(name="Preview", attributes=dict(customer)))
    messages = tuple(
        Message(conversation=conversation, seq=seq, author_kind=role, text=text)
        for seq, (role, text) in enumerate(turns, start=1)
    )
    return Question(conversation, asked_seq=len(messages), messages=messages, handed_back_at=0)


def _told(decided: Decided) -> AssistantPreview:
    return {
        "answer": _answer(decided),
        "language": decided.seen.language,
        "signals": [_signal(signal) for signal in decided.seen.signals.values()],
        "decision": _decision(decided),
        "considered": considering.considered(decided.considered.to_json() if decided.considered else None),
        "rules_version": decided.rules_version,
        "models": considering.versions(decided.model_versions),
    }


def _count() -> None:
    if not AssistantSettings.objects.update(tried_questions=F("tried_questions") + 1):
        AssistantSettings.objects.create(tried_questions=1)


def _answer(decided: Decided) -> PreviewedAnswer | None:
    """What would be said; where a person gets it, what the assistant would suggest to them."""
    said = decided.outcome if isinstance(decided.outcome, Answer | Served) else decided.best
    if said is None:
        return None
    return {
        "text": said.text,
        "confidence": said.confidence,
        "sources": [
            {"article_id": source.article_id, "title": source.title, "passage": source.passage}
            for source in said.sources
        ],
    }


def _signal(signal: Signal) -> rows.Signal:
    return {
        "name": signal.name,
        "label": labels.signal(signal.name),
        "value": signal.value,
        "threshold": signal.threshold,
        "evidence": [
            {"text": quote.text, "seq": quote.seq, "start": quote.start, "end": quote.end} for quote in signal.evidence
        ],
    }


def _decision(decided: Decided) -> PreviewedDecision | None:
    """Where a person comes in, and why; None where the assistant answers by itself."""
    match decided.outcome:
        case HandOver() as handover:
            return _ruled(handover, held=False)
        case Answer() | Served() if decided.approval is not None:
            return _ruled(decided.approval.instead, held=True)
        case Answer() | Served():
            return None
        case _:
            return {
                "trigger": None,
                "label": None,
                "rule": "",
                "team": None,
                "skill": None,
                "priority": None,
                "reason": NOT_SURE,
                "hand_over": False,
                "held": decided.approval is not None,
                "say": "",
            }


def _ruled(handover: HandOver, *, held: bool) -> PreviewedDecision:
    return {
        "trigger": handover.trigger,
        "label": handover.label,
        "rule": handover.rule,
        "team": handover.team,
        "skill": handover.skill,
        "priority": handover.priority,
        "reason": handover.reason,
        "hand_over": not held,
        "held": held,
        "say": "" if held else handover.say,
    }
