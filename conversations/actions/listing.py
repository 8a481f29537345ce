"""What skills did, as the desk reads it."""

from typing import Literal, cast

from typing_extensions import TypedDict

from assistant.models import Action, ActionState
from assistant.skills.registry import SKILLS
from conversations import wire
from conversations.models import Conversation
from tenants import cursors
from tenants.openapi.shapes import Listed

MOST_BESIDE_A_THREAD = 20


class SkillName(TypedDict):
    """A skill by its name for programs, and the one for people."""

    name: str
    label: str


class ProvenAddress(TypedDict):
    """The e-mail address that the customer proved, and how: by the company's signature, or by a code."""

    email: str
    how: Literal["identity", "code"]


class DeedRow(TypedDict):
    """Something that a skill did to the business, or was not let do."""

    id: str
    conversation_id: str | None
    skill: SkillName
    kind: str
    """What was done, such as `refund`."""
    subject: str
    """To what, such as the number of an order."""
    state: ActionState
    amount: str | None
    """A decimal number as a text; null where no money moves."""
    currency: str
    because: str
    """The policy's words."""
    says: str
    """What the customer was told."""
    problem: str
    asked_seq: int | None
    """The customer's message that asked for it."""
    proven: ProvenAddress | None
    approved_by: str | None
    """Who agreed, where somebody had to."""
    created_at: str
    done_at: str | None


def page(*, conversation: str, state: str, limit: int, cursor: str) -> Listed[DeedRow]:
    """A page of at most `limit` actions, newest first. One query."""
    found = Action.objects.all()
    if conversation:
        found = found.filter(conversation=conversation)
    if state:
        found = found.filter(state=state)
    listed = cursors.newest_first(found, by="created_at", prefix="act", limit=limit, cursor=cursor)
    return listed.of([row(one) for one in listed.rows])


def of_conversation(conversation: Conversation) -> list[DeedRow]:
    """What was done in this conversation, newest first. One query."""
    return [row(one) for one in Action.objects.filter(conversation=str(conversation.id))[:MOST_BESIDE_A_THREAD]]


def row(action: Action) -> DeedRow:
    """One action: what, how much, why, by which skill, and what came of it."""
    return {
        "id": action.id,
        "conversation_id": action.conversation or None,
        "skill": skill(action.skill),
        "kind": action.kind,
        "subject": action.subject,
        "state": ActionState(action.state),
        "amount": None if action.amount is None else str(action.amount),
        "currency": action.currency,
        "because": action.because,
        "says": action.says,
        "problem": action.problem,
        "asked_seq": action.asked_seq or None,
        "proven": _proven(action),
        "approved_by": action.approved_by or None,
        "created_at": wire.stamp(action.created_at),
        "done_at": wire.stamp(action.done_at) if action.done_at else None,
    }


def _proven(action: Action) -> ProvenAddress | None:
    if not action.email:
        return None
    return {"email": action.email, "how": cast("Literal['identity', 'code']", action.proven_how)}


def skill(name: str) -> SkillName:
    """A skill by its name in the code, and the one that people read."""
    return {"name": name, "label": SKILLS[name].label if name in SKILLS else name}
