"""The two long polls, as the document of the interface tells of them."""

from typing import Any

from typing_extensions import TypedDict

from conversations.polling import LONGEST_WAIT
from conversations.wire import LogEntry
from tenants import wholes
from tenants.openapi.polls import Poll

AFTER: dict[str, Any] = {
    "type": "integer",
    "minimum": 0,
    "maximum": wholes.LARGEST,
    "default": 0,
    "description": "The `seq` of the last entry that is known.",
}
WAIT: dict[str, Any] = {
    "type": "integer",
    "minimum": 0,
    "maximum": LONGEST_WAIT,
    "default": 0,
    "description": "How many seconds to wait when there is nothing yet.",
}


class Updates(TypedDict):
    """What came since."""

    events: list[LogEntry]
    hints: list[dict[str, Any]]
    """Frames as on the socket that are no entries of the log: what changed, who types, parts of an answer."""
    has_more: bool


class WidgetEvents(Updates):
    """What came since in the visitor's conversation."""

    conversation_id: str | None


DESCRIBED = {
    "/api/v1/updates": Poll(
        summary="Wait for what a desk socket would bring",
        description="For networks that block sockets. The log of the watched conversation after `after_seq` comes at "
        "once; without anything new the answer waits for it.",
        security=("session",),
        query={
            "conversation_id": {"type": "string", "default": "", "description": "Whose log is watched; none if empty."},
            "after_seq": AFTER,
            "wait": WAIT,
        },
        answer=Updates,
    ),
    "/api/v1/widget/events": Poll(
        summary="Wait for what the visitor's socket would bring",
        description="For networks that block sockets. A visitor without a conversation waits three seconds at most.",
        security=("visitor",),
        query={"after_seq": AFTER, "wait": WAIT},
        answer=WidgetEvents,
    ),
}
