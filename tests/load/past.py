"""A company's past in bulk: conversations with decisions whose facts look like real ones, some handled by people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any, TypeVar

from django.db.models import Model

from agents.models import Agent
from conversations.models import AuthorKind, Conversation, Customer, Decision, Handover, Kind, Message
from escalation import rules
from escalation.facts import COURSES, Circumstances, Facts, Quote, Signal
from escalation.rules import HandOver, RuleBook
from escalation.signals import NAMES
from tests import cast

ROWS = 2000  # that are written at once
KINDS = 2000  # of different facts
ASKED = ("Where is my parcel, and when will it be here?", "How do I return this?", "I was charged twice for one order.")
TOPICS = ("", "delivery", "returns", "billing", "opening hours")
Row = TypeVar("Row", bound=Model)


def facts(random: Random) -> Facts:
    """Facts as a turn measures them: mostly calm, now and then something with the words it rests on."""
    signals = {}
    for name in NAMES:
        value = round(random.betavariate(1.0, 6.0), 6)
        words = random.choice(ASKED)
        evidence = (Quote(words, 1, 0, len(words)),) if value > 0.3 else ()
        signals[name] = Signal(name, value, 0.62, evidence)
    made = Facts(
        signals=signals,
        confidence=None,
        confidence_threshold=None,
        language=random.choice(("en", "en", "de", "fr")),
        customer={"plan": random.choice(("free", "pro", "business")), "lifetime_value": random.randrange(5000)},
        counts={"customer_messages": random.randint(1, 5), "unsure": random.randint(0, 1), "unsure_in_a_row": 0},
        circumstances=Circumstances(
            topic=random.choice(TOPICS),
            channel="widget",
            mode="autopilot",
            weekday="monday",
            clock=f"{random.randrange(24):02d}:15",
            open={"Customer care": random.random() < 0.5, "Sales": random.random() < 0.3},
        ),
        course={name: ((1, signals[name].value / 2), (3, signals[name].value)) for name in COURSES},
    )
    return made if random.random() < 0.03 else made.with_confidence(round(random.betavariate(5, 2), 6), 0.5)


def fill(conversations: int, *, decisions: int = 3, days: int = 30, until: datetime, book: RuleBook) -> None:
    """Write the past of the tenant entered: so many conversations, of so many decisions each."""
    random = Random(7)
    kinds = [facts(random) for _ in range(KINDS)]
    told = [(one.to_json(), isinstance(rules.decide(one, book), HandOver)) for one in kinds]
    people = [cast.agent(f"past-{number}") for number in range(6)]
    customers = [Customer(name=f"Customer {number}") for number in range(max(conversations // 10, 1))]
    _write(Customer, customers)
    step = timedelta(days=days) / conversations
    for first in range(0, conversations, ROWS):
        talks = [
            Conversation(customer=random.choice(customers), created_at=(at := until - step * (n + 1)), due_at=at)
            for n in range(first, min(first + ROWS, conversations))
        ]
        _write(Conversation, talks)
        made = [one for talk in talks for one in _talk(talk, decisions, told=told, people=people, random=random)]
        for kind in (Message, Decision, Handover):
            _write(kind, [one for one in made if isinstance(one, kind)])


def _talk(
    talk: Conversation,
    decisions: int,
    *,
    told: Sequence[tuple[dict[str, Any], bool]],
    people: Sequence[Agent],
    random: Random,
) -> Iterator[Message | Decision | Handover]:
    """What the customer asked and what was decided, up to a handover; then what an agent did."""
    for place in range(decisions):
        at, asked = talk.created_at + timedelta(minutes=2 * place), 2 * place + 1
        seen, hands_over = random.choice(told)
        yield Message(
            conversation=talk, seq=asked, author_kind=AuthorKind.CUSTOMER, text=random.choice(ASKED), created_at=at
        )
        yield Message(conversation=talk, seq=asked + 1, author_kind=AuthorKind.ASSISTANT, text="Soon.", created_at=at)
        decided = Decision(
            conversation=talk,
            asked_seq=asked,
            answer_seq=asked + 1,
            action="handover" if hands_over else "answer",
            trigger="anger" if hands_over else "",
            rule="anger" if hands_over else "",
            rules_version=1,
            facts=seen,
            created_at=at,
        )
        yield decided
        if hands_over:
            yield from _handled(talk, decided, by=random.choice(people), random=random)
            # the rest of the decisions stand for what the customer wrote after it was handed back


def _handled(talk: Conversation, decided: Decision, *, by: Agent, random: Random) -> Iterator[Message | Handover]:
    accepted = decided.created_at + timedelta(seconds=random.expovariate(1 / 90))
    left = accepted + timedelta(seconds=60 + random.expovariate(1 / 600))
    yield Handover(
        conversation=talk,
        decision=decided,
        reason="Anger.",
        card={},
        requested_at=decided.created_at,
        accepted_at=accepted,
        accepted_by=by,
    )
    seq = 100 * decided.asked_seq
    yield Message(
        conversation=talk, seq=seq, author_kind=AuthorKind.AGENT, agent=by, text="Let me see.", created_at=accepted
    )
    yield Message(
        conversation=talk,
        seq=seq + 1,
        kind=Kind.CONTROL,
        author_kind=AuthorKind.SYSTEM,
        data={"holder": "assistant"},
        created_at=left,
    )


def _write(kind: type[Row], rows: Sequence[Row]) -> None:
    kind._default_manager.bulk_create(rows, batch_size=ROWS)
