"""What skills did, as the desk reads it."""

from typing import Any

from assistant.models import Action
from assistant.skills.registry import SKILLS
from conversations import wire
from conversations.models import Conversation
from tenants import cursors

Json = dict[str, Any]
MOST_BESIDE_A_THREAD = 20


def page(*, conversation: str, state: str, limit: int, cursor: str) -> Json:
    """A page of at most `limit` actions, newest first. One query."""
    found = Action.objects.all()
    if conversation:
        found = found.filter(conversation=conversation)
    if state:
        found = found.filter(state=state)
    listed = cursors.newest_first(found, by="created_at", prefix="act", limit=limit, cursor=cursor)
    return listed.of([row(one) for one in listed.rows])


def of_conversation(conversation: Conversation) -> list[Json]:
    """What was done in this conversation, newest first. One query."""
    return [row(one) for one in Action.objects.filter(conversation=str(conversation.id))[:MOST_BESIDE_A_THREAD]]


def row(action: Action) -> Json:
    """One action: what, how much, why, by which skill, and what came of it."""
    return {
        "id": action.id,
        "conversation_id": action.conversation or None,
        "skill": skill(action.skill),
        "kind": action.kind,
        "subject": action.subject,
        "state": action.state,
        "amount": None if action.amount is None else str(action.amount),
        "currency": action.currency,
        "because": action.because,
        "says": action.says,
        "problem": action.problem,
        "asked_seq": action.asked_seq or None,
        "proven": {"email": action.email, "how": action.proven_how} if action.email else None,
        "approved_by": action.approved_by or None,
        "created_at": wire.stamp(action.created_at),
        "done_at": wire.stamp(action.done_at) if action.done_at else None,
    }


def skill(name: str) -> Json:
    """A skill by its name in the code, and the one that people read."""
    return {"name": name, "label": SKILLS[name].label if name in SKILLS else name}
