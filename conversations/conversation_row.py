"""The row of a conversation, read and written with SQL that is put together once.

Every message reads and writes one; having the ORM build both statements anew took a third of a
message's processor time.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import Field, Model

from agents.models import Agent, Team
from conversations.models import Conversation, Customer
from tenants import current, ids

NAMED: Mapping[str, type[Model]] = {"customer": Customer, "agent": Agent, "team": Team, "offered_to": Agent}
Values = dict[str, Any]


@dataclass(frozen=True)
class _Part:
    """A model's columns within the joined row; `converters` are those of its fields that need one, by place."""

    model: type[Model]
    begins: int
    names: tuple[str, ...]
    converters: tuple[tuple[int, Any], ...]

    def read(self, row: tuple[Any, ...]) -> Model | None:
        """The instance, or None when the join found nothing."""
        values = list(row[self.begins : self.begins + len(self.names)])
        if values[0] is None:
            return None
        for place, convert in self.converters:
            values[place] = convert(values[place], None, current.connection)
        return self.model.from_db("default", self.names, values)


def load(conversation_id: str) -> Conversation:
    """The conversation with its customer, agent, team and the agent it is offered to; Conversation.DoesNotExist."""
    sql, parts = _select()
    with current.connection.cursor() as cursor:
        cursor.execute(sql, [ids.decode("conv", conversation_id)])
        row = cursor.fetchone()
    if row is None:
        raise Conversation.DoesNotExist
    conversation = parts[0].read(row)
    if not isinstance(conversation, Conversation):
        raise Conversation.DoesNotExist
    for name, part in zip(NAMED, parts[1:], strict=True):
        setattr(conversation, name, part.read(row))
    return conversation


def values(conversation: Conversation) -> Values:
    """The values of all columns, to compare with later."""
    return {field.attname: getattr(conversation, field.attname) for field in _fields(Conversation)}


def save(conversation: Conversation, before: Values) -> None:
    """Write the columns that differ from `before`, in one statement; at least one must."""
    now = values(conversation)
    changed = [field for field in _fields(Conversation) if now[field.attname] != before[field.attname]]
    told = [field.get_db_prep_save(now[field.attname], current.connection) for field in changed]
    with current.connection.cursor() as cursor:
        cursor.execute(_update(tuple(field.column for field in changed)), [*told, ids.decode("conv", conversation.id)])


@cache
def _fields(model: type[Model]) -> "tuple[Field[Any, Any], ...]":
    first, *others = model._meta.concrete_fields
    return first, *others


@cache
def _select() -> tuple[str, tuple[_Part, ...]]:
    columns: list[str] = []
    parts = [_part(Conversation, "it", columns)]
    joins = []
    for name, model in NAMED.items():
        parts.append(_part(model, name, columns))
        joins.append(f'LEFT JOIN {model._meta.db_table} AS "{name}" ON "{name}".id = it.{name}_id')
    table = Conversation._meta.db_table
    return f"SELECT {', '.join(columns)} FROM {table} AS it {' '.join(joins)} WHERE it.id = %s", tuple(parts)  # noqa: S608


def _part(model: type[Model], alias: str, columns: list[str]) -> _Part:
    fields = _fields(model)
    begins = len(columns)
    columns += [f'"{alias}"."{field.column}"' for field in fields]
    converters = [
        (place, convert)
        for place, field in enumerate(fields)
        if (convert := getattr(field, "from_db_value", None)) is not None
    ]
    return _Part(model, begins, tuple(field.attname for field in fields), tuple(converters))


@cache
def _update(columns: tuple[str, ...]) -> str:
    table = Conversation._meta.db_table
    changes = ", ".join(f'"{column}" = %s' for column in columns)
    return f"UPDATE {table} SET {changes} WHERE id = %s"  # noqa: S608
