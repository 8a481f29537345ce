"""The client: one connection pool, one token, and everything that the API can do."""

from __future__ import annotations

import random
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import httpx

from baton_client.errors import ConnectionFailedError, error_of
from baton_client.resources import Api

VERSION = "0.1.0"
AGAIN = frozenset({429, 500, 502, 503, 504})
LONGEST_WAIT = 60.0  # seconds, whatever the server asks for
Json = Mapping[str, Any]


@dataclass(frozen=True)
class Retries:
    """How often a call is tried again, and how long it waits at first; each wait is about twice the one before."""

    most: int = 3
    first_wait: float = 0.5
    sleep: Callable[[float], None] = time.sleep


class Client(Api):
    """`Client("https://acme.baton.example", token="baton_…")`.

    `agent` names the person for whom the token acts, where nothing else is said in a call. A call that fails in
    passing is tried again, and does nothing twice: each POST carries an idempotency key.
    """

    def __init__(
        self,
        host: str,
        *,
        token: str,
        agent: str | None = None,
        timeout: float = 30.0,
        retries: Retries | None = None,
        http: httpx.Client | None = None,
    ) -> None:
        self._agent = agent
        self._retries = retries or Retries()
        self._root = f"{host.rstrip('/')}/api/v1"
        self._token = token
        self._http = http or httpx.Client(timeout=timeout)
        super().__init__(self)

    def request(
        self,
        method: str,
        path: str,
        *,
        query: Json | None = None,
        body: Json | None = None,
        multipart: bool = False,
        agent: str | None = None,
        idempotency_key: str | None = None,
    ) -> Any:
        """What the API answers: JSON as it is, bytes of a file, None where there is nothing.

        Raises ApiError by its kind, ConnectionFailedError when nobody answers.
        """
        headers = self._headers(method, agent=agent or self._agent, key=idempotency_key)
        content = _multipart(body or {}) if multipart else ({} if body is None else {"json": body})
        asked = {name: value for name, value in (query or {}).items() if value is not None}
        for tried in range(self._retries.most + 1):
            last = tried == self._retries.most
            try:
                response = self._http.request(method, self._root + path, params=asked, headers=headers, **content)
            except httpx.TransportError as error:
                if last:
                    raise ConnectionFailedError(f"{method} {path}: {error}") from error
                self._retries.sleep(self._wait(tried, None))
                continue
            if response.status_code not in AGAIN or last:
                return _answer(response)
            self._retries.sleep(self._wait(tried, response.headers.get("Retry-After")))
        raise AssertionError("A call is tried at least once.")

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def __enter__(self) -> Self:
        """Closed at the end of the block."""
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        """Close."""
        self.close()

    def _headers(self, method: str, *, agent: str | None, key: str | None) -> dict[str, str]:
        made = {"Authorization": f"Bearer {self._token}", "User-Agent": f"baton-client-python/{VERSION}"}
        made |= {"Baton-Agent": agent} if agent else {}
        return made | ({"Idempotency-Key": key or str(uuid.uuid4())} if method == "POST" else {})

    def _wait(self, tried: int, asked: str | None) -> float:
        if asked is not None and asked.isdigit():
            return min(float(asked), LONGEST_WAIT)
        longest: float = min(self._retries.first_wait * 2**tried, LONGEST_WAIT)
        return longest * random.uniform(0.5, 1)  # noqa: S311  it only spreads those who wait


def _multipart(parts: Json) -> dict[str, Any]:
    """Files as files, all else as fields."""
    files = {name: value for name, value in parts.items() if isinstance(value, tuple)}
    return {"files": files, "data": {name: value for name, value in parts.items() if name not in files}}


def _answer(response: httpx.Response) -> Any:
    is_json = response.headers.get("Content-Type", "").startswith("application/json")
    if response.is_success:
        return None if not response.content else response.json() if is_json else response.content
    told = response.json().get("error", {}) if is_json else {}
    raise error_of(response.status_code, told, response.headers.get("X-Request-Id", ""))
