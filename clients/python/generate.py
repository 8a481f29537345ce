"""Writes the client's types and methods from the OpenAPI document: `generate.py openapi.json [--check]`.

The shapes become TypedDicts, each operation a method of the resource that its path names.
"""

import argparse
import ast
import json
import keyword
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent / "src" / "baton_client"
NOTE = '"""{}; written by generate.py from the OpenAPI document, not by hand."""\n'
PLAIN = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}
Schema = Mapping[str, Any]


def python_type(schema: Schema) -> str:
    """The annotation for a JSON Schema."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    several = next((schema[word] for word in ("anyOf", "oneOf", "allOf") if word in schema), None)
    if several is not None:
        return _union(python_type(one) for one in several)
    if "enum" in schema or "const" in schema:
        return _literal(schema.get("enum", [schema.get("const")]))
    kind = schema.get("type")
    if isinstance(kind, list):
        return _union(python_type({**schema, "type": one}) for one in kind)
    return _holder(schema) if kind in {"array", "object"} else _plain(schema)


def _literal(values: list[Any]) -> str:
    named = ", ".join(repr(one) for one in values if one is not None)
    return _union([*([f"Literal[{named}]"] if named else []), *(["None"] if None in values else [])])


def _holder(schema: Schema) -> str:
    if schema["type"] == "array":
        inner = schema.get("items", {})
        return f"list[{python_type(inner) if isinstance(inner, dict) else 'Any'}]"
    rest = schema.get("additionalProperties")
    return f"dict[str, {python_type(rest)}]" if isinstance(rest, dict) and rest else "dict[str, Any]"


def _plain(schema: Schema) -> str:
    return "Upload" if "contentMediaType" in schema else PLAIN.get(str(schema.get("type")), "Any")


def _union(types: Iterable[str]) -> str:
    each = list(dict.fromkeys(part for one in types for part in _parts(one)))
    if "Any" in each:
        return "Any"
    return " | ".join(sorted(each, key=lambda one: one == "None"))


def _parts(union: str) -> list[str]:
    """The members of a union, but not those of one in brackets."""
    return union.split(" | ") if "[" not in union else [union]


def types(document: Schema) -> str:
    """The source of all named shapes."""
    made = [NOTE.format("The shapes of what the API asks and answers"), "from __future__ import annotations\n"]
    made.append("from typing import Any, Literal, NotRequired, TypeAlias, TypedDict\n")
    for name, schema in document["components"]["schemas"].items():
        made.append(_shape(name, schema))
    return "\n".join(made)


def _shape(name: str, schema: Schema) -> str:
    properties: Mapping[str, Schema] = schema.get("properties", {})
    if schema.get("type") != "object" or not properties:
        return f"\n{name}: TypeAlias = {python_type(schema)!r}\n"
    required = set(schema.get("required", ()))
    fields = {key: _field(key, one, required) for key, one in properties.items()}
    about = _docstring(str(schema.get("description", "")), indent="    ")
    if all(key.isidentifier() and not keyword.iskeyword(key) for key in fields):
        lines = [f"    {key}: {annotation}" for key, annotation in fields.items()]
        return "\n".join(["", f"class {name}(TypedDict):", *about, "", *lines, ""])
    inner = ", ".join(f"{json.dumps(key)}: {annotation!r}" for key, annotation in fields.items())
    return f"\n{name} = TypedDict({name!r}, {{{inner}}})\n"


def _field(name: str, schema: Schema, required: set[str]) -> str:
    annotation = python_type(schema)
    return annotation if name in required else f"NotRequired[{annotation}]"


def _docstring(text: str, *, indent: str) -> list[str]:
    if not text:
        return []
    lines = text.replace("\\", "\\\\").replace('"""', "'''").splitlines()
    if len(lines) == 1:
        return [f'{indent}"""{lines[0]}"""']
    return [f'{indent}"""{lines[0]}', *(f"{indent}{line}".rstrip() for line in lines[1:]), f'{indent}"""']


@dataclass(frozen=True)
class Operation:
    """One method of a resource."""

    method: str
    path: str
    said: Schema
    name: str

    @property
    def ids(self) -> list[str]:
        """What stands in braces in the path, in its order."""
        return [part[1:-1] for part in self.path.split("/") if part.startswith("{")]


@dataclass
class Resource:
    """What the operations share in whose names all but the last word are the same."""

    words: tuple[str, ...]
    operations: list[Operation] = field(default_factory=list)
    below: dict[str, "Resource"] = field(default_factory=dict)

    @property
    def class_name(self) -> str:
        """A name for its class."""
        return "".join(word.title().replace("_", "") for word in self.words) + "Resource" if self.words else "Api"


class Writer:
    """Writes the methods; knows the document."""

    def __init__(self, document: Schema) -> None:
        self.document = document
        self.shapes: Schema = document["components"]["schemas"]

    def source(self) -> str:
        """The source of all resources."""
        root = Resource(())
        for path, item in self.document["paths"].items():
            for method, said in item.items():
                _place(root, method, path, said)
        made = [NOTE.format("The operations of the API as methods"), "from __future__ import annotations\n"]
        made.append("from builtins import list as List\nfrom typing import TYPE_CHECKING, Any, Literal, cast\n")
        made.append("from baton_client.calling import NOT_GIVEN, NotGiven, Resource, Upload, given")
        made.append("from baton_client.pages import Page\n\nif TYPE_CHECKING:")
        made.append("    from baton_client import types as shapes  # a parameter may be called types\n")
        made += [self._class(resource) for resource in _deepest_first(root)]
        return "\n".join(made)

    def _class(self, resource: Resource) -> str:
        about = "/".join(resource.words) or "everything"
        lines = ["", f"class {resource.class_name}(Resource):", f'    """Operations on {about}."""', ""]
        for word, one in resource.below.items():
            lines += ["    @property", f"    def {_identifier(word)}(self) -> {one.class_name}:"]
            lines.append(f'        """Operations on {"/".join(one.words)}."""')
            lines += [f"        return {one.class_name}(self._calls)", ""]
        for operation in resource.operations:
            lines += self._method(operation)
        if lines[-1] == "":
            lines.pop()
        return "\n".join([*lines, ""])

    def _method(self, operation: Operation) -> list[str]:
        said, ids = operation.said, operation.ids
        fields, required = self._fields(said)
        query = {one["name"]: one for one in said.get("parameters", []) if one["in"] == "query"}
        in_query = {name: _free(name, ids) for name in query}
        in_body = {name: _free(name, [*ids, *query]) for name in fields}
        asked = [(in_body[name], one, name in required) for name, one in fields.items()]
        asked += [(in_query[name], one["schema"], bool(one.get("required"))) for name, one in query.items()]
        extras = _extras(operation)
        keywords = [_parameter(*one) for one in sorted(asked, key=lambda one: not one[2])]
        keywords += [f"{extra}: str | None = None" for extra in extras]
        answers, page = self._answers(said)
        signature = ", ".join(["self", *(f"{name}: str" for name in ids), *(["*", *keywords] if keywords else [])])
        call = [f'"{operation.method.upper()}"', f'"{operation.path}"']
        call += [f"ids={{{', '.join(f'{json.dumps(name)}: {name}' for name in ids)}}}"] if ids else []
        call += [f"query=given({_pairs(in_query)})"] if query else []
        call += [f"body=given({_pairs(in_body)})"] if fields else []
        call += ["multipart=True"] if self._is_multipart(said) else []
        call += [f"{extra}={extra}" for extra in extras]
        said_here = f"self.{'_page' if page else '_call'}({', '.join(call)})"
        if answers not in {"None", "Page[Any]"}:
            said_here = f"cast({json.dumps(answers)}, {said_here})"
        does = f"        {said_here}" if answers == "None" else f"        return {said_here}"
        return [
            f"    def {_identifier(operation.name)}({signature}) -> {answers}:",
            *_docstring("\n\n".join([f"{said['summary']}.", said.get("description", "")]).strip(), indent=" " * 8),
            does,
            "",
        ]

    def _fields(self, said: Schema) -> tuple[Mapping[str, Schema], set[str]]:
        content = next(iter(said.get("requestBody", {}).get("content", {}).values()), None)
        if content is None:
            return {}, set()
        schema = self._resolved(content["schema"])
        return schema.get("properties", {}), set(schema.get("required", ()))

    def _is_multipart(self, said: Schema) -> bool:
        return "multipart/form-data" in said.get("requestBody", {}).get("content", {})

    def _answers(self, said: Schema) -> tuple[str, bool]:
        """The annotation of what comes back, and whether it is a page of a list."""
        found: list[str] = []
        for status, answer in said["responses"].items():
            if not status.startswith("2"):
                continue
            content: Mapping[str, Any] = answer.get("content", {})
            if "application/json" in content:
                found.append(_annotation(python_type(content["application/json"]["schema"])))
            else:
                found.append("bytes" if content else "None")
        pageable = any(one["name"] == "cursor" for one in said.get("parameters", []))
        if len(found) == 1 and pageable and found[0].startswith("shapes."):
            items = self.shapes[found[0].removeprefix("shapes.")].get("properties", {}).get("data", {}).get("items")
            if items is not None:
                return f"Page[{_annotation(python_type(items))}]", True
        return _union(found) or "None", False

    def _resolved(self, schema: Schema) -> Schema:
        found: Schema = self.shapes[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
        return found


def _extras(operation: Operation) -> list[str]:
    """What goes as a header: for whom the token acts, and the key of a POST."""
    headers = {one["name"] for one in operation.said.get("parameters", []) if one["in"] == "header"}
    return ["agent"] * ("Baton-Agent" in headers) + ["idempotency_key"] * (operation.method == "post")


def _parameter(name: str, schema: Schema, required: bool) -> str:  # noqa: FBT001  one of a row
    annotation = _annotation(python_type(schema))
    return f"{name}: {annotation}" if required else f"{name}: {annotation} | NotGiven = NOT_GIVEN"


def _place(root: Resource, method: str, path: str, said: Schema) -> None:
    *words, name = str(said["operationId"]).split(".")
    at = root
    for word in words:
        at = at.below.setdefault(word, Resource((*at.words, word)))
    at.operations.append(Operation(method, path, said, name))


def _deepest_first(resource: Resource) -> Iterator[Resource]:
    for one in resource.below.values():
        yield from _deepest_first(one)
    yield resource


def _annotation(made: str) -> str:
    """The annotation with the names of shapes as the module `types` has them."""
    known = {"str", "int", "float", "bool", "None", "Any", "dict", "list", "Literal", "Upload"}
    tree = ast.parse(made, mode="eval")
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id not in known:
            node.id = f"shapes.{node.id}"
        if isinstance(node, ast.Name) and node.id == "list":
            node.id = "List"  # a method may be called list
    return ast.unparse(tree)


def _free(name: str, taken: list[str]) -> str:
    """The name of a field as a parameter, apart from the path's and the query's."""
    return f"{name}_" if name in taken or name in {"agent", "idempotency_key", "self"} else _identifier(name)


def _identifier(word: str) -> str:
    plain = word.replace("-", "_").replace(".", "_")
    return f"{plain}_" if keyword.iskeyword(plain) else plain


def _pairs(named: Mapping[str, str]) -> str:
    plain = all(key.isidentifier() and not keyword.iskeyword(key) for key in named)
    if plain:
        return ", ".join(f"{key}={name}" for key, name in named.items())
    return "**{" + ", ".join(f"{json.dumps(key)}: {name}" for key, name in named.items()) + "}"


def formatted(source: str) -> str:
    """The source as the formatter of the project writes it."""
    ruff = Path(sys.executable).parent / "ruff"
    told = [str(ruff), "format", "--no-cache", "--line-length=120", "--stdin-filename=made.py", "-"]
    made: str = subprocess.run(told, input=source, capture_output=True, text=True, check=True).stdout
    return made


def main() -> int:
    """Write both modules, or with --check say whether they are what would be written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("document", type=Path)
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    document = json.loads(asked.document.read_text())
    made = {"types.py": formatted(types(document)), "resources.py": formatted(Writer(document).source())}
    if asked.check:
        old = [name for name, source in made.items() if (HERE / name).read_text() != source]
        for name in old:
            print(f"{HERE / name} is not what the document says; run `make schema`.")
        return 1 if old else 0
    for name, source in made.items():
        (HERE / name).write_text(source)
    return 0


if __name__ == "__main__":
    sys.exit(main())
