"""A line to the sandbox that carries what is asked and, when told so, nothing of the answer."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx


@dataclass
class Line:
    """Where it is, and whether answers get lost."""

    url: str = ""
    swallows: bool = False


class Carrier(BaseHTTPRequestHandler):
    """Hands a request on; what changes something is done, though who asked may not hear of it."""

    to = ""
    line: Line

    def do_POST(self) -> None:
        self._carry()

    def do_GET(self) -> None:
        self._carry()

    def do_DELETE(self) -> None:
        self._carry()

    def _carry(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        headers = {name: value for name, value in self.headers.items() if name.lower() not in {"host", "connection"}}
        answer = httpx.request(self.command, f"{self.to}{self.path}", content=body, headers=headers)
        if self.line.swallows and self.command != "GET":
            self.close_connection = True
            return
        self.send_response(answer.status_code)
        for name in {"content-type", "request-id"} & set(answer.headers):
            self.send_header(name, answer.headers[name])
        self.send_header("Content-Length", str(len(answer.content)))
        self.end_headers()
        self.wfile.write(answer.content)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def line(to: str) -> Iterator[Line]:
    """A line to the sandbox at an address."""
    found = Line()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("OneLine", (Carrier,), {"to": to, "line": found}))
    found.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield found
    server.shutdown()
    thread.join()
    server.server_close()
