"""Cursors of lists that are ordered by a moment and then by id: opaque texts that the list itself gave out."""

import base64
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet

from tenants.errors import ParameterError
from tenants.ids import decode
from tenants.openapi.shapes import Listed

LONGEST = 200  # letters
NOT_OURS = "cursor: not one that this list gave out."
Row = TypeVar("Row", bound=Model)
Shown = TypeVar("Shown")


@dataclass(frozen=True)
class Page(Generic[Row]):
    """Some rows of a list, and the cursor of the next page; None on the last one."""

    rows: list[Row]
    next_cursor: str | None

    def of(self, data: list[Shown]) -> Listed[Shown]:
        """What a list answers, with `data` for these rows."""
        return {"data": data, "has_more": self.next_cursor is not None, "next_cursor": self.next_cursor}


def newest_first(rows: QuerySet[Row], *, by: str, prefix: str, limit: int, cursor: str) -> Page[Row]:
    """A page of rows that are ordered by the moment `by` and then by id, the newest first. One query.

    ParameterError for a cursor that no list of ids with this prefix gave out.
    """
    if cursor:
        at, key = unpack(cursor, prefix=prefix)
        rows = rows.filter(Q(**{f"{by}__lt": at}) | Q(**{by: at}, pk__lt=key))
    found = list(rows[: limit + 1])
    shown = found[:limit]
    return Page(shown, pack(getattr(shown[-1], by), str(shown[-1].pk)) if len(found) > limit else None)


def newest_ids_first(rows: QuerySet[Row], *, limit: int, cursor: str) -> Page[Row]:
    """A page of rows that are ordered by their id alone, the newest first. One query; ParameterError for no such id."""
    try:
        found = list(rows.filter(pk__lt=cursor)[: limit + 1] if cursor else rows[: limit + 1])
    except ValidationError as error:
        raise ParameterError(NOT_OURS, param="cursor") from error
    return Page(found[:limit], str(found[limit - 1].pk) if len(found) > limit else None)


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
        raise ParameterError(NOT_OURS, param="cursor") from error
