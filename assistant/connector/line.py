"""The way to the tenant's service: each try is logged, reads are tried again, and one that is down is left alone."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from django.utils import timezone

from assistant.connector import calls, exchange
from assistant.connector.exchange import ConnectorError, Endpoint, Failure, Json, Request

TRIES = 3
FIRST_WAIT = 0.2  # seconds; three times as long before the next try
WHOLE = 9.0  # seconds for all tries of a read: a customer waits for it
T = TypeVar("T")
Take = Callable[[Json], T]


@dataclass(frozen=True)
class Purpose:
    """What a request is for, and whether the log keeps its bodies."""

    what: str = "read"
    action: str = ""  # public id
    keeps: bool = False


def read(endpoint: Endpoint, request: Request, take: Take[T], *, keeps: bool = False) -> T:
    """What `take` makes of the reply, tried again while time is left; ConnectorError, which `take` raises too."""
    until = time.monotonic() + WHOLE
    wait = FIRST_WAIT
    for left in reversed(range(TRIES)):
        pause = wait * random.uniform(0.7, 1.3)  # noqa: S311
        try:
            return once(endpoint, request, take, purpose=Purpose(keeps=keeps))
        except ConnectorError as error:
            over = time.monotonic() + pause + endpoint.seconds > until
            if not left or over or not error.passes or error.why == Failure.PAUSED:
                raise
        time.sleep(pause)
        wait *= 3
    raise AssertionError(request.kind)


def once(endpoint: Endpoint, request: Request, take: Take[T], *, purpose: Purpose) -> T:
    """What `take` makes of the reply to one request; ConnectorError, also while the service is left alone."""
    alone = calls.left_alone_for()
    if alone is not None:
        raise ConnectorError(Failure.PAUSED, _paused(alone))
    prepared = exchange.prepare(endpoint, request, at=timezone.now())
    call = calls.begin(request, purpose=purpose.what, action=purpose.action)
    began, reply, failed = time.monotonic(), None, None
    try:
        reply = exchange.send(prepared, seconds=endpoint.seconds)
        return take(exchange.read(reply))
    except ConnectorError as error:
        failed = error
        raise
    finally:
        took = round((time.monotonic() - began) * 1000)
        calls.end(call, reply, failed, took_ms=took, kept=calls.bodies(prepared, reply) if purpose.keeps else None)


def _paused(alone: timedelta) -> str:
    seconds = max(1, round(alone.total_seconds()))
    return f"It failed several times in a row and is left alone for another {seconds} seconds."
