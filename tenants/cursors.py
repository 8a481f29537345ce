"""Cursors of lists that are ordered by a moment and then by id: opaque texts that the list itself gave out.

Each carries a mark of its company and its list, so that it opens no other; no list looks further than that.
"""

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from hmac import compare_digest
from typing import Any, Generic, TypeVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext, gettext_noop

from tenants import current
from tenants.errors import ParameterError
from tenants.ids import decode
from tenants.openapi.shapes import Listed

LONGEST = 200  # letters
NOT_OURS = gettext_noop("cursor: not one that this list gave out.")
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
    of = f"{rows.model._meta.label_lower}.{by}"
    if cursor:
        at, key = unpack(cursor, prefix=prefix, of=of)
        rows = rows.filter(Q(**{f"{by}__lt": at}) | Q(**{by: at}, pk__lt=key))
    found = list(rows[: limit + 1])
    shown = found[:limit]
    return Page(shown, pack(getattr(shown[-1], by), str(shown[-1].pk), of=of) if len(found) > limit else None)


def newest_ids_first(rows: QuerySet[Row], *, limit: int, cursor: str) -> Page[Row]:
    """A page of rows that are ordered by their id alone, the newest first. One query.

    ParameterError for a cursor that no list of such rows gave out.
    """
    of = rows.model._meta.label_lower
    try:
        found = list(rows.filter(pk__lt=opened(of, cursor)[0])[: limit + 1] if cursor else rows[: limit + 1])
    except (ValidationError, IndexError) as error:
        raise ParameterError(gettext(NOT_OURS), param="cursor") from error
    return Page(found[:limit], marked(of, [str(found[limit - 1].pk)]) if len(found) > limit else None)


def pack(moment: datetime, key: str, *, of: str = "") -> str:
    """The cursor of the place after the row of this moment and id, in the list called `of`."""
    return marked(of, [moment.isoformat(), key])


def unpack(cursor: str, *, prefix: str, of: str = "") -> tuple[datetime, str]:
    """The moment and the id behind a cursor; ParameterError when no list of ids with this prefix gave it out."""
    try:
        moment, key = opened(of, cursor)
        decode(prefix, str(key))
        return datetime.fromisoformat(moment).astimezone(UTC), str(key)
    except (ValueError, TypeError, OverflowError) as error:
        raise ParameterError(gettext(NOT_OURS), param="cursor") from error


def marked(of: str, values: Sequence[Any]) -> str:
    """The cursor with these values in the list called `of`, for the tenant entered now."""
    return base64.urlsafe_b64encode(json.dumps([*values, _mark(of, values, settings.SECRET_KEY)]).encode()).decode()


def opened(of: str, cursor: str) -> list[Any]:
    """What is in a cursor of the list called `of`; ParameterError for any other text, list or tenant."""
    try:
        found: list[Any] = json.loads(base64.urlsafe_b64decode(cursor.encode()))
        *values, mark = found
    except (ValueError, TypeError, RecursionError) as error:
        raise ParameterError(gettext(NOT_OURS), param="cursor") from error
    told, keys = str(mark).encode(errors="replace"), (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    if not any(compare_digest(told, _mark(of, values, key).encode()) for key in keys):
        raise ParameterError(gettext(NOT_OURS), param="cursor")
    return values


def _mark(of: str, values: Sequence[Any], secret: str) -> str:
    told = json.dumps([current.schema_name(), of, *values]).encode()
    key = blake2b(secret.encode(), digest_size=32, person=b"baton.cursor").digest()
    return blake2b(told, key=key, digest_size=9).hexdigest()
