"""Measures conversations as they change, and says how far it is; the one writer of episodes."""

from datetime import datetime, timedelta
from typing import NamedTuple

from conversations.models import Measuring, ToMeasure
from tenants import current, ids

METHOD = 1  # rises with each change of what is measured: then all conversations are measured anew
MARGIN = timedelta(minutes=1)  # longer than a change takes from its time stamp to its commit

# Both halves of the index by updated_at, each with what makes it one.
CHANGED = """
    SELECT c.id FROM (
        SELECT id, updated_at FROM conversations_conversation WHERE updated_at > %(since)s AND status <> 'resolved'
        UNION ALL
        SELECT id, updated_at FROM conversations_conversation WHERE updated_at > %(since)s AND status = 'resolved'
    ) c
    WHERE NOT EXISTS (
        SELECT 1 FROM conversations_episode e
        WHERE e.conversation_id = c.id AND e.row_at = c.updated_at
    )
"""
WAITING = f"""
    SELECT count(*) FROM ({CHANGED} UNION SELECT conversation_key FROM conversations_tomeasure) waiting
"""  # noqa: S608  constants alone


class Until(NamedTuple):
    """All that happened before `measured_until` is measured, apart from `waiting` conversations; None: nothing yet."""

    measured_until: datetime | None
    waiting: int


def touch(conversation_id: str) -> None:
    """Let the conversation be measured anew, for a change that its row does not show; in the transaction of the change.

    No lock is taken, and the conversation may be gone already.
    """
    ToMeasure.objects.create(conversation_key=ids.decode("conv", conversation_id))


def until() -> Until:
    """How far the measuring is. Two queries."""
    state = Measuring.objects.filter(pk=1).first() or Measuring()
    if state.method != METHOD or state.watermark is None:
        return Until(state.watermark, state.of - state.done)
    with current.connection.cursor() as cursor:
        cursor.execute(WAITING, {"since": state.watermark - MARGIN})
        return Until(state.watermark, int(cursor.fetchone()[0]))
