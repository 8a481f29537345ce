"""The row of a conversation, read and written with SQL that is put together once.

Every message reads and writes one; having the ORM build both statements anew took a third of a
message's processor time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Field, Model

from agents.models import Agent, Team
from conversations.models import Conversation, Customer, SlaBook
from conversations.webhooks import events
from tenants import current, ids

NAMED: Mapping[str, type[Model]] = {"customer": Customer, "agent": Agent, "team": Team, "offered_to": Agent}
Values = dict[str, Any]


@dataclass(frozen=True)
class _Part:
    """A model's columns within the joined row; `converters` are those of its fields that need one, by place."""

    model: type[Model]
    alias: str
    begins: int
    names: tuple[str, ...]
    columns: tuple[str, ...]
    converters: tuple[tuple[int, Any], ...]

    def read(self, row: Sequence[Any]) -> Model | None:
        """The instance, or None when the join found nothing."""
        values = list(row[self.begins : self.begins + len(self.names)])
        if values[0] is None:
            return None
        for place, convert in self.converters:
            values[place] = convert(values[place], None, current.connection)
        return self.model.from_db("default", self.names, values)


def load(conversation_id: str) -> Conversation:
    """The conversation with its customer, agent, team and the agent it is offered to; Conversation.DoesNotExist."""
    with current.connection.cursor() as cursor:
        cursor.execute(_load(), [ids.decode("conv", conversation_id)])
        row = cursor.fetchone()
    found = None if row is None else read(row)
    if found is None:
        raise Conversation.DoesNotExist
    return found


def read(row: Sequence[Any]) -> Conversation | None:
    """The conversation, with whom it names, in a row of `columns()`; None when the join found none."""
    first, *others = _parts()
    conversation = first.read(row)
    if not isinstance(conversation, Conversation):
        return None
    conversation.sla_version, conversation.webhook_types = row[-2:]
    for name, part in zip(NAMED, others, strict=True):
        named, relation = part.read(row), _relation(name)
        setattr(conversation, relation.attname, None if named is None else named.pk)
        relation.set_cached_value(conversation, named)
    return conversation


@cache
def columns() -> str:
    """What `read` wants of a statement in which the conversation is called `it`, joined by `joins`."""
    named = [f'"{part.alias}"."{column}"' for part in _parts() for column in part.columns]
    return ", ".join([*named, "sla.version", "webhooks.types"])


@cache
def joins(schema: str = "") -> str:
    """The joins of a statement that selects `columns`; `schema` is what stands before each table's name."""
    named = [
        f'LEFT JOIN {schema}{model._meta.db_table} AS "{name}" ON "{name}".id = it.{name}_id'
        for name, model in NAMED.items()
    ]
    beside = (
        f"LEFT JOIN {schema}{SlaBook._meta.db_table} AS sla ON TRUE",
        f"CROSS JOIN (SELECT {events.HEARD.format(schema=schema)} AS types) AS webhooks",
    )
    return " ".join([*named, *beside])


def values(conversation: Conversation) -> Values:
    """The values of all columns, to compare with later."""
    return {field.attname: getattr(conversation, field.attname) for field in _fields(Conversation)}


def changes(conversation: Conversation, before: Values) -> Values:
    """The columns that differ from `before`, each with its value as the database takes it."""
    now, mine = values(conversation), connections[DEFAULT_DB_ALIAS]  # looked up once, not by each field
    return {
        field.column: field.get_db_prep_save(now[field.attname], mine)
        for field in _fields(Conversation)
        if now[field.attname] != before[field.attname]
    }


def save(conversation: Conversation, before: Values) -> None:
    """Write the columns that differ from `before`, in one statement; at least one must."""
    changed = changes(conversation, before)
    with current.connection.cursor() as cursor:
        cursor.execute(_update(tuple(changed)), [*changed.values(), ids.decode("conv", conversation.id)])


@cache
def _fields(model: type[Model]) -> "tuple[Field[Any, Any], ...]":
    first, *others = model._meta.concrete_fields
    return first, *others


@cache
def _relation(name: str) -> Any:
    return Conversation._meta.get_field(name)


@cache
def _load() -> str:
    return f"SELECT {columns()} FROM {Conversation._meta.db_table} AS it {joins()} WHERE it.id = %s"  # noqa: S608


@cache
def _parts() -> tuple[_Part, ...]:
    parts: list[_Part] = []
    models: Mapping[str, type[Model]] = {"it": Conversation, **NAMED}
    for alias, model in models.items():
        begins = parts[-1].begins + len(parts[-1].columns) if parts else 0
        parts.append(_part(model, alias, begins))
    return tuple(parts)


def _part(model: type[Model], alias: str, begins: int) -> _Part:
    fields = _fields(model)
    converters = [
        (place, convert)
        for place, field in enumerate(fields)
        if (convert := getattr(_stored_as(field), "from_db_value", None)) is not None
    ]
    names, columns = [field.attname for field in fields], [field.column for field in fields]
    return _Part(model, alias, begins, tuple(names), tuple(columns), tuple(converters))


def _stored_as(field: Any) -> Any:
    """What a key that leads elsewhere is stored as; those in NAMED are read with what they lead to."""
    return field.target_field if field.is_relation and field.name not in NAMED else field


@cache
def _update(columns: tuple[str, ...]) -> str:
    table = Conversation._meta.db_table
    changes = ", ".join(f'"{column}" = %s' for column in columns)
    return f"UPDATE {table} SET {changes} WHERE id = %s"  # noqa: S608
