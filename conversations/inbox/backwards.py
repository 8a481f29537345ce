"""A page of the log, read onwards or from its end: whoever opens a long conversation sees its newest words first."""

from typing import cast

from typing_extensions import TypedDict

from conversations import queries, wire
from conversations.models import Conversation, Status


class LogStanding(TypedDict):
    """Where the conversation stood when its log was read."""

    seq: int
    """Of the newest entry."""
    status: Status
    control: wire.Control


class LogPage(TypedDict):
    """A part of the log, in order."""

    data: list[wire.LogEntry]
    has_more: bool
    next_cursor: str | None
    """Give this as `after_seq`, or as `before_seq` where you read backwards, to get the next page; null on the last."""
    conversation: LogStanding


def onwards(conversation: Conversation, after_seq: int, *, limit: int) -> LogPage:
    """The log after a seq, and where the conversation stood when it was read."""
    data, more = queries.events_after(conversation, after_seq, limit=limit)
    return _page(conversation, data, str(data[-1]["seq"]) if more else None)


def page(conversation: Conversation, before_seq: int, *, limit: int) -> LogPage:
    """The end of the log before a seq, and where the conversation stood when it was read.

    What changed before the page is not in it, so a reader who has nothing else begins with `conversation`.
    """
    data, more = queries.events_before(conversation, before_seq, limit=limit)
    return _page(conversation, data, str(data[0]["seq"]) if more else None)


def _page(conversation: Conversation, data: list[wire.LogEntry], next_cursor: str | None) -> LogPage:
    stands: LogStanding = {
        "seq": conversation.seq,
        "status": cast("Status", conversation.status),
        "control": wire.control(conversation),
    }
    return {"data": data, "has_more": next_cursor is not None, "next_cursor": next_cursor, "conversation": stands}
