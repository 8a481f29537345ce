"""TypedDicts as JSON Schema 2020-12: the shapes by which the type checker holds the code, and the document clients."""

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema
from typing_extensions import TypedDict

from tenants.openapi import docstrings

Schema = dict[str, Any]
Row = TypeVar("Row")
AT = "#/components/schemas/"


class Listed(TypedDict, Generic[Row]):
    """A page of a list."""

    data: list[Row]
    has_more: bool
    next_cursor: str | None
    """Give this as `cursor` to get the next page; null on the last one."""


class WithWords(GenerateJsonSchema):
    """Makes schemas that say of each field what stands under it in the source."""

    def typed_dict_schema(self, schema: core_schema.TypedDictSchema) -> JsonSchemaValue:
        """The schema of a TypedDict."""
        made = super().typed_dict_schema(schema)
        for name, words in docstrings.of(schema["cls"]).items():
            made["properties"][name] = {**made["properties"][name], "description": words}
        return made


class TwoShapesError(Exception):
    """Two different shapes have one name."""


class Shapes:
    """Collects the named shapes that the operations mention."""

    def __init__(self) -> None:
        self.named: dict[str, Schema] = {}
        self._known: dict[Any, Schema] = {}

    def schema(self, shape: Any) -> Schema:
        """The schema of any type that is plain in JSON, with names instead of each TypedDict in it.

        Raises TwoShapesError where a name stands for something else already.
        """
        try:
            known = self._known.get(shape)
        except TypeError:  # not every annotation can be a key
            return self._made(shape)
        if known is None:
            known = self._known[shape] = self._made(shape)
        return known

    def _made(self, shape: Any) -> Schema:
        adapter: TypeAdapter[Any] = TypeAdapter(list[shape])
        whole = adapter.json_schema(ref_template=AT + "{model}", schema_generator=WithWords, mode="serialization")
        found = whole.pop("$defs", {})
        plain = {name: one for name, one in found.items() if "enum" in one}
        for name, one in found.items():
            if name not in plain:
                self._add(_name(name), _tidy(one, plain))
        items: Schema = _tidy(whole["items"], plain)
        return items

    def _add(self, name: str, schema: Schema) -> None:
        if self.named.setdefault(name, schema) != schema:
            raise TwoShapesError(f"Two shapes are called {name}.")


def _name(name: str) -> str:
    """`Listed_Customer_` is the page of customers."""
    inner = name.removeprefix("Listed_")
    return name if inner == name else f"{inner.rstrip('_').replace('str', 'Text')}Page"


def _tidy(value: Any, plain: Mapping[str, Schema]) -> Any:
    """The schema without titles, with its choices in place, and with names that are good ones."""
    if isinstance(value, list):
        return [_tidy(one, plain) for one in value]
    if not isinstance(value, dict):
        return value
    if "$ref" in value:
        name = str(value["$ref"]).removeprefix(AT)
        rest = {key: one for key, one in value.items() if key != "$ref"}
        if name in plain:
            return {**{key: one for key, one in plain[name].items() if key in {"type", "enum"}}, **rest}
        return {"$ref": AT + _name(name), **rest}
    return {key: _fields(one, plain) if key == "properties" else _tidy(one, plain) for key, one in _said(value)}


def _fields(properties: Mapping[str, Any], plain: Mapping[str, Schema]) -> Schema:
    return {name: _tidy(one, plain) for name, one in properties.items()}


def _said(value: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return [(key, one) for key, one in value.items() if key != "title" or not isinstance(one, str)]
