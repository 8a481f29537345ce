"""What the assistant would do with a question, by the code of the live turn; nothing of it is stored."""

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
from conversations import turn
from conversations.models import AuthorKind, Conversation, Customer, Message
from conversations.queries import Question
from conversations.turn import Decided
from escalation.facts import Signal
from escalation.rules import HandOver
from tenants import current

Json = dict[str, Any]


def preview(text: str, *, change: Change | None = None) -> Json:
    """The answer, the signals and the decision; counts the question as one that was tried.

    With `change` as if that were published.
    """
    index = trying.index_with(store.current_index(current.schema_name()), change) if change else None
    told = _told(turn.decide(_question(text), index=index))
    _count()
    return told


def looked_up(text: str) -> Json:
    """The same by Baton's own engine, whichever the tenant chose: it costs nothing, and nothing is counted."""
    settings = conduct.wanted()
    settings.engine = Engine.EMBEDDED
    return _told(turn.decide(_question(text), settings=settings))


def _question(text: str) -> Question:
    conversation = Conversation(customer=Customer(name="Preview"))
    asked = Message(conversation=conversation, seq=1, author_kind=AuthorKind.CUSTOMER, text=text)
    return Question(conversation, asked_seq=1, messages=(asked,), handed_back_at=0)


def _told(decided: Decided) -> Json:
    return {
        "answer": _answer(decided),
        "signals": [_signal(signal) for signal in decided.seen.signals.values()],
        "decision": _decision(decided),
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
    evidence = [asdict(quote) for quote in signal.evidence]
    return {"name": signal.name, "value": signal.value, "threshold": signal.threshold, "evidence": evidence}


def _decision(decided: Decided) -> Json | None:
    match decided.outcome:
        case HandOver() as handover:
            return {"hand_over": True, "rule": handover.rule, "reason": handover.reason}
        case Answer() | Served():
            return None
        case _:
            reason = "The assistant is not sure enough: it would say so and offer a person."
            return {"hand_over": False, "rule": "", "reason": reason}
