"""Written cases through the live turn: what would be decided, with every signal; nothing of it is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from assistant.answering import Answer
from assistant.knowledge import store, threshold
from assistant.models import AssistantSettings
from assistant.skills.outcomes import Served
from conversations import turn
from conversations.decided import Decided
from conversations.models import AuthorKind, Conversation, Customer, Message
from conversations.queries import Question
from conversations.rules_replay import cases
from escalation import rules, versions
from escalation.facts import Facts
from escalation.rules import Book, HandOver
from tenants import current

Json = dict[str, Any]
ROLES = {"customer": AuthorKind.CUSTOMER, "assistant": AuthorKind.ASSISTANT, "agent": AuthorKind.AGENT}
LONGEST_TEXT = 20_000


class CaseError(ValueError):
    """A line is not a case; the message says what is wrong with it."""


@dataclass(frozen=True)
class Case:
    """A conversation up to a customer's message, and what is known of the customer."""

    id: str
    turns: tuple[tuple[str, str], ...]
    customer: Mapping[str, str | float | bool]


def read_case(document: object) -> Case:
    """The case that a JSON value describes; CaseError when it is none. What was said after the customer is left out."""
    if not isinstance(document, dict):
        raise CaseError("a case must be an object")
    name, turns, customer = document.get("id"), document.get("turns"), document.get("customer") or {}
    if isinstance(name, bool) or not isinstance(name, str | int) or name == "":
        raise CaseError("“id” must be a text")
    if not isinstance(turns, list) or not turns:
        raise CaseError("“turns” must be a list with at least one turn")
    if not isinstance(customer, dict):
        raise CaseError("“customer” must be an object of attributes")
    said = [_read_turn(each, f"turns[{place}]") for place, each in enumerate(turns)]
    while said and said[-1][0] != "customer":
        said.pop()
    if not said or not any(text.strip() for role, text in said if role == "customer"):
        raise CaseError("“turns” must have words of the customer")
    plain = {str(key): value for key, value in customer.items() if isinstance(value, str | int | float)}
    return Case(str(name), tuple(said), plain)


def replay(case: Case, *, settings: AssistantSettings | None = None, other: Book | None = None) -> Json:
    """The decision on the customer's last message, with a value for every signal.

    With `other` rules also what they and the published ones decide about these facts, and what that changes.
    """
    question = _question(case)
    decided = turn.decide(question, settings=settings)
    seen = _with_doubt(decided, settings)
    handover = decided.outcome if isinstance(decided.outcome, HandOver) else None
    published = versions.published()
    fired = rules.fired(seen, published)
    answer = decided.outcome if isinstance(decided.outcome, Answer | Served) else None
    return {
        "id": case.id,
        "decision": "handover" if handover else "answer",
        "triggers": sorted({*fired, handover.trigger}, key=lambda name: name != handover.trigger) if handover else [],
        "rule": handover.rule if handover else None,
        "answer": _told(answer),
        "signals": {
            name: {
                "value": signal.value,
                "threshold": signal.threshold,
                "evidence": [asdict(quote) for quote in signal.evidence],
            }
            for name, signal in seen.signals.items()
        },
        "language": seen.language,
        **({} if other is None else {"compared": cases.compare(seen, published, other)}),
    }


def _told(answer: Answer | Served | None) -> Json | None:
    if answer is None:
        return None
    article = next((one.article_id for one in answer.sources if one.article_id), None)
    return {"text": answer.text, "article": article, "confidence": answer.confidence}


def _with_doubt(decided: Decided, settings: AssistantSettings | None) -> Facts:
    """The facts with the assistant's doubt, also where the rules did not wait for its answer."""
    if decided.seen.confidence is not None:
        return decided.seen
    wanted = settings.threshold if settings else None
    sure_from = threshold.at(store.current_index(current.schema_name()), wanted).threshold
    return decided.seen.with_confidence(decided.best.confidence if decided.best else 0.0, sure_from)


def _question(case: Case) -> Question:
    conversation = Conversation(customer=Customer(name="Replay", attributes=dict(case.customer)))
    messages = tuple(
        Message(conversation=conversation, seq=seq, author_kind=ROLES[role], text=text)
        for seq, (role, text) in enumerate(case.turns, 1)
    )
    return Question(conversation, asked_seq=len(messages), messages=messages, handed_back_at=0, is_case=True)


def _read_turn(document: object, place: str) -> tuple[str, str]:
    if not isinstance(document, dict):
        raise CaseError(f"{place} must be an object with role and text")
    role, text = document.get("role"), document.get("text")
    if not isinstance(role, str) or role not in ROLES:
        raise CaseError(f"{place}.role must be one of {', '.join(ROLES)}")
    if not isinstance(text, str) or len(text) > LONGEST_TEXT:
        raise CaseError(f"{place}.text must be a text of at most {LONGEST_TEXT} characters")
    return role, text
