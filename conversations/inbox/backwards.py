"""The log read from its end: whoever opens a long conversation sees its newest words first."""

from typing import Any

from conversations import queries, wire
from conversations.models import Conversation

Json = dict[str, Any]


def page(conversation: Conversation, before_seq: int, *, limit: int) -> Json:
    """The end of the log before a seq, and where the conversation stood when it was read.

    What changed before the page is not in it, so a reader who has nothing else begins with `conversation`.
    """
    data, more = queries.events_before(conversation, before_seq, limit=limit)
    return {
        "data": data,
        "has_more": more,
        "next_cursor": str(data[0]["seq"]) if more else None,
        "conversation": {
            "seq": conversation.seq,
            "status": conversation.status,
            "control": wire.control(conversation),
        },
    }
