"""Stored conversations with decisions whose facts are given, as turns would have left them."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from agents.models import Agent
from conversations.models import AuthorKind, Conversation, Customer, Decision, Handover, Kind, Message
from escalation.facts import Attribute, Facts, Quote, Signal
from escalation.vocabulary import SIGNALS

CALM, HIGH = 0.1, 0.9


def facts(
    *,
    confidence: float | None = 0.9,
    customer: Mapping[str, Attribute] | None = None,
    quoted: str = "",
    **signals: float,
) -> dict[str, Any]:
    """Facts with these signals, all others calm; the signals' thresholds are one half."""
    evidence = (Quote(quoted, 1, 0, len(quoted)),) if quoted else ()
    heard = {
        name: Signal(name, signals.get(name, CALM), 0.5, evidence if name in signals else ())
        for name in SIGNALS
        if name != "low_confidence"
    }
    made = Facts(heard, None, None, "en", dict(customer or {}), {"customer_messages": 1})
    return (made if confidence is None else made.with_confidence(confidence, 0.5)).to_json()


def conversation(who: Customer, decisions: Sequence[Mapping[str, Any]], *, at: datetime) -> Conversation:
    """A conversation in which the customer wrote once a minute, each message with the facts of its decision."""
    made = Conversation.objects.create(customer=who, created_at=at, due_at=at, seq=2 * len(decisions))
    for place, seen in enumerate(decisions):
        asked, when = 2 * place + 1, at + timedelta(minutes=place)
        words = next((q["text"] for s in seen["signals"].values() for q in s["evidence"]), "Where is my parcel?")
        _line(made, asked, words, when, author=AuthorKind.CUSTOMER)
        _line(made, asked + 1, "It is on its way.", when, author=AuthorKind.ASSISTANT)
        Decision.objects.create(
            conversation=made,
            asked_seq=asked,
            answer_seq=asked + 1,
            action="answer",
            rules_version=1,
            facts=seen,
            created_at=when,
        )
    return made


def handled(talk: Conversation, by: Agent, *, waited: timedelta, minutes: int) -> Handover:
    """The conversation's last decision brought a person, who replied every two minutes and then closed it."""
    decision = talk.decisions.order_by("-asked_seq")[0]
    Decision.objects.filter(pk=decision.pk).update(action="handover", trigger="anger", rule="anger")
    accepted = decision.created_at + waited
    made = Handover.objects.create(
        conversation=talk,
        decision=decision,
        reason="Anger.",
        card={},
        requested_at=decision.created_at,
        accepted_at=accepted,
        accepted_by=by,
    )
    seq = talk.seq
    for minute in range(0, minutes, 2):
        seq += 1
        _line(talk, seq, "Let me see.", accepted + timedelta(minutes=minute), author=AuthorKind.AGENT, agent=by)
    Message.objects.create(
        conversation=talk,
        seq=seq + 1,
        kind=Kind.CONTROL,
        author_kind=AuthorKind.SYSTEM,
        data={"holder": "assistant", "reason": "resolved"},
        created_at=accepted + timedelta(minutes=minutes),
    )
    return made


def _line(
    talk: Conversation, seq: int, text: str, at: datetime, *, author: AuthorKind, agent: Agent | None = None
) -> None:
    Message.objects.create(conversation=talk, seq=seq, author_kind=author, agent=agent, text=text, created_at=at)
