"""Schemas for readers: the fields of a shape, each with its kind in words and what is inside it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from config.reference import marked
from tenants.openapi.shapes import AT

DEEPEST = 4
WORDS = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "null": "null",
    "object": "object",
}
FORMATS = {"date-time": "moment", "date": "day", "uuid": "UUID", "uri": "address", "email": "e-mail address"}
Schema = Mapping[str, Any]


@dataclass(frozen=True)
class Field:
    """One field: its name, what it holds, whether it must be there, and the fields inside."""

    name: str
    kind: str
    required: bool
    about: str
    limits: str
    inside: tuple["Field", ...]


class Reading:
    """Reads schemas with the named shapes of a document at hand."""

    def __init__(self, document: Schema) -> None:
        self.named: Schema = document["components"]["schemas"]

    def fields(self, schema: Schema, *, depth: int = 0) -> tuple[Field, ...]:
        """The fields of an object, or of the objects in a list; nothing for what has none."""
        objects = [one for one in self._objects(schema) if "properties" in one]
        if depth >= DEEPEST or not objects:
            return ()
        found: dict[str, Field] = {}
        for one in objects:
            required = one.get("required", ())
            for name, inner in one["properties"].items():
                found.setdefault(name, self._field(name, inner, required=name in required, depth=depth))
        return tuple(found.values())

    def kind(self, schema: Schema) -> str:
        """What it holds, in words."""
        if "$ref" in schema:
            target = self._target(schema)
            return "object" if "properties" in target else self.kind(target)
        several = next((schema[word] for word in ("anyOf", "oneOf", "allOf") if word in schema), None)
        if several is not None:
            return _either(self.kind(one) for one in several)
        kind = schema.get("type")
        if isinstance(kind, list):
            return _either(self.kind({**schema, "type": one}) for one in kind)
        if kind == "array":
            return f"list of {_plural(self.kind(schema.get('items', {})))}"
        named = FORMATS.get(schema.get("format", "")) if kind == "string" else None
        return _choices(schema) or named or WORDS.get(str(kind), "anything")

    def _field(self, name: str, schema: Schema, *, required: bool, depth: int) -> Field:
        about = schema.get("description") or self._target(schema).get("description", "")
        inside = self.fields(schema, depth=depth + 1)
        kind = self.kind(schema).replace("text", "moment") if name.endswith("_at") else self.kind(schema)
        return Field(name, kind, required, marked.html(str(about)), _limits(schema), inside)

    def _objects(self, schema: Schema) -> list[Schema]:
        """The objects that a value may be or hold, whichever of its forms it has."""
        if "$ref" in schema:
            return self._objects(self._target(schema))
        for several in ("anyOf", "oneOf", "allOf"):
            if several in schema:
                return [inner for one in schema[several] for inner in self._objects(one)]
        if schema.get("type") == "array":
            return self._objects(schema.get("items", {}))
        rest = schema.get("additionalProperties")
        return self._objects(rest) if isinstance(rest, Mapping) else [schema]

    def _target(self, schema: Schema) -> Schema:
        found: Schema = self.named[schema["$ref"].removeprefix(AT)] if "$ref" in schema else {}
        return found


def _either(kinds: Any) -> str:
    each = list(dict.fromkeys(kinds))
    return each[0] if len(each) == 1 else f"{', '.join(each[:-1])} or {each[-1]}" if each else "anything"


def _choices(schema: Schema) -> str:
    values = schema.get("enum", [schema["const"]] if "const" in schema else [])
    return _either(f"“{one}”" if isinstance(one, str) else str(one).lower() for one in values) if values else ""


def _plural(kind: str) -> str:
    known = {*WORDS.values(), *FORMATS.values()} - {"true or false", "null"}
    return f"{kind}es" if kind.endswith("address") else f"{kind}s" if kind in known else kind


def _limits(schema: Schema) -> str:
    """How long, how large, what it is unless given."""
    said = []
    if "maxLength" in schema:
        said.append(f"at most {schema['maxLength']} characters")
    if "minimum" in schema:
        said.append(f"from {schema['minimum']}")
    if "maximum" in schema:
        said.append(f"to {schema['maximum']}")
    if "maxItems" in schema:
        said.append(f"at most {schema['maxItems']} of them")
    if schema.get("default") not in (None, "", [], {}):
        said.append(f"{json.dumps(schema['default'], ensure_ascii=False)} unless given")
    return ", ".join(said)
