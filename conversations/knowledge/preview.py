"""What the assistant would do with a question or a whole talk, by the code of the live turn; nothing is stored."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from django.db.models import F

from assistant import conduct
from assistant.answering import Answer
from assistant.bench import trying
from assistant.bench.trying import Change
from assistant.knowledge import store
from assistant.models import AssistantSettings, Engine
from assistant.skills.outcomes import Served
from conversations import considering, labels, turn
from conversations.models import Conversation, Customer, Message
from conversations.queries import Question
from conversations.turn import Decided
from escalation.facts import Signal
from escalation.rules import HandOver
from tenants import current

Json = dict[str, Any]
Turns = Sequence[tuple[str, str]]  # who, and what they said
NO_RULE: Json = {"trigger": None, "label": None, "rule": "", "team": None, "skill": None, "priority": None}


def preview(turns: Turns, *, customer: Mapping[str, Any] | None = None, change: Change | None = None) -> Json:
    """The answer, the signals and the decision on the last of the turns; counts it as a question that was tried.

    With `change` as if that were published.
    """
    index = trying.index_with(store.current_index(current.schema_name()), change) if change else None
    told = _told(turn.decide(_question(turns, customer or {}), index=index))
    _count()
    return told


def looked_up(text: str) -> Json:
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


def _told(decided: Decided) -> Json:
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


def _answer(decided: Decided) -> Json | None:
    """What would be said; where a person gets it, what the assistant would suggest to them."""
    said = decided.outcome if isinstance(decided.outcome, Answer | Served) else decided.best
    if said is None:
        return None
    return {"text": said.text, "confidence": said.confidence, "sources": [asdict(source) for source in said.sources]}


def _signal(signal: Signal) -> Json:
    return {
        "name": signal.name,
        "label": labels.signal(signal.name),
        "value": signal.value,
        "threshold": signal.threshold,
        "evidence": [asdict(quote) for quote in signal.evidence],
    }


def _decision(decided: Decided) -> Json | None:
    """Where a person comes in, and why; None where the assistant answers by itself."""
    match decided.outcome:
        case HandOver() as handover:
            return {**_ruled(handover), "hand_over": True, "held": False, "say": handover.say}
        case Answer() | Served() if decided.approval is not None:
            return {**_ruled(decided.approval.instead), "hand_over": False, "held": True, "say": ""}
        case Answer() | Served():
            return None
        case _:
            reason = "The assistant is not sure enough: it would say so and offer a person."
            return {**NO_RULE, "hand_over": False, "held": decided.approval is not None, "say": "", "reason": reason}


def _ruled(handover: HandOver) -> Json:
    names = ("trigger", "label", "rule", "team", "skill", "priority", "reason")
    return {name: getattr(handover, name) for name in names}
