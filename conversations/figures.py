"""What turns and handovers come to in the figures for operators."""

from datetime import datetime

from django.utils import timezone

from assistant.answering import Answer, Unsure
from assistant.models import Engine
from assistant.skills.outcomes import Served
from conversations.decided import Decided
from conversations.labels import TRIGGERS
from conversations.queries import Question
from conversations.speech import Speech
from escalation.rules import HandOver
from tenants.observing import meters, minutes

SAID: dict[type, str] = {Answer: "answer", Unsure: "unsure", HandOver: "handover", Served: "skill"}


def unsaid() -> None:
    """A turn ended without a word, since somebody took over or the customer wrote again."""
    meters.turns.labels("unsaid").inc()


def written(question: Question, decided: Decided, speech: Speech) -> None:
    """A turn was carried out: what came of it, and how long the customer waited for the first word."""
    outcome = "held" if decided.held or decided.checked or decided.approval else SAID[type(decided.outcome)]
    meters.turns.labels(outcome).inc()
    asked = question.conversation.unanswered_since
    if asked is None or outcome == "held":
        return
    waited = _seconds(asked, speech.began_at)
    meters.first_word_seconds.labels(decided.engine if decided.engine in Engine.values else "none").observe(waited)
    minutes.took("first_word", waited)


def escalated(trigger: str) -> None:
    """A conversation was handed to people, by a condition that Baton has a name for or a company's own."""
    meters.escalations.labels(trigger if trigger in TRIGGERS else "own").inc()
    minutes.happened("escalation")


def _seconds(asked: datetime, began: datetime | None) -> float:
    return max(0.0, ((began or timezone.now()) - asked).total_seconds())
