"""The OpenAPI 3.1 document of a URL configuration: its operations, shapes, and ways to say who one is."""

import threading
from functools import cache
from importlib import import_module
from typing import Any

from django.conf import settings
from drf_spectacular.generators import SchemaGenerator

from tenants.openapi import naming, outgoing, polls
from tenants.openapi.describing import Describing, errors
from tenants.openapi.headers import HEADERS
from tenants.openapi.shapes import Schema

TITLE = "Baton"
ABOUT = "Conversations between customers, an assistant and people, and all that belongs to them."
ROOT = "/api/v1"
SECURITY: dict[str, Schema] = {
    "token": {
        "type": "http",
        "scheme": "bearer",
        "description": "An API token, `baton_…`, with the scope that the operation names.",
    },
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": "sessionid",
        "description": "A person who signed in; what changes something needs the CSRF token too.",
    },
    "visitor": {
        "type": "http",
        "scheme": "bearer",
        "description": "The token that `POST /widget/hello` gives to a customer's browser.",
    },
    "mail_server": {
        "type": "http",
        "scheme": "bearer",
        "description": "The secret that the mail server shares with Baton.",
    },
}
_making = threading.Lock()  # the library that reads the views is not made for two at once


def whole() -> Schema:
    """The document of a company's host. Made once in a process, by one thread; it takes a second or more."""
    with _making:
        return _whole()


@cache
def _whole() -> Schema:
    generator = SchemaGenerator(urlconf=settings.ROOT_URLCONF)  # type: ignore[no-untyped-call]
    made: Schema = _without_marks(generator.get_schema(public=True))  # type: ignore[no-untyped-call]
    responses = errors(Describing.shapes)
    addresses = import_module(settings.ROOT_URLCONF)
    told = outgoing.webhooks(addresses.webhooks, Describing.shapes)
    paths = {**made["paths"], **polls.paths(addresses.polls, Describing.shapes)}
    schemas = {**made.get("components", {}).get("schemas", {}), **Describing.shapes.named}
    return {
        "openapi": "3.1.0",
        "info": {"title": TITLE, "version": "1", "description": ABOUT},
        "servers": [{"url": ROOT}],
        "paths": _named({path.removeprefix(ROOT): item for path, item in paths.items()}, schemas),
        "webhooks": told,
        "components": {
            "schemas": dict(sorted(schemas.items())),
            "responses": responses,
            "headers": HEADERS,
            "securitySchemes": SECURITY,
        },
    }


def operations(document: Schema) -> list[tuple[str, str, dict[str, Any]]]:
    """Each operation with its method in capitals and its path, in the document's order."""
    return [(method.upper(), path, said) for path, item in document["paths"].items() for method, said in item.items()]


def _without_marks(said: Any) -> Any:
    """The same without what the library notes for itself."""
    if isinstance(said, list):
        return [_without_marks(one) for one in said]
    if isinstance(said, dict):
        return {name: _without_marks(one) for name, one in said.items() if name != "x-spec-enum-id"}
    return said


def _named(paths: Schema, schemas: Schema) -> Schema:
    """The paths with the name of each operation, which only all of them together give."""
    all_of_them = [(method, path) for path, item in paths.items() for method in item]
    known = naming.names(all_of_them, lists={key for key in all_of_them if _is_list(paths[key[1]][key[0]], schemas)})
    return {
        path: {method: {**said, "operationId": known[method, path]} for method, said in item.items()}
        for path, item in paths.items()
    }


def _is_list(said: Schema, schemas: Schema) -> bool:
    """Whether the answer is an object with a list as its `data`."""
    answer = said["responses"].get("200", {}).get("content", {}).get("application/json", {}).get("schema", {})
    shape = schemas.get(answer.get("$ref", "").rpartition("/")[2], {})
    return bool(shape.get("properties", {}).get("data", {}).get("type") == "array")
