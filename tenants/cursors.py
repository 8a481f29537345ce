"""Cursors of lists that are ordered by a moment and then by id: opaque texts that the list itself gave out."""

import base64
import json
from datetime import UTC, datetime

from tenants.errors import ParameterError
from tenants.ids import decode

LONGEST = 200  # letters


def pack(moment: datetime, key: str) -> str:
    """The cursor of the place after the row of this moment and id."""
    return base64.urlsafe_b64encode(json.dumps([moment.isoformat(), key]).encode()).decode()


def unpack(cursor: str, *, prefix: str) -> tuple[datetime, str]:
    """The moment and the id behind a cursor; ParameterError when no list of ids with this prefix gave it out."""
    try:
        moment, key = json.loads(base64.urlsafe_b64decode(cursor.encode()))
        decode(prefix, str(key))
        return datetime.fromisoformat(moment).astimezone(UTC), str(key)
    except (ValueError, TypeError, OverflowError) as error:
        raise ParameterError("cursor: not one that this list gave out.", param="cursor") from error
