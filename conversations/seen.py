"""How far the customer has read; the mark only moves forward, and never beyond the log."""

from conversations import events
from tenants import current, ids

MOVE = """
UPDATE conversations_conversation SET seen_seq = LEAST(%(seq)s, seq)
WHERE id = %(id)s AND seen_seq < LEAST(%(seq)s, seq)
RETURNING seen_seq
"""


def move(conversation_id: str, seq: int) -> None:
    """The customer of the conversation has seen its log up to `seq`; tells the desk when that is news."""
    with current.connection.cursor() as cursor:
        cursor.execute(MOVE, {"seq": seq, "id": ids.decode("conv", conversation_id)})
        moved = cursor.fetchone()
    if moved is not None:
        events.publish(events.Seen(conversation_id, {"seq": moved[0]}))
