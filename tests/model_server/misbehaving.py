"""The ways in which a model goes wrong, and what each is taken for."""

import gzip
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.engines.exchange import Failure
from tests.model_server.serving import Model, Wire, calls, passage_with, reply

SENTENCE = "Parcels arrive within 2 to 4 working days."
FOREVER = 6.0  # seconds: longer than any test waits


@dataclass(frozen=True)
class Misbehaviour:
    """A model that goes wrong, what that is taken for, and whether it has said something by then."""

    model: Model
    taken_for: Failure
    speaks_first: bool = False


def _status(status: int, **headers: str) -> Model:
    def think(wire: Wire) -> None:
        wire.answer(status, json.dumps({"error": {"message": "no", "type": "x", "code": None}}).encode(), **headers)

    return think


def _html(status: int) -> Model:
    return lambda wire: wire.answer(status, b"<!doctype html><h1>Bad gateway</h1>", "text/html")


def _silent(wire: Wire) -> None:
    del wire
    time.sleep(FOREVER)


def _silent_after_the_head(wire: Wire) -> None:
    wire.begin()
    time.sleep(FOREVER)


def _only_comments(wire: Wire) -> None:
    wire.begin()
    for _ in range(int(FOREVER / 0.05)):
        wire.raw(b": still thinking\n\n")
        time.sleep(0.05)


def _begun(wire: Wire, text: str = f"{SENTENCE} ") -> None:
    """A first sentence, well cited, of an answer that goes on."""
    wire.begin()
    cited = reply(text, citations=[(passage_with(wire.asked, SENTENCE), SENTENCE)])
    wire.words(cited.removesuffix('"}'))


def _cut(wire: Wire) -> None:
    _begun(wire)
    wire.words("Large parcels, such as bic")


def _dripping(wire: Wire) -> None:
    _begun(wire)
    for _ in range(int(FOREVER / 0.05)):
        wire.words("a")
        time.sleep(0.05)


def _endless(wire: Wire) -> None:
    wire.begin()
    for _ in range(4000):
        wire.words("blah " * 20, piece=100)


def _endless_event(wire: Wire) -> None:
    wire.begin()
    for _ in range(400):
        wire.raw(b'data: {"x": "' + b"a" * 16_000)


def _no_json(wire: Wire) -> None:
    _begun(wire)
    wire.raw(b"data: {broken\n\n")


def _error_in_the_stream(wire: Wire) -> None:
    _begun(wire)
    wire.event({"error": {"message": "The engine is overloaded", "type": "server_error"}})


def _prose(wire: Wire) -> None:
    wire.begin()
    wire.words("Sure! Parcels arrive within 2 to 4 working days, and I can refund you as well.")
    wire.done()


def _wrong_fields(wire: Wire) -> None:
    wire.begin()
    wire.words(json.dumps({"answer": SENTENCE, "sources": ["p1"]}))
    wire.done()


def _wrong_types(wire: Wire) -> None:
    wire.begin()
    wire.words(json.dumps({"signals": 7, "action": "pay", "confidence": "very", "citations": None, "text": SENTENCE}))
    wire.done()


def _wrong_chunks(wire: Wire) -> None:
    wire.begin()
    wire.event({"choices": "none"})
    wire.event({"choices": [{"delta": {"content": ["a", "list"]}, "finish_reason": 3}]})
    wire.raw(b"data: [DONE]\n\n")


def _nothing(wire: Wire) -> None:
    wire.begin()
    wire.raw(b"data: [DONE]\n\n")


def _ends_for(reason: str) -> Model:
    def think(wire: Wire) -> None:
        _begun(wire)
        wire.done(reason)

    return think


def _packed(wire: Wire) -> None:
    wire.answer(200, gzip.compress(b"data: {}\n\n" * 100_000), "text/event-stream", Content_Encoding="gzip")


def _hangs_up(wire: Wire) -> None:
    wire.raw(b"")
    raise ConnectionError


def _again(*wanted: tuple[str, str]) -> Model:
    """Calls these tools however often it is told their results."""

    def think(wire: Wire) -> None:
        calls(*wanted, then=think)(Wire({**wire.asked, "messages": []}, wire.headers, wire._handler))

    return think


MISBEHAVIOURS: Mapping[str, Misbehaviour] = {
    "never answers": Misbehaviour(_silent, Failure.FIRST_BYTE),
    "never answers after the head": Misbehaviour(_silent_after_the_head, Failure.FIRST_BYTE),
    "sends comments for ever": Misbehaviour(_only_comments, Failure.FIRST_BYTE),
    "drips for ever": Misbehaviour(_dripping, Failure.WHOLE, speaks_first=True),
    "talks for ever": Misbehaviour(_endless, Failure.SHAPE),
    "sends one event without end": Misbehaviour(_endless_event, Failure.ENDLESS),
    "hangs up before a word": Misbehaviour(_hangs_up, Failure.UNREACHABLE),
    "cuts the stream": Misbehaviour(_cut, Failure.CUT, speaks_first=True),
    "refuses the key": Misbehaviour(_status(401), Failure.KEY),
    "knows no such model": Misbehaviour(_status(404), Failure.MODEL),
    "refuses the request": Misbehaviour(_status(400), Failure.REQUEST),
    "is busy": Misbehaviour(_status(429, Retry_After="3600"), Failure.BUSY),
    "breaks": Misbehaviour(_status(500), Failure.BROKEN),
    "sends a page of its proxy": Misbehaviour(_html(502), Failure.BROKEN),
    "sends a page as an answer": Misbehaviour(_html(200), Failure.EMPTY),
    "redirects": Misbehaviour(_status(307, Location="http://127.0.0.1:9/v1/chat/completions"), Failure.REQUEST),
    "sends what is no JSON": Misbehaviour(_no_json, Failure.PROTOCOL, speaks_first=True),
    "tells of an error in the stream": Misbehaviour(_error_in_the_stream, Failure.PROTOCOL, speaks_first=True),
    "sends chunks of another shape": Misbehaviour(_wrong_chunks, Failure.PROTOCOL),
    "sends nothing": Misbehaviour(_nothing, Failure.EMPTY),
    "answers in prose": Misbehaviour(_prose, Failure.SHAPE),
    "answers with other fields": Misbehaviour(_wrong_fields, Failure.SHAPE),
    "answers with other types": Misbehaviour(_wrong_types, Failure.SHAPE),
    "is filtered": Misbehaviour(_ends_for("content_filter"), Failure.FILTERED, speaks_first=True),
    "runs out of tokens": Misbehaviour(_ends_for("length"), Failure.CUT, speaks_first=True),
    "packs its answer": Misbehaviour(_packed, Failure.PROTOCOL),
    "calls a tool that there is not": Misbehaviour(_again(("issue_refund", '{"amount": 100}')), Failure.TOOLS),
    "calls a tool with nonsense": Misbehaviour(_again(("search_knowledge", '{"query": ["x"')), Failure.TOOLS),
    "calls tools without end": Misbehaviour(_again(("opening_hours", "{}")), Failure.TOOLS),
    "calls too many tools at once": Misbehaviour(_again(*[("opening_hours", "{}")] * 30), Failure.ENDLESS),
}
