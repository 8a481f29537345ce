"""Whether a held draft still stands; the log asks at the end of every change of a conversation."""

from typing import Any

from django.utils import timezone

from conversations import deadlines, events
from conversations.models import Conversation, Draft, DraftKind, DraftState, Holder, Status

Values = dict[str, Any]
SAME = ("epoch", "last_customer_seq")


def keep(conversation: Conversation, before: Values) -> None:
    """Let go of the draft that was held when the row was `before`, if the conversation went on since."""
    if before["draft_due_at"] is None or _stands(conversation, before):
        return
    conversation.draft_due_at = None
    held = conversation.drafts.filter(kind=DraftKind.HELD, state=DraftState.WAITING)
    for draft in held:  # one at most
        close(draft, DraftState.SUPERSEDED)
    if conversation.holder == Holder.ASSISTANT and conversation.unanswered_since is not None:
        # The customer's first words are as old as the draft was: the deadline must leave room for the next turn.
        waited = timezone.now() - conversation.unanswered_since
        conversation.steps = int(waited / deadlines.ANSWER) + 1


def close(draft: Draft, state: DraftState) -> None:
    """The draft waits no more; its conversation is locked."""
    draft.state, draft.decided_at = state, timezone.now()
    draft.save()
    events.publish(events.of_draft(draft))


def _stands(conversation: Conversation, before: Values) -> bool:
    return (
        conversation.draft_due_at is not None
        and conversation.unanswered_since is not None
        and conversation.status != Status.RESOLVED
        and all(getattr(conversation, name) == before[name] for name in SAME)
    )
