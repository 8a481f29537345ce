"""Episodes as the measuring would write them, by hand."""

from datetime import datetime, timedelta
from typing import Any

from conversations.models import Conversation, EndedBy, Episode, Part
from tests import cast

HOUR = timedelta(hours=1)


def episode(began: datetime, *, lasted: timedelta | None = HOUR, **fields: Any) -> Episode:
    """One that the assistant had alone and a person of nobody's acquaintance; `lasted` None: it goes on."""
    ended = None if lasted is None else began + lasted
    told = {
        "number": 1,
        "channel": "widget",
        "language": "en",
        "part": Part.ASSISTANT,
        "ended_by": EndedBy.SILENCE if ended else "",
        "row_at": began,
        **fields,
    }
    return Episode.objects.create(began_at=began, ended_at=ended, **told)


def of_conversation(name: str, began: datetime, **fields: Any) -> Episode:
    """One of a conversation that is there, of a customer of that name."""
    talk: Conversation = cast.says(cast.customer(name), "Where is my parcel?")
    return episode(began, conversation=talk, **fields)
