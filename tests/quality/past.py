"""A past of conversations for the tests of quality: handed over and labelled, or the assistant's alone."""

from datetime import datetime, timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from conversations.models import (
    AuthorKind,
    Conversation,
    Customer,
    Decision,
    Handover,
    HandoverLabel,
    Message,
    Review,
    ReviewRound,
    Status,
)

Json = dict[str, Any]
CARD: Json = {
    "wants": "",
    "summary": "",
    "facts": [],
    "tried": [],
    "promised": [],
    "decided": [],
    "passed_on": [],
    "next_step": None,
    "mood": [],
    "suggestion": None,
}


def send(client: Client, method: str, path: str, status: int, **body: Any) -> Json:
    """The answer to a request, which must have this status."""
    sent: Json = {"data": body} if method == "get" else {"data": body, "content_type": "application/json"}
    reply = getattr(client, method)(f"/api/v1/{path}", **sent)
    assert reply.status_code == status, reply.content
    return dict(reply.json()) if reply.content else {}


def ago(days: float) -> datetime:
    """A moment so many days ago."""
    return timezone.now() - timedelta(days=days)


def talk(at: datetime, text: str = "Where is it?") -> Conversation:
    """A conversation that began then."""
    customer = Customer.objects.create(name="Carol", email="carol@example.org")
    made = Conversation.objects.create(
        customer=customer, created_at=at, seq=2, last_customer_seq=1, status=Status.RESOLVED
    )
    Message.objects.create(conversation=made, seq=1, author_kind=AuthorKind.CUSTOMER, text=text, created_at=at)
    Message.objects.create(conversation=made, seq=2, author_kind=AuthorKind.ASSISTANT, text="Here.", created_at=at)
    return made


def handed(at: datetime, *, trigger: str = "anger", verdict: str = "", meant: str = "", version: int = 1) -> Handover:
    """A conversation that went to a person then, and what somebody said of it."""
    conversation = talk(at, f"I am a case of {trigger}")
    decision = Decision.objects.create(
        conversation=conversation,
        asked_seq=1,
        action="handover",
        trigger=trigger,
        rules_version=version,
        facts={},
        created_at=at,
    )
    made = Handover.objects.create(conversation=conversation, decision=decision, reason="", card=CARD, requested_at=at)
    if verdict:
        HandoverLabel.objects.create(handover=made, verdict=verdict, trigger=meant)
    return made


def alone(at: datetime, *, doubt: float = 0.2, version: int = 1) -> Conversation:
    """A conversation that the assistant had alone; `doubt` is the nearest signal's share of its threshold."""
    conversation = talk(at)
    signals = {"anger": {"name": "anger", "value": doubt * 0.7, "threshold": 0.7, "evidence": []}}
    Decision.objects.create(
        conversation=conversation,
        asked_seq=1,
        answer_seq=2,
        action="answer",
        rules_version=version,
        facts={"signals": signals},
        created_at=at,
    )
    return conversation


def drawn(at: datetime, *, chance: float = 1.0, verdict: str = "", trigger: str = "") -> Review:
    """A conversation that was drawn with this probability, and what somebody said of it."""
    conversation = alone(at)
    first = ReviewRound.objects.first() or ReviewRound.objects.create(
        begins_at=at, ends_at=at, conversations=1000, drawn=100
    )
    return Review.objects.create(
        conversation=conversation,
        drawn_in=first,
        probability=chance,
        doubt=0.2,
        rules_version=1,
        began_at=at,
        verdict=verdict,
        trigger=trigger,
        at_seq=1 if trigger else None,
        judged_at=at if verdict else None,
    )
