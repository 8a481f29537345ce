"""`python -m config.bounded …`: daphne with a limit on bodies, and with an orderly end.

By itself it takes any length whole into memory, and cuts its clients off when it is told to end.
"""

import json
import secrets
from typing import Any

from autobahn.websocket import protocol as autobahn
from daphne import http_protocol
from daphne.cli import CommandLineInterface

from config.leaving import LeavingServer

LONGEST = 11 * 1024 * 1024  # bytes: the largest upload, and the form around it
LONGEST_MAIL = 26 * 1024 * 1024  # a mail of 25 MB is too long for its view, which says so
MAILS = b"/api/v1/mail/inbound"
ERROR = {"type": "invalid_request_error", "code": "too_long", "message": "This request is too long.", "param": None}
HEAD = "HTTP/1.1 413 Content Too Large\r\nConnection: close\r\nContent-Type: application/json"
WebRequest: Any = http_protocol.WebRequest  # without types of its own


def refusal() -> bytes:
    """The whole answer, under an id of its own: no application has given it one."""
    made = f"req_{secrets.token_hex(10)}"
    body = json.dumps({"error": {**ERROR, "request_id": made}})
    return f"{HEAD}\r\nX-Request-Id: {made}\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode()


class BoundedRequest(WebRequest):  # type: ignore[misc]
    """A request that is cut off where its body grows too long; no application hears of it."""

    received, cut = 0, False

    @property
    def longest(self) -> int:
        """How many bytes it may have; Twisted itself tells a request its address after its body only."""
        return LONGEST_MAIL if self.channel._path == MAILS else LONGEST  # noqa: SLF001

    def handleContentChunk(self, data: bytes) -> None:  # noqa: N802  Twisted's name
        """Take the next part of the body, or end the connection."""
        if self.cut:
            return
        self.received += len(data)
        self.cut = self.received > self.longest
        if self.cut:
            self.channel.transport.write(refusal())
            self.channel.loseConnection()
        else:
            super().handleContentChunk(data)

    def process(self) -> Any:
        """Hand the whole request on."""
        return None if self.cut else super().process()


def unprinted(_value: object) -> str:
    """Nothing, in place of what autobahn lays out for its debug log at each handshake, which is a fifth of its time."""
    return ""


if __name__ == "__main__":
    vars(autobahn)["pformat"] = unprinted
    http_protocol.WebRequest = BoundedRequest  # daphne has no setting for it
    CommandLineInterface.server_class = LeavingServer
    CommandLineInterface.entrypoint()
