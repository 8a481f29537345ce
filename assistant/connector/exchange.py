"""What goes to the tenant's service and what comes back, one request at a time; nothing is tried again here."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from tenants import guard, signing
from tenants.guard import GuardError, RefusedError, SlowError
from tenants.outgoing import Question

Json = dict[str, Any]
MOST_BYTES = 4 * 1024 * 1024
SHOWN = 300  # letters of a problem


class Failure(StrEnum):
    """Why a request gave nothing that can be used, as its row tells it."""

    ADDRESS = "address_refused"
    UNREACHABLE = "unreachable"
    SLOW = "slow"
    BUSY = "busy"
    BROKEN = "server_error"
    SIGNATURE = "signature_refused"
    REQUEST = "request_refused"
    FORM = "not_json"
    SHAPE = "wrong_shape"
    PAUSED = "left_alone"


PASSING = frozenset({Failure.UNREACHABLE, Failure.SLOW, Failure.BUSY, Failure.BROKEN, Failure.PAUSED})


class ConnectorError(Exception):
    """The tenant's service gave nothing that can be used; the message says so to an admin, without customers' data."""

    def __init__(self, why: Failure, problem: str) -> None:
        super().__init__(problem)
        self.why, self.problem = why, problem[:SHOWN]

    @property
    def passes(self) -> bool:
        """Whether it makes sense to try again later."""
        return self.why in PASSING


@dataclass(frozen=True)
class Endpoint:
    """Where the service is; of two `keys` the first is the newer one."""

    address: str
    keys: tuple[str, ...] = field(repr=False)
    seconds: float


@dataclass(frozen=True)
class Request:
    """What is asked: `kind` such as "orders.find" names the path; `id` is the same however often it is tried."""

    kind: str
    data: Json
    id: str

    @property
    def path(self) -> str:
        """Below the service's address."""
        return "/" + self.kind.replace(".", "/")


@dataclass(frozen=True)
class Prepared:
    """A request as it leaves."""

    url: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    content_type: str
    body: bytes


def prepare(endpoint: Endpoint, request: Request, *, at: datetime) -> Prepared:
    """The signed request."""
    told = {"type": request.kind, "timestamp": at.isoformat(timespec="seconds"), "data": request.data}
    body = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    signed = signing.headers(body, id=request.id, at=at, keys=endpoint.keys)
    plain = {"Content-Type": "application/json", "Accept": "application/json", "Idempotency-Key": request.id}
    return Prepared(endpoint.address + request.path, {**plain, **signed}, body)


def send(prepared: Prepared, *, seconds: float) -> Reply:
    """What the service answers, whatever that is; ConnectorError when it does not."""
    question = Question(MOST_BYTES, seconds, "POST", dict(prepared.headers), prepared.body)
    try:
        with guard.streamed(prepared.url, question) as coming:
            body = b"".join(coming.parts)
            return Reply(coming.status, coming.headers.get("Content-Type", ""), body)
    except RefusedError as error:
        raise ConnectorError(Failure.ADDRESS, str(error)) from error
    except SlowError as error:
        raise ConnectorError(Failure.SLOW, str(error)) from error
    except GuardError as error:
        raise ConnectorError(Failure.UNREACHABLE, str(error)) from error


def read(reply: Reply) -> Json:
    """The JSON object of a good reply; ConnectorError for any other."""
    if not 200 <= reply.status < 300:
        raise ConnectorError(_of_status(reply.status), _says(reply.status))
    try:
        found = json.loads(reply.body, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        kind = reply.content_type.partition(";")[0].strip()[:60] or "nothing that says what it is"
        raise ConnectorError(Failure.FORM, f"It answered with {kind} that is no JSON.") from error
    if not isinstance(found, dict):
        raise ConnectorError(Failure.SHAPE, "The reply must be a JSON object.")
    return found


def _of_status(status: int) -> Failure:
    named = {401: Failure.SIGNATURE, 403: Failure.SIGNATURE, 408: Failure.SLOW, 429: Failure.BUSY}
    return named.get(status, Failure.BROKEN if status >= 500 else Failure.REQUEST)


def _says(status: int) -> str:
    match _of_status(status):
        case Failure.SIGNATURE:
            return f"It answered {status}: it does not take the signature. Is the secret the one that is shown here?"
        case Failure.BUSY:
            return "It answered 429: too many requests."
        case Failure.REQUEST if 300 <= status < 400:
            return f"It answered {status}: it leads elsewhere. Enter the address that it leads to."
        case Failure.REQUEST if status == 404:
            return "It answered 404: there is nothing at this path. A record that does not exist is an empty list."
    return f"It answered {status}."


def _no_number(name: str) -> float:
    raise ValueError(name)
