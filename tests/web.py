"""Real web servers on this machine, for what reaches out: a site with pages, and a peer that behaves badly."""

import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Talk = Callable[[socket.socket], None]


@dataclass
class Page:
    """What a path answers."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Site:
    """A web site: its pages by path, and what was asked of it, as (method, path, Host)."""

    port: int = 0
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        """The address of a path."""
        return f"http://{host}:{self.port}{path}"

    def html(self, path: str, body: str) -> None:
        """Publish a page in HTML."""
        self.pages[path] = Page(body.encode(), headers={"Content-Type": "text/html; charset=utf-8"})

    def redirect(self, path: str, to: str, status: int = 302) -> None:
        """Let a path lead elsewhere."""
        self.pages[path] = Page(status=status, headers={"Location": to})


@contextmanager
def site(wrap: Callable[[socket.socket], socket.socket] | None = None) -> Iterator[Site]:
    """A site that serves until the block ends; `wrap` makes its sockets TLS ones."""
    made = Site()

    class Handler(BaseHTTPRequestHandler):
        """Answers from the pages."""

        def _answer(self) -> None:
            made.asked.append((self.command, self.path, self.headers.get("Host", "")))
            made.bodies.append(self.rfile.read(int(self.headers.get("Content-Length", "0"))))
            page = made.pages.get(self.path, Page(b"Not here.", 404, {"Content-Type": "text/plain"}))
            self.send_response(page.status)
            for name, value in {"Content-Length": str(len(page.body)), **page.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(page.body)

        do_GET = do_POST = _answer  # noqa: N815  the names are the library's

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the signature is the library's
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if wrap is not None:
        server.socket = wrap(server.socket)
    made.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, args=[0.02], daemon=True)
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@dataclass
class Peer:
    """A server that counts who connected."""

    port: int
    connected: int = 0


@contextmanager
def peer(talk: Talk) -> Iterator[Peer]:
    """A server that lets `talk` speak to each connection, until the block ends."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        made = Peer(listener.getsockname()[1])
        thread = threading.Thread(target=_accept, args=[listener, made, talk], daemon=True)
        thread.start()
        try:
            yield made
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            thread.join()


def _accept(listener: socket.socket, made: Peer, talk: Talk) -> None:
    while True:
        try:
            line, _ = listener.accept()
        except OSError:
            return
        made.connected += 1
        threading.Thread(target=_speak, args=[line, talk], daemon=True).start()


def _speak(line: socket.socket, talk: Talk) -> None:
    with line:
        try:
            talk(line)
        except OSError:
            return  # the other side is gone
