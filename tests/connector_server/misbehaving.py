"""The ways in which a tenant's service goes wrong, and what each is taken for."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assistant.connector.exchange import MOST_BYTES, Failure
from tests.connector_server.serving import ORDER, Behaviour, Service, Wire

FOREVER = 4.0  # seconds: longer than any test waits


@dataclass(frozen=True)
class Misbehaviour:
    """A service that goes wrong, what that is taken for, and words that the problem must have in it."""

    behaviour: Behaviour
    taken_for: Failure
    says: str


def _status(status: int, **headers: str) -> Behaviour:
    return lambda _service, wire: wire.answer(status, b'{"error": "no"}', **headers)


def _body(body: bytes, content_type: str = "application/json") -> Behaviour:
    return lambda _service, wire: wire.answer(200, body, content_type)


def _data(*rows: Any) -> Behaviour:
    return _body(json.dumps({"data": list(rows)}).encode())


def _silent(_service: Service, _wire: Wire) -> None:
    time.sleep(FOREVER)


def _drips(_service: Service, wire: Wire) -> None:
    wire.handler.send_response(200)
    wire.handler.send_header("Content-Length", "1000")
    wire.handler.end_headers()
    for _ in range(int(FOREVER / 0.1)):
        wire.raw(b" ")
        time.sleep(0.1)


def _cut(_service: Service, wire: Wire) -> None:
    wire.handler.send_response(200)
    wire.handler.send_header("Content-Length", "1000")
    wire.handler.end_headers()
    wire.raw(b'{"data": [')


def _endless(_service: Service, wire: Wire) -> None:
    wire.handler.send_response(200)
    wire.handler.end_headers()
    for _ in range(MOST_BYTES // 65536 + 2):
        wire.raw(b" " * 65536)


def _hangs_up(_service: Service, wire: Wire) -> None:
    wire.handler.close_connection = True


MISBEHAVIOURS: Mapping[str, Misbehaviour] = {
    "silent": Misbehaviour(_silent, Failure.SLOW, "longer than 1 seconds"),
    "drips": Misbehaviour(_drips, Failure.SLOW, "longer than 1 seconds"),
    "hangs up": Misbehaviour(_hangs_up, Failure.UNREACHABLE, "did not answer"),
    "cut": Misbehaviour(_cut, Failure.UNREACHABLE, "did not answer"),
    "endless": Misbehaviour(_endless, Failure.UNREACHABLE, "more than 4096 KB"),
    "500": Misbehaviour(_status(500), Failure.BROKEN, "500"),
    "429": Misbehaviour(_status(429, Retry_After="1"), Failure.BUSY, "429"),
    "401": Misbehaviour(_status(401), Failure.SIGNATURE, "secret"),
    "404": Misbehaviour(_status(404), Failure.REQUEST, "empty list"),
    "redirects": Misbehaviour(_status(302, Location="http://127.0.0.1:1/"), Failure.REQUEST, "leads elsewhere"),
    "web page": Misbehaviour(_body(b"<h1>Welcome</h1>", "text/html"), Failure.FORM, "text/html that is no JSON"),
    "not a number": Misbehaviour(_body(b'{"data": [NaN]}'), Failure.FORM, "no JSON"),
    "nested": Misbehaviour(_body(b'{"data": ' + b"[" * 200_000 + b"]" * 200_000 + b"}"), Failure.FORM, "no JSON"),
    "a list": Misbehaviour(_body(b"[]"), Failure.SHAPE, "JSON object"),
    "no list": Misbehaviour(_body(b'{"data": {}}'), Failure.SHAPE, "data: This must be a list"),
    "too many": Misbehaviour(_data(*[ORDER] * 21), Failure.SHAPE, "data: These are 21"),
    "null": Misbehaviour(_data(None), Failure.SHAPE, "data.0"),
    "words for a price": Misbehaviour(
        _data({**ORDER, "items": [{"name": "Bell", "price": "cheap"}]}), Failure.SHAPE, "data.0.items.0.price: A valid"
    ),
    "a state of its own": Misbehaviour(_data({**ORDER, "state": "in_transit"}), Failure.SHAPE, "data.0.state"),
    "no e-mail address": Misbehaviour(
        _data({name: value for name, value in ORDER.items() if name != "email"}), Failure.SHAPE, "data.0.email"
    ),
    "more refunded than paid": Misbehaviour(_data({**ORDER, "refunded": "90"}), Failure.SHAPE, "data.0.refunded"),
    "another order": Misbehaviour(_data({**ORDER, "number": "EX-9"}), Failure.SHAPE, "data.0.number: This is not what"),
    "signs that no database takes": Misbehaviour(
        _data({**ORDER, "name": "a\x00b"}), Failure.SHAPE, "data.0.name: This has signs"
    ),
}
