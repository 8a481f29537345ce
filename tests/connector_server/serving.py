"""The reference service: it checks signatures, knows orders, products, tickets and persons, and does each act once."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tenants import signing
from tenants.signing import SignatureError

Json = dict[str, Any]
ORDER: Json = {
    "number": "EX-5001",
    "email": "carol@example.org",
    "name": "Carol Example",
    "state": "shipped",
    "placed_at": "2026-11-02T09:30:00Z",
    "shipped_at": "2026-11-04",
    "total": "89.90",
    "currency": "EUR",
    "address": {"line": "Mill Lane 4", "town": "Hartsbridge", "postcode": "HB1 2AA", "country": "GB"},
    "tracking": "PX1",
    "tracking_url": "https://parcels.example/PX1",
    "items": [{"line": 1, "sku": "LIGHT", "name": "Lumen 600", "quantity": 2, "price": 44.95}],
}
PRODUCT: Json = {
    "sku": "LIGHT",
    "name": "Lumen 600",
    "category": "Lights",
    "description": "A bright light.",
    "price": "44.95",
    "stock": 7,
    "attributes": {"lumen": 600},
}
TICKET: Json = {
    "number": "T-100",
    "email": "carol@example.org",
    "subject": "Creaking fork",
    "state": "waiting",
    "opened_at": "2026-11-01T10:00:00Z",
    "updated_at": "2026-11-05T10:00:00Z",
    "newest": "Please send us a picture.",
}
PERSON: Json = {"email": "carol@example.org", "name": "Carol Example", "phone": "+441234567890"}


@dataclass
class Wire:
    """One request on its way: `asked` is its body, `headers` are its headers in lower case."""

    path: str
    asked: Json
    headers: dict[str, str]
    handler: BaseHTTPRequestHandler

    def answer(self, status: int, body: bytes, content_type: str = "application/json", **headers: str) -> None:
        """A whole answer at once."""
        self.handler.send_response(status)
        for name, value in {"Content-Type": content_type, "Content-Length": str(len(body)), **headers}.items():
            self.handler.send_header(name.replace("_", "-"), value)
        self.handler.end_headers()
        self.raw(body)

    def json(self, told: Any, status: int = 200) -> None:
        """A JSON answer."""
        self.answer(status, json.dumps(told).encode())

    def raw(self, data: bytes) -> None:
        """Bytes as they are."""
        self.handler.wfile.write(data)
        self.handler.wfile.flush()


Behaviour = Callable[["Service", Wire], None]


@dataclass
class Service:
    """The service while it runs: what it knows, what it was asked, and how it behaves."""

    key: str = field(default_factory=signing.secret)
    port: int = 0
    orders: list[Json] = field(default_factory=lambda: [dict(ORDER)])
    products: list[Json] = field(default_factory=lambda: [dict(PRODUCT)])
    tickets: list[Json] = field(default_factory=lambda: [dict(TICKET)])
    persons: list[Json] = field(default_factory=lambda: [dict(PERSON)])
    refuses: str = ""  # why it refuses every act
    behaviour: Behaviour | None = None  # instead of the right one
    requests: list[tuple[str, Json]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    did: dict[str, Json] = field(default_factory=dict)  # acts by id: each is done once, however often it comes
    _server: ThreadingHTTPServer | None = None
    _thread: threading.Thread | None = None

    @property
    def address(self) -> str:
        """The base address."""
        return f"http://127.0.0.1:{self.port}/baton"

    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [path for path, _ in self.requests]

    def start(self) -> None:
        """Listen, at the same port as before where it listened already."""
        self._server = _listening(self)
        self.port = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, args=[0.02], daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Be gone: whoever connects now is refused."""
        if self._server is None or self._thread is None:
            return
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
        self._server = None

    def behave(self, wire: Wire) -> None:
        """Answer as the protocol has it."""
        data = wire.asked["data"]
        match wire.path.removeprefix("/baton/").split("/"):
            case ["orders", "find"]:
                wire.json({"data": _found(self.orders, data)})
            case ["products", "list"]:
                wire.json({"data": self.products})
            case ["tickets", "find"]:
                wire.json({"data": _found(self.tickets, data)})
            case ["persons", "find"]:
                wire.json({"data": _found(self.persons, data)})
            case ["actions", _kind] if self.refuses:
                wire.json({"state": "refused", "reason": self.refuses})
            case ["actions", _kind]:
                self.did.setdefault(data["id"], data)
                wire.json({"state": "done", "result": {"reference": f"ref-{len(self.did)}"}})
            case _:
                wire.json({"error": "not here"}, status=404)


@contextmanager
def serving(behaviour: Behaviour | None = None) -> Iterator[Service]:
    """The service, until the block ends."""
    service = Service(behaviour=behaviour)
    service.start()
    try:
        yield service
    finally:
        service.stop()


def _found(rows: list[Json], asked: Json) -> list[Json]:
    return [row for row in rows if all(row[name].casefold() == value.casefold() for name, value in asked.items())]


def _listening(service: Service) -> ThreadingHTTPServer:
    class Handler(BaseHTTPRequestHandler):
        """Speaks the protocol."""

        def do_POST(self) -> None:
            """One request, whose signature is checked before it is read."""
            body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            headers = {name.lower(): value for name, value in self.headers.items()}
            wire = Wire(self.path, json.loads(body), headers, self)
            service.requests.append((self.path, wire.asked))
            service.headers.append(headers)
            try:
                signing.check(body, headers, key=service.key, now=datetime.now(UTC))
                if service.behaviour is None:
                    service.behave(wire)
                else:
                    service.behaviour(service, wire)
            except SignatureError:
                wire.json({"error": "signature"}, status=401)
            except OSError:
                self.close_connection = True  # the other side hung up

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the signature is the library's
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        """May listen again at once where it listened before."""

        allow_reuse_address = True
        daemon_threads = True
        block_on_close = False

    return Server(("127.0.0.1", service.port), Handler)
