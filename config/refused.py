"""Whoever was told to come back later, and does not wait, is told so again from memory.

A refusal costs nearly as much as an answer: a thread, the middlewares, a question to the database. A program that asks
on would so take from all other companies what its own limit was to keep for them.
"""

import json
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase

from tenants import requests

SECONDS = 2.0  # for which a refusal is remembered at most; then it is looked at anew
MOST = 10_000  # refusals
OWN = {"x-request-id", "retry-after", "content-length"}  # headers that each answer has its own of
HEADERS = {b"host", b"authorization", b"origin"}
Key = tuple[str, str, bytes, bytes, bytes]


@dataclass(frozen=True)
class _Refusal:
    """What was said, until when it is said again, and when it makes sense to come back, in seconds of the clock."""

    error: dict[str, Any]
    headers: dict[str, str]
    until: float
    again_at: float


class Refusals:
    """What each caller of a token was refused, of one process."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self._known: dict[Key, _Refusal] = {}

    def __len__(self) -> int:
        return len(self._known)

    def of(self, scope: Any) -> HttpResponse | None:
        """The refusal that this request gets again, under an id of its own; None for one that is to be looked at."""
        key = _key(scope) if self._known else None
        if key is None or key not in self._known:
            return None
        refusal, now = self._known[key], self.clock()
        if refusal.until > now:
            return _said_again(refusal, now)
        del self._known[key]
        return None

    def note(self, scope: Any, response: HttpResponseBase) -> None:
        """Remember the response if it is a refusal that says when to come back."""
        if response.status_code != 429 or not isinstance(response, HttpResponse) or "Retry-After" not in response:
            return
        key = _key(scope)
        if key is None or response.get("Content-Type") != "application/json":
            return
        headers = {name: value for name, value in response.items() if name.lower() not in OWN}
        now, wait = self.clock(), float(response["Retry-After"])
        if len(self._known) >= MOST:
            del self._known[next(iter(self._known))]
        error = json.loads(response.content)["error"]
        self._known[key] = _Refusal(error, headers, until=now + min(SECONDS, wait), again_at=now + wait)


def _said_again(refusal: _Refusal, now: float) -> HttpResponse:
    made = requests.begin()
    body = json.dumps({"error": {**refusal.error, "request_id": made}})
    later = str(max(1, math.ceil(refusal.again_at - now)))
    return HttpResponse(body, status=429, headers={**refusal.headers, "X-Request-Id": made, "Retry-After": later})


def _key(scope: Any) -> Key | None:
    """Who asks for what; None of somebody without a token."""
    headers = {name: value for name, value in scope["headers"] if name in HEADERS}
    if b"authorization" not in headers:
        return None
    return scope["method"], scope["path"], *(headers.get(name, b"") for name in (b"host", b"authorization", b"origin"))
