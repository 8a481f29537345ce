"""Holds every answer of the REST interface, in whichever test it is given, against the document of the interface."""

import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any

import jsonschema_rs
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from tenants.openapi import document
from tenants.openapi.shapes import AT, Schema

OURS = "/api/v1/"
NAMED = "urn:baton#/$defs/"
CONVERTER = re.compile(r"<\w+:")


class UndocumentedError(AssertionError):
    """An operation answered what the document does not say."""


class Described:
    """A middleware for tests alone: an answer that the document does not know fails the test."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as the application does, and look at it."""
        response = self.get_response(request)
        if request.path.startswith(OURS):
            check(request, response)
        return response


def check(request: HttpRequest, response: HttpResponse) -> None:
    """UndocumentedError where the status or the body is not one that the document names for the operation."""
    said = _operation(request) if "baton.tenant" in request.META else None  # else the host is no company's
    if said is None or response.status_code == 405:
        return
    kind = response.get("Content-Type", "").partition(";")[0]
    place = f"{request.method} {request.path} answered {response.status_code}"
    content = b"" if response.streaming else response.content
    _hold(said, place, status=response.status_code, kind=kind, content=content)


def check_poll(path: str, *, status: int, content: bytes) -> None:
    """UndocumentedError where a long poll answered what the document does not name."""
    said = document.whole()["paths"][path.removeprefix(document.ROOT)]["get"]
    _hold(said, f"GET {path} answered {status}", status=status, kind="application/json", content=content)


def _hold(said: dict[str, Any], place: str, *, status: int, kind: str, content: bytes) -> None:
    answer = said["responses"].get(str(status))
    if answer is None:
        raise UndocumentedError(f"{place}, which the document does not name.")
    if "$ref" in answer:
        answer = document.whole()["components"]["responses"][answer["$ref"].rpartition("/")[2]]
    kinds = answer.get("content", {})
    if kind != "application/json":
        if kinds and kind not in kinds:
            raise UndocumentedError(f"{place} as {kind or 'nothing'}, and the document says {list(kinds)}.")
        return
    if kind not in kinds:
        raise UndocumentedError(f"{place} with a body, and the document says none.")
    wrong = next(iter(validator(kinds[kind]["schema"]).iter_errors(json.loads(content))), None)
    if wrong is not None:
        raise UndocumentedError(f"{place}: {wrong.instance_path}: {wrong.message[:600]}")


def _operation(request: HttpRequest) -> dict[str, Any] | None:
    try:
        route = CONVERTER.sub("<str:", resolve(request.path, getattr(request, "urlconf", None)).route)
    except Resolver404:
        return None
    method = "get" if request.method == "HEAD" else str(request.method).lower()
    said: dict[str, Any] | None = _by_route().get(route, {}).get(method)
    return said


@cache
def _by_route() -> dict[str, Any]:
    """The operations by the pattern of their path in the URL configuration."""
    paths = document.whole()["paths"]
    return {_as_route(path): item for path, item in paths.items()}


def _as_route(path: str) -> str:
    return document.ROOT.lstrip("/") + path.replace("{", "<str:").replace("}", ">")


def validator(schema: Schema) -> jsonschema_rs.Draft202012Validator:
    """Holds a value against a schema of the document."""
    return _validator(json.dumps(schema))


@cache
def _validator(schema: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(_closed(json.loads(schema.replace(AT, NAMED))), registry=_registry())


@cache
def _registry() -> jsonschema_rs.Registry:
    """The named shapes, as nothing but what they name."""
    named = json.dumps({"$defs": _closed(document.whole()["components"]["schemas"])}).replace(AT, NAMED)
    return jsonschema_rs.Registry([(NAMED.partition("#")[0], json.loads(named))])


def _closed(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: _closed(one) for key, one in schema.items()}
    if isinstance(closed.get("properties"), dict) and "additionalProperties" not in closed:
        closed["additionalProperties"] = False
    return closed
