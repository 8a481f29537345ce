"""Default deny: every address of both hosts says which right it needs, or why anybody may call it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from rest_framework.permissions import AllowAny
from rest_framework.settings import api_settings

from agents.permissions import HasRight, Nobody
from conversations.inbound.views import IsMailServer
from conversations.widget.authentication import IsVerified, IsVisitor

OTHERS = {IsVisitor, IsVerified, IsMailServer}  # who are no agents and hold no rights


def views(patterns: list[Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from views(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern):
            yield route, pattern.callback


def declares(view: Any) -> bool:
    of_rest = getattr(view, "cls", None)
    if of_rest is None:
        return any(getattr(view, name, None) for name in ("right", "open_because", "operators_only"))
    asked = set(of_rest.permission_classes)
    open_to_all = asked == {AllowAny} and bool(getattr(of_rest, "open_because", None))
    return open_to_all or (bool(asked) and all(one in OTHERS or issubclass(one, HasRight) for one in asked))


@pytest.mark.parametrize("urlconf", ["config.urls", "config.urls_public"])
def test_no_view_is_undeclared(urlconf: str) -> None:
    found = list(views(get_resolver(urlconf).url_patterns))
    assert found
    assert [route for route, view in found if not declares(view)] == []


def test_a_view_that_says_nothing_answers_nobody() -> None:
    asked: list[Any] = list(api_settings.DEFAULT_PERMISSION_CLASSES)
    assert asked == [Nobody]
