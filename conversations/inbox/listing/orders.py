"""The orders of the list, and the cursors by which it is paged: opaque texts that the list itself gave out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext

from conversations import queue
from conversations.models import Conversation
from tenants import cursors, ids
from tenants.errors import ParameterError


@dataclass(frozen=True)
class Order:
    """By these columns, the last of which is the id; all of them down, or all up."""

    name: str
    columns: tuple[str, ...]
    down: bool = False

    def of(self, rows: QuerySet[Conversation], after: Sequence[Any] | None) -> QuerySet[Conversation]:
        """The rows in this order, from the place after the one of the cursor on."""
        ranked = rows.annotate(turn_at=queue.TURN_AT) if "turn_at" in self.columns else rows
        if after is not None:
            ranked = ranked.filter(self._beyond(after))
        sign = "-" if self.down else ""
        return ranked.order_by(*[f"{sign}{column}" for column in self.columns])

    def cursor(self, row: Conversation) -> str:
        """The cursor of the place after this row."""
        values = [getattr(row, column) for column in self.columns]
        plain = [value.isoformat() if isinstance(value, datetime) else value for value in values]
        return pack(self.name, plain)

    def read(self, cursor: str) -> list[Any] | None:
        """The values behind a cursor; None for none, ParameterError for one that this list did not give out."""
        if not cursor:
            return None
        values = unpack(self.name, cursor)
        if len(values) != len(self.columns):
            raise ParameterError(gettext(cursors.NOT_OURS), param="cursor")
        try:
            return [_value(column, value) for column, value in zip(self.columns, values, strict=True)]
        except (ValueError, TypeError) as error:
            raise ParameterError(gettext(cursors.NOT_OURS), param="cursor") from error

    def _beyond(self, after: Sequence[Any]) -> Q:
        """Past these values; the first column is bounded by itself, too, which an index can use."""
        way = "lt" if self.down else "gt"
        past, same = Q(), Q()
        for column, value in zip(self.columns, after, strict=True):
            past |= same & Q(**{f"{column}__{way}": value})
            same &= Q(**{column: value})
        return Q(**{f"{self.columns[0]}__{way}e": after[0]}) & past


NEWEST = Order("newest", ("updated_at", "id"), down=True)
WAITING = Order("waiting", ("turn_at", "id"))
DUE = Order("due", ("sla_due_at", "id"))


def pack(name: str, values: Sequence[Any]) -> str:
    """A cursor of the order with this name."""
    return cursors.marked(name, values)


def unpack(name: str, cursor: str) -> list[Any]:
    """What is in a cursor of the order with this name; ParameterError for any other text."""
    return cursors.opened(name, cursor)


def _value(column: str, value: Any) -> Any:
    return READ.get(column, datetime.fromisoformat)(value)


def _key(value: Any) -> str:
    ids.decode("conv", str(value))
    return str(value)


READ: Mapping[str, Any] = {"id": _key}
