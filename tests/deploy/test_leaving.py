"""A web server that is told to end refuses new clients at once and loses none of those inside."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection, RemoteDisconnected

import pytest

from config.leaving import COME_BACK, WAIT_SECONDS
from config.port import listen
from config.supervisor import LAST_REQUESTS_SECONDS, web_command
from conversations.sockets import CLOSE_COME_BACK
from tests.database import ROOT
from tests.deploy import patient
from tests.ports import free_port
from tests.rawsocket import RawSocket

WITHIN = 40.0
SETTLED = 0.3  # seconds that the slow request has been at work


def refuses(port: int) -> bool:
    """Whether nobody listens there."""
    with socket.socket() as probe:
        probe.settimeout(2)
        return probe.connect_ex(("127.0.0.1", port)) != 0


@pytest.fixture
def server() -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """daphne as Baton runs it, with the small application, and its port."""
    port = free_port()
    listener = listen("127.0.0.1", port)
    command = web_command(listener.fileno(), server="daphne")
    command = (*command[:-1], f"{patient.__name__}:application")
    with closing(listener):
        process = subprocess.Popen(command, cwd=ROOT, pass_fds=[listener.fileno()])
    try:
        with closing(HTTPConnection("127.0.0.1", port, timeout=WITHIN)) as first:
            first.request("GET", "/")
            assert first.getresponse().status == 200
        yield process, port
    finally:
        process.kill()
        process.wait()


def test_everybody_inside_is_served_or_told_to_come_back_and_nobody_else_is_let_in(
    server: tuple[subprocess.Popen[bytes], int],
) -> None:
    process, port = server
    slow, poll, kept = (HTTPConnection("127.0.0.1", port, timeout=WITHIN) for _ in range(3))
    with RawSocket(port, "/ws/", host="any") as peer, closing(slow), closing(poll), closing(kept):
        kept.request("GET", "/")
        assert kept.getresponse().read() == b"ok"
        poll.request("GET", "/api/v1/updates")
        slow.request("GET", "/slow")
        peer.send(b"hello")
        assert peer.get()[1] == b"hello"
        time.sleep(SETTLED)

        process.send_signal(signal.SIGTERM)
        began = time.monotonic()
        assert peer.closed() == COME_BACK == CLOSE_COME_BACK
        with pytest.raises((RemoteDisconnected, ConnectionResetError)):
            poll.getresponse()
        assert refuses(port)
        kept.request("GET", "/")  # the proxy did not know yet that this connection ends
        late = kept.getresponse()
        assert (late.read(), late.getheader("Connection")) == (b"ok", "close")
        answer = slow.getresponse()
        assert (answer.read(), answer.getheader("Connection")) == (b"ok", "close")
    assert process.wait(WITHIN) == 0
    assert time.monotonic() - began < WAIT_SECONDS  # the poll and the silent socket were not waited for


def test_uvicorn_waits_for_its_requests_as_long_and_no_longer() -> None:
    command = web_command(3, server="uvicorn")
    assert command[command.index("--timeout-graceful-shutdown") + 1] == LAST_REQUESTS_SECONDS
    assert sys.executable == command[0]
