"""The addresses that there are, to hold against the table."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from tests.isolation.row import Row

NAMED = re.compile(r"<[^>]*>|\{[^}]*\}")
ONE_OF = re.compile(r"\(\?P<[^>]*>([^)|]*)\)")


def addresses(urlconf: str) -> set[str]:
    """Every address of a URL configuration, with {} for what varies."""
    return {_plain("/" + route) for route in _routes(get_resolver(urlconf).url_patterns)}


def told(rows: Iterable[Row]) -> dict[str, set[str]]:
    """The methods of each address in the table."""
    known: dict[str, set[str]] = {}
    for row in rows:
        known.setdefault(plain_of(row), set()).add(row.method)
    return known


def plain_of(row: Row) -> str:
    """The row's address with {} for what varies."""
    return _plain(row.address.partition("?")[0])


def _plain(address: str) -> str:
    return NAMED.sub("{}", ONE_OF.sub(r"\1", address).replace("^", "").removesuffix("$"))


def _routes(patterns: list[Any], before: str = "") -> Iterator[str]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern):
            yield route
