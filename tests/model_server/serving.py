"""The server: it takes `POST …/chat/completions`, remembers what it was asked, and answers as a model thinks."""

import json
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Json = dict[str, Any]
PIECE = 7  # letters of a delta


@dataclass
class Wire:
    """One answer on its way; `asked` is the request, `headers` are its headers."""

    asked: Json
    headers: dict[str, str]
    _handler: BaseHTTPRequestHandler

    def answer(self, status: int, body: bytes, content_type: str = "application/json", **headers: str) -> None:
        """A whole answer at once."""
        self._handler.send_response(status)
        for name, value in {"Content-Type": content_type, "Content-Length": str(len(body)), **headers}.items():
            self._handler.send_header(name.replace("_", "-"), value)
        self._handler.end_headers()
        self._handler.wfile.write(body)

    def begin(self) -> None:
        """The head of a stream."""
        self._handler.send_response(200)
        self._handler.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self._handler.end_headers()
        self._handler.wfile.flush()

    def raw(self, data: bytes) -> None:
        """Bytes as they are."""
        self._handler.wfile.write(data)
        self._handler.wfile.flush()

    def event(self, data: Json) -> None:
        """One event of the stream."""
        self.raw(f"data: {json.dumps(data)}\n\n".encode())

    def delta(self, delta: Json | None, finish: str | None = None) -> None:
        """One chunk of a completion."""
        choice = {"index": 0, "delta": delta, "finish_reason": finish, "logprobs": None}
        head = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": "test-model"}
        self.event({**head, "choices": [choice]})

    def words(self, text: str, piece: int = PIECE) -> None:
        """Words, piece by piece."""
        for at in range(0, len(text), piece):
            self.delta({"content": text[at : at + piece]})

    def done(self, finish: str = "stop", *, tokens: tuple[int, int] | None = (100, 20)) -> None:
        """The end of a stream, with what it cost where the request asked for that."""
        self.delta({}, finish)
        if tokens is not None and self.asked.get("stream_options", {}).get("include_usage"):
            usage = {"prompt_tokens": tokens[0], "completion_tokens": tokens[1], "total_tokens": sum(tokens)}
            head = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": "test-model"}
            self.event({**head, "choices": [], "usage": usage})
        self.raw(b"data: [DONE]\n\n")


Model = Callable[[Wire], None]


@dataclass
class Server:
    """A running server; `model` may be replaced while it runs."""

    model: Model
    port: int = 0
    requests: list[Json] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    @property
    def address(self) -> str:
        """The base address."""
        return f"http://127.0.0.1:{self.port}/v1"

    def heard(self) -> str:
        """All that it was ever told."""
        return "\n".join(json.dumps(request, ensure_ascii=False) for request in self.requests)


@contextmanager
def serving(model: Model) -> Iterator[Server]:
    """A server with this model, until the block ends."""
    made = Server(model)

    class Handler(BaseHTTPRequestHandler):
        """Speaks the protocol."""

        def do_POST(self) -> None:
            """One completion."""
            asked = json.loads(self.rfile.read(int(self.headers.get("Content-Length", "0"))))
            headers = {name.lower(): value for name, value in self.headers.items()}
            made.requests.append(asked)
            made.headers.append(headers)
            try:
                if self.path == "/v1/chat/completions":
                    made.model(Wire(asked, headers, self))
                else:
                    Wire(asked, headers, self).answer(404, b'{"error": {"message": "not here"}}')
            except OSError:
                self.close_connection = True  # the other side hung up

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the signature is the library's
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    made.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, args=[0.02], daemon=True)
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        thread.join()
        server.socket.close()


def data_of(asked: Json) -> Json:
    """The conversation and the passages in a request."""
    found: Json = json.loads(asked["messages"][1]["content"])
    return found


def reply(
    text: str,
    *,
    citations: Sequence[tuple[str, str]] = (),
    action: str = "answer",
    confidence: float = 0.9,
    signals: Sequence[Json] = (),
) -> str:
    """A reply as the schema wants it."""
    cited = [{"passage": passage, "quote": quote} for passage, quote in citations]
    whole = {"signals": list(signals), "action": action, "confidence": confidence, "citations": cited, "text": text}
    return json.dumps(whole, ensure_ascii=False)


def says(text: str, **fields: Any) -> Model:
    """A model that always says this, as the schema wants it."""

    def think(wire: Wire) -> None:
        wire.begin()
        wire.words(reply(text, **fields))
        wire.done()

    return think


def says_of(fragment: str, text: str, **fields: Any) -> Model:
    """A model that says this and cites the passage that holds `fragment`."""

    def think(wire: Wire) -> None:
        wire.begin()
        wire.words(reply(text, citations=[(passage_with(wire.asked, fragment), fragment)], **fields))
        wire.done()

    return think


def passage_with(asked: Json, fragment: str) -> str:
    """The id of the passage that holds `fragment`, or one that is none."""
    found = [one["id"] for one in data_of(asked)["passages"] if fragment in one["text"]]
    return found[0] if found else "p0"


def calls(*tools: tuple[str, str], then: Model) -> Model:
    """A model that calls these tools, each by name and raw arguments, and then answers."""

    def think(wire: Wire) -> None:
        if any(message["role"] == "tool" for message in wire.asked["messages"]):
            then(wire)
            return
        wire.begin()
        for place, (name, arguments) in enumerate(tools):
            opening = {
                "index": place,
                "id": f"call_{place}",
                "type": "function",
                "function": {"name": name, "arguments": ""},
            }
            wire.delta({"tool_calls": [opening]})
            for at in range(0, len(arguments), PIECE):
                crumb = {"index": place, "function": {"arguments": arguments[at : at + PIECE]}}
                wire.delta({"tool_calls": [crumb]})
        wire.done("tool_calls")

    return think


def closed_port() -> int:
    """A port of this machine at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
