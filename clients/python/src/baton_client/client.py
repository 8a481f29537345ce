"""The client: one connection pool, one token, and everything that the API can do."""

from __future__ import annotations

import json
import random
import re
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
UNDER_WAY = "idempotency_in_progress"  # an earlier try, whose answer was lost, is still being carried out
HOPELESS = (httpx.UnsupportedProtocol, httpx.LocalProtocolError)  # a second try would fail just so
LONGEST_WAIT = 60.0  # seconds; who is asked to wait longer is told so at once
TOKEN = re.compile(r"[!-~]+")
OF_THIS_MACHINE = re.compile(r"http://([a-z0-9.-]+\.localhost)(:[0-9]+)?", re.IGNORECASE)
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
    passing is tried again, and does nothing twice: each POST carries an idempotency key, the same in every try.
    `timeout` is for each try, in seconds. An `http` of your own, such as one with a proxy, has its own time-outs, and
    stays open. Threads may share a client.
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
        if not host.startswith(("https://", "http://")):
            raise ValueError(f"The host begins with https://, and {host!r} does not.")
        if not TOKEN.fullmatch(token):  # the library would show it in its error
            raise ValueError("The token is empty, or has a blank or a line break in it.")
        self._agent = agent
        self._retries = retries or Retries()
        self._host = host.rstrip("/")
        self._reached_at, self._known_as = _way_to(self._host)
        self._token = token
        self._is_own = http is None
        self._http = http or httpx.Client(timeout=timeout)
        super().__init__(self)

    def __repr__(self) -> str:
        """Without the token."""
        return f"Client({self._host!r})"

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
        request = self._http.build_request(
            method,
            f"{self._reached_at}/api/v1{path}",
            params={name: value for name, value in (query or {}).items() if value is not None},
            headers=self._headers(method, agent=agent or self._agent, key=idempotency_key),
            **(_multipart(body or {}) if multipart else {} if body is None else {"json": body}),
        )
        for tried in range(self._retries.most):
            try:
                response = self._http.send(request)
            except HOPELESS as error:
                raise ConnectionFailedError(f"{method} {path}: {error}") from error
            except httpx.TransportError:
                wait = self._wait(tried)
            else:
                wait = _asked_to_wait(response) or self._wait(tried)
                if not _passes(response) or wait > LONGEST_WAIT:
                    return _answer(response)
            self._retries.sleep(wait)
        try:
            return _answer(self._http.send(request))
        except httpx.TransportError as error:
            raise ConnectionFailedError(f"{method} {path}: {error}") from error

    def close(self) -> None:
        """Close the connections, but not those of a client of httpx that was given."""
        if self._is_own:
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
        made |= self._known_as | ({"Baton-Agent": agent} if agent else {})
        return made | ({"Idempotency-Key": key or str(uuid.uuid4())} if method == "POST" else {})

    def _wait(self, tried: int) -> float:
        longest: float = min(self._retries.first_wait * 2**tried, LONGEST_WAIT)
        return longest * random.uniform(0.5, 1)  # noqa: S311  it only spreads those who wait


def _way_to(host: str) -> tuple[str, dict[str, str]]:
    """Where it is reached, and the header that then names it.

    Names below localhost are this machine's (RFC 6761). Browsers and curl know that; many systems' resolvers do not.
    """
    found = OF_THIS_MACHINE.fullmatch(host)
    return (f"http://127.0.0.1{found[2] or ''}", {"Host": found[1] + (found[2] or "")}) if found else (host, {})


def _passes(response: httpx.Response) -> bool:
    """Whether the same may be answered otherwise in a moment."""
    if response.status_code == httpx.codes.CONFLICT:
        return bool(_error_in(response).get("code") == UNDER_WAY)
    return response.status_code in AGAIN


def _asked_to_wait(response: httpx.Response) -> float:
    """The seconds that the API wants to be left alone; 0 where it says nothing."""
    asked = response.headers.get("Retry-After", "")
    return float(asked) if re.fullmatch("[0-9]{1,9}", asked) else 0


def _multipart(parts: Json) -> dict[str, Any]:
    """Files as files, all else as fields."""
    files = {name: value for name, value in parts.items() if isinstance(value, tuple)}
    return {"files": files, "data": {name: value for name, value in parts.items() if name not in files}}


def _answer(response: httpx.Response) -> Any:
    if not response.is_success:
        raise error_of(response.status_code, _error_in(response), response.headers.get("X-Request-Id", ""))
    if not response.content:
        return None
    return _json(response) if _is_json(response) else response.content


def _error_in(response: httpx.Response) -> Json:
    """The error of an answer; nothing where somebody in between answered in another form."""
    told = _json(response) if _is_json(response) else None
    found = told.get("error") if isinstance(told, dict) else None
    return found if isinstance(found, dict) else {}


def _is_json(response: httpx.Response) -> bool:
    return bool(response.headers.get("Content-Type", "").startswith("application/json"))


def _json(response: httpx.Response) -> Any:
    """What it says; None where it says it badly."""
    try:
        return response.json()
    except (json.JSONDecodeError, UnicodeDecodeError):
        return None
