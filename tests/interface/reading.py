"""What the views' own code says, beside what they declare: read from their source, without running it."""

import ast
import inspect
import textwrap
from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from rest_framework.views import APIView

METHODS = ("get", "post", "put", "patch", "delete")
READERS = {"parsed", "body"}  # of agents.rest.asking and conversations.settings.forms


def views() -> Iterator[tuple[str, Any]]:
    """Every view below /api/v1/ with its route, function or class."""
    for route, view in _routes(get_resolver("config.urls").url_patterns):
        if route.startswith("api/v1/"):
            yield route, getattr(view, "cls", view)


def methods() -> Iterator[tuple[str, str, Any]]:
    """Every method of every class of views: route, its name in small letters, the function."""
    for route, view in views():
        if isinstance(view, type) and issubclass(view, APIView):
            for name in METHODS:
                if hasattr(view, name):
                    yield route, name, getattr(view, name)


def forms_read(method: Any) -> set[str]:
    """The names of the forms by which a method reads its body or query."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(method)))
    return {name for call in ast.walk(tree) if isinstance(call, ast.Call) for name in _forms(call)}


def covered_by(method: Any, parts: set[str]) -> set[str]:
    """The names of those forms read by the method all of whose fields are among the parts of its multipart form."""
    known = vars(inspect.getmodule(method))
    found: set[str] = set()
    for name in forms_read(method):
        homes = [known, *(vars(one) for one in known.values() if inspect.ismodule(one))]
        form = next((home[name] for home in homes if name in home), None)
        if form is not None and set(form().fields) <= parts:
            found.add(name)
    return found


def _forms(call: ast.Call) -> Iterator[str]:
    reader = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if reader in READERS:
        for given in call.args:
            name = given.attr if isinstance(given, ast.Attribute) else getattr(given, "id", "")
            if name[:1].isupper():
                yield name


def _routes(patterns: list[Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern):
            yield route, pattern.callback
