"""A draft of the assistant as the desk sees it."""

from typing_extensions import TypedDict

from conversations import rendering, rows, wire
from conversations.actions import listing
from conversations.models import AuthorKind, Draft, DraftKind, DraftState, Message


class AskedMessage(TypedDict):
    """The customer's message that something answers."""

    seq: int
    text: str


class DraftDeed(TypedDict):
    """What the approval of a draft does to the business."""

    kind: str
    subject: str
    amount: str | None
    """A decimal number as a text; null where no money moves."""
    currency: str
    because: str
    """The policy's words."""
    waits: str
    """Why an agent has to agree."""
    skill: listing.SkillName
    email: str | None
    """The address that the customer proved."""


class DraftRow(TypedDict):
    """What the assistant would say, for an agent to decide about."""

    id: str
    conversation_id: str
    kind: DraftKind
    """Held: the assistant's own answer. Suggested: a reply for the agent who holds the conversation."""
    state: DraftState
    text: str
    html: str
    """Safe markup, rendered by the server."""
    sources: list[wire.Source]
    confidence: float | None
    reason: str
    """Why it is held, a sentence."""
    due_at: str | None
    asked: AskedMessage
    decided_by: rows.Colleague | None
    answer_seq: int | None
    created_at: str
    act: DraftDeed | None
    """Null for one that only says something."""


def row(draft: Draft) -> DraftRow:
    """A draft with the words that it answers; asks for those unless `with_asked` loaded them."""
    asked = getattr(draft, "asked_text", None)
    if asked is None:
        asked = _asked_text(draft)
    return {
        "id": draft.id,
        "conversation_id": draft.conversation_id,
        "kind": DraftKind(draft.kind),
        "state": DraftState(draft.state),
        "text": draft.text,
        "html": rendering.html(draft.text, author_kind=AuthorKind.ASSISTANT),
        "sources": draft.sources,
        "confidence": draft.confidence,
        "reason": draft.reason,
        "due_at": wire.stamp(draft.due_at) if draft.due_at else None,
        "asked": {"seq": draft.asked_seq, "text": asked},
        "decided_by": rows.colleague(draft.decided_by),
        "answer_seq": draft.answer_seq,
        "created_at": wire.stamp(draft.created_at),
        "act": _act(draft),
    }


def _act(draft: Draft) -> DraftDeed | None:
    """What the approval does, where it does something: what, how much, why, and why an agent has to agree."""
    if draft.act is None:
        return None
    act = draft.act
    return {
        "kind": act["kind"],
        "subject": act["subject"],
        "amount": act["amount"],
        "currency": act["currency"],
        "because": act["because"],
        "waits": act["waits"],
        "skill": listing.skill(draft.skill),
        "email": act.get("email") or None,
    }


def _asked_text(draft: Draft) -> str:
    found = Message.objects.filter(conversation=draft.conversation_id, seq=draft.asked_seq)
    return found.values_list("text", flat=True).first() or ""
