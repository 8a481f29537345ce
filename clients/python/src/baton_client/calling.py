"""How a resource calls the API: what was given goes, what was not does not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol
from urllib.parse import quote

from baton_client.pages import Page

Upload = tuple[str, bytes, str]
"""A file: its name, its bytes, its media type."""


class NotGiven:
    """Stands for a parameter that was left out; None is a value."""

    def __bool__(self) -> bool:
        """Nothing."""
        return False

    def __repr__(self) -> str:
        """As it is written."""
        return "NOT_GIVEN"


NOT_GIVEN = NotGiven()


def given(**parameters: Any) -> dict[str, Any]:
    """Those that were given."""
    return {name: value for name, value in parameters.items() if not isinstance(value, NotGiven)}


class Calls(Protocol):
    """Whatever carries a call out."""

    def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        body: Mapping[str, Any] | None = None,
        multipart: bool = False,
        agent: str | None = None,
        idempotency_key: str | None = None,
    ) -> Any:
        """What the API answers."""


class Resource:
    """Operations on one kind of thing."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    def _call(self, method: str, path: str, *, ids: Mapping[str, str] | None = None, **how: Any) -> Any:
        return self._calls.request(method, filled(path, ids or {}), **how)

    def _page(
        self,
        method: str,
        path: str,
        *,
        ids: Mapping[str, str] | None = None,
        query: dict[str, Any] | None = None,
        **how: Any,
    ) -> Page[Any]:
        def ask(cursor: str | None) -> Any:
            asked = {**(query or {}), **({} if cursor is None else {"cursor": cursor})}
            return self._calls.request(method, filled(path, ids or {}), query=asked, **how)

        return Page.of(ask(None), ask)


def filled(path: str, ids: Mapping[str, str]) -> str:
    """The path with the ids in it, whatever is in them."""
    return path.format(**{name: quote(value, safe="") for name, value in ids.items()})
