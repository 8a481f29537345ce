"""When the assistant's turn begins: once the customer has finished, and never later than they can be expected to wait.

A customer who writes four lines in a row gets one answer. There is one waiting turn for each conversation, and each
new line moves it; a turn that runs already when the customer writes again ends unsaid, for the log refuses it.
"""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from conversations import authors, events
from conversations.models import AuthorKind, Conversation
from tenants import jobs

KIND = "turn"
SETTLE = timedelta(milliseconds=settings.SETTLE_MS)
TYPING_HOLDS = timedelta(seconds=3)
LONGEST_HOLD = timedelta(seconds=8)  # from the first line that has no answer yet


def expect(conversation: Conversation, *, asked_seq: int, at_once: bool = False) -> None:
    """Let the assistant answer the message `asked_seq` once the customer was quiet for a moment."""
    now = timezone.now()
    latest = (conversation.unanswered_since or now) + LONGEST_HOLD
    jobs.write(
        KIND,
        {"conversation_id": str(conversation.id), "asked_seq": asked_seq},
        key=str(conversation.id),
        run_at=now if at_once else max(now, min(now + SETTLE, latest)),
    )
    show_typing(str(conversation.id))


def customer_types(conversation_id: str, *, active: bool) -> bool:
    """Hold the waiting turn back while the customer types on; False when no turn waits."""
    hold = TYPING_HOLDS if active else SETTLE
    return jobs.postpone(KIND, conversation_id, run_at=timezone.now() + hold, at_most=LONGEST_HOLD)


def show_typing(conversation_id: str) -> None:
    """Let the customer see that the assistant is at it."""
    author = {"kind": AuthorKind.ASSISTANT.value, "id": None, "name": authors.assistant()}
    events.publish(events.Typing(conversation_id, {"author": author, "active": True}))
