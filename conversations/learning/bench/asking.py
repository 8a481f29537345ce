"""Asks one case by the code of the live turn; nothing of it is stored."""

from collections.abc import Sequence
from typing import Any

from assistant.answering import Answer, Unsure
from assistant.bench.judging import Came
from assistant.knowledge.index import Index
from assistant.models import AssistantSettings, BenchCase, Expected
from assistant.skills.outcomes import Served
from conversations import turn
from conversations.models import Conversation, Customer, Message
from conversations.queries import Question
from escalation.rules import HandOver


def ask(case: BenchCase, *, index: Index, settings: AssistantSettings | None) -> Came:
    """What comes of the case with this index and these settings, the tenant's own where there are none."""
    decided = turn.decide(_question(case.lines), index=index, settings=settings)
    match decided.outcome:
        case Answer() | Served() as said:  # a skill's is an answer too, though it may quote no article
            quoted = tuple(source.article_id for source in said.sources if source.article_id)
            return Came(Expected.ARTICLE, quoted, text=said.text, confidence=said.confidence)
        case HandOver() as handover:
            return Came(Expected.HANDOVER, trigger=handover.trigger, text=handover.say, confidence=_sure(decided.best))
        case Unsure(confidence=sure, best=best):
            return Came(Expected.UNSURE, text=best.text if best else "", confidence=sure)


def _sure(best: Answer | None) -> float | None:
    return best.confidence if best else None


def _question(lines: Sequence[dict[str, Any]]) -> Question:
    conversation = Conversation(customer=Customer(name="Bench"))
    messages = tuple(
        Message(conversation=conversation, seq=number, author_kind=line["role"], text=line["text"])
        for number, line in enumerate(lines, start=1)
    )
    return Question(conversation, asked_seq=len(messages), messages=messages, handed_back_at=0, is_case=True)
