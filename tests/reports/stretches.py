"""Episodes as the measuring would write them, by hand."""

from datetime import datetime, timedelta
from typing import Any

from conversations.models import Conversation, EndedBy, Episode, Part
from tests import cast

HOUR = timedelta(hours=1)


def episode(began: datetime, *, lasted: timedelta | None = HOUR, **fields: Any) -> Episode:
    """One that the assistant had alone; `lasted` None: it goes on."""
    made = unsaved(began, lasted=lasted, **fields)
    made.save(force_insert=True)
    return made


def unsaved(began: datetime, *, lasted: timedelta | None = HOUR, **fields: Any) -> Episode:
    """The same, for many to be written at once."""
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
    return Episode(began_at=began, ended_at=ended, **told)


def of_conversation(name: str, began: datetime, **fields: Any) -> Episode:
    """One of a conversation that is there, of a customer of that name."""
    talk: Conversation = cast.says(cast.customer(name), "Where is my parcel?")
    return episode(began, conversation=talk, **fields)
