"""The metrics of a worker or sweeper that no web server stands beside, at BATON_METRICS=address:port."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from django.conf import settings

from tenants.observing import reading


class Handler(BaseHTTPRequestHandler):
    """Answers `/metrics`, as the web server does, and nothing else."""

    timeout = 10

    def do_GET(self) -> None:
        """Answer."""
        headers = {name.lower(): value for name, value in self.headers.items()}
        if self.path != "/metrics":
            self.send_error(404)
        elif not reading.may(headers, str(self.client_address[0])):
            self.send_error(403)
        else:
            body = reading.text(None)
            self.send_response(200)
            self.send_header("Content-Type", reading.KIND)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, format: str, *_args: object) -> None:  # noqa: A002  the library's name
        """Nobody needs a line for each question."""


def listen() -> ThreadingHTTPServer | None:
    """Answer from now on, in a thread; None where no address is set."""
    if not settings.METRICS_ADDRESS:
        return None
    host, _, port = settings.METRICS_ADDRESS.rpartition(":")
    server = ThreadingHTTPServer((host.strip("[]"), int(port)), Handler)
    threading.Thread(target=server.serve_forever, name="metrics", daemon=True).start()
    return server
