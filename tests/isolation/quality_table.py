"""Who may call what of labels, reviews and quality, and one of each."""

from uuid import uuid4

from django.utils import timezone

from conversations.models import AuthorKind, Customer, Decision, Handover, HandoverLabel, Message, Review, ReviewRound
from tests import cast
from tests.isolation.row import Row, Who


def rows() -> list[Row]:
    """Everybody of the desk sees how good the handovers are; agents say it."""
    label, review = "/api/v1/conversations/{labelled_talk}/handover/label", "/api/v1/reviews/{review}"
    behind = "/api/v1/rules/quality/conversations?kind=labelled"
    missed, says = {"verdict": "missed", "trigger": "anger", "at_seq": 1}, "quality:write"
    return [
        Row("PUT", label, Who.AGENT, says, body={"verdict": "too_late", "trigger": "anger"}),
        Row("PUT", label, Who.AGENT, says, body={"verdict": "right", "handover_id": "{handover}"}),
        Row("DELETE", f"{label}?handover_id={{handover}}", Who.AGENT, says),
        Row("GET", "/api/v1/reviews", Who.VIEWER, "quality:read"),
        Row("PUT", review, Who.AGENT, says, body=missed),
        Row("PUT", review, Who.AGENT, says, body={"verdict": None}),
        Row("GET", "/api/v1/rules/quality", Who.VIEWER, "rules:read"),
        Row("GET", behind, Who.VIEWER, "conversations:read"),
    ]


def things(told: str) -> dict[str, str]:
    """A handover with a label, and a conversation that was drawn for review; all words are `told`."""
    customer = Customer.objects.create(name=told)
    now = timezone.now()
    talk = cast.says(customer, told)
    decided = Decision.objects.create(
        conversation=talk, asked_seq=1, action="handover", trigger="loop", rules_version=1, facts={}
    )
    handover = Handover.objects.create(conversation=talk, decision=decided, reason=told, card={})
    HandoverLabel.objects.create(handover=handover, verdict="right")
    made = ReviewRound.objects.create(begins_at=now, ends_at=now, conversations=1, drawn=1)
    other = cast.says(Customer.objects.create(name=told), told)
    Message.objects.create(conversation=other, seq=80, author_kind=AuthorKind.CUSTOMER, text=told, client_id=uuid4())
    drawn = Review.objects.create(
        conversation=other, drawn_in=made, probability=1, doubt=0, rules_version=1, began_at=now
    )
    return {"labelled_talk": str(talk.id), "handover": str(handover.id), "review": str(drawn.id)}
