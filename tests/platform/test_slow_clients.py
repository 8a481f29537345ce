"""Clients that do not read, do not answer, or do not stop sending, against both web servers as they run for real."""

import json
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from pytest_django.plugin import DjangoDbBlocker

from config.children import Child, Log
from config.port import listen
from config.supervisor import environment, programs
from conversations import events
from conversations.models import Conversation
from conversations.sockets import CLOSE_SLOW_DOWN, CLOSE_TOO_SLOW
from conversations.widget import visitors
from tenants import current
from tenants.models import Tenant
from tests import cast
from tests.rawsocket import BINARY, HUNG_UP, TEXT, RawSocket

ACME = "acme.localhost"
WIDGET = "/ws/widget/"
GONE_WITHIN = 60.0
MOST_BYTES = 20 * 1024 * 1024
PIECES, PIECE = 600, "x" * 20_000
FLOODS = {
    "large frames": (b'{"op":"typing","active":true,"padding":"' + b"x" * 65000 + b'"}', TEXT),
    "small frames": (b'{"op":"typing","active":true}', TEXT),
    "forged pongs": (b'{"op":"pong","n":7}', TEXT),
    "binary": (b"\x00" * 60000, BINARY),
}


class Web:
    """A web server on its own, without worker and clock."""

    def __init__(self, name: str, child: Child, port: int) -> None:
        self.name, self.child, self.port = name, child, port

    @property
    def peak(self) -> int:
        """The most bytes of memory that the process ever used."""
        lines = Path(f"/proc/{self.child.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:"))


@pytest.fixture(params=["daphne", "uvicorn"])
def web(
    request: pytest.FixtureRequest, own_database: str, tmp_path: Path, django_db_blocker: DjangoDbBlocker
) -> Iterator[Web]:
    """One of the two web servers, ready."""
    env = {**environment(own_database, tmp_path), "DJANGO_SETTINGS_MODULE": "config.settings.dev"}
    with closing(Log(tmp_path / "log" / "baton.log")) as log, listen("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
        child = Child(programs(listener, server=request.param)[0], {**env, "SECRET_KEY": "k" * 50}, log)
        child.start()
        try:
            yield Web(request.param, child, port)
        finally:
            child.ask_to_stop()
            child.wait_stopped(time.monotonic() + 10)


@pytest.fixture
def talk(web: Web, acme: Tenant, settings: object) -> tuple[str, str]:
    """A conversation of acme: its id, and the visitor's token for the running server."""
    settings.SECRET_KEY = "k" * 50  # type: ignore[attr-defined]
    with current.entered(acme):
        customer = cast.customer()
        conversation: Conversation = cast.says(customer, "Hello")
        return str(conversation.id), visitors.token(customer)


def hello(web: Web, token: str, *, room: int = 4096) -> RawSocket:
    """A visitor's socket after its hello."""
    peer = RawSocket(web.port, WIDGET, host=ACME, room=room)
    try:
        assert peer.status == 101
        peer.put(op="hello", token=token, last_seq=0)
        while (told := told_by(peer))["op"] == "ping":  # a server under a flood may take longer than it stays silent
            peer.put(op="pong", n=told["n"])
        assert told["op"] == "welcome"
    except BaseException:
        peer.line.close()
        raise
    return peer


def told_by(peer: RawSocket) -> dict[str, Any]:
    """The next frame, which must be of JSON."""
    opcode, payload = peer.get()
    assert opcode == TEXT
    frame: dict[str, Any] = json.loads(payload)
    return frame


def warmed_up(web: Web, token: str) -> int:
    """The server's peak of memory, once what is loaded at the first use is loaded."""
    with hello(web, token, room=64 * 1024) as first:
        first.put(op="typing", active=True)
        first.get()
    return web.peak


def pour(tenant: Tenant, conversation_id: str) -> None:
    """Send far more to the conversation than may be on its way to one client."""
    with closing(current.connection), current.entered(tenant):
        for _ in range(PIECES):
            events.publish(events.QueueMoved(conversation_id, {"padding": PIECE}))


def unread(web: Web, tenant: Tenant, talk: tuple[str, str], room: int) -> tuple[float, int]:
    """Read nothing until the server has let go; gives the seconds it took and what is found when reading after all."""
    with hello(web, talk[1], room=room) as peer:
        began = time.monotonic()
        pouring = threading.Thread(target=pour, args=[tenant, talk[0]])
        pouring.start()
        while peer.held_by_server(web.port) and time.monotonic() - began < 2 * GONE_WITHIN:
            time.sleep(0.1)
        took = time.monotonic() - began
        pouring.join()
        return took, peer.closed()


def flood(web: Web, token: str, kind: str) -> tuple[float, int]:
    """Send until the server hangs up; gives the seconds it took and the code of its goodbye."""
    payload, opcode = FLOODS[kind]
    codes: list[int] = []
    with hello(web, token, room=64 * 1024) as peer:
        began = time.monotonic()
        reading = threading.Thread(target=lambda: codes.append(peer.closed()))
        reading.start()
        with suppress(OSError):
            while time.monotonic() - began < 2 * GONE_WITHIN:
                peer.send(payload, opcode)
        took = time.monotonic() - began
        reading.join()
    return took, codes[0]


def test_a_client_that_does_not_read_costs_little_and_is_gone(web: Web, acme: Tenant, talk: tuple[str, str]) -> None:
    before = warmed_up(web, talk[1])
    took, _ = unread(web, acme, talk, room=2048)
    took_with_room, code = unread(web, acme, talk, room=8 * 1024 * 1024)  # the goodbye lies in the client's own buffer
    print(f"{web.name}: {(web.peak - before) / 1e6:.1f} MB, gone after {took:.1f} s and {took_with_room:.1f} s")
    assert max(took, took_with_room) < GONE_WITHIN
    assert code == CLOSE_TOO_SLOW
    assert web.peak - before <= MOST_BYTES


def test_clients_that_do_not_stop_sending_cost_little_and_are_gone(web: Web, talk: tuple[str, str]) -> None:
    before = warmed_up(web, talk[1])
    with ThreadPoolExecutor(len(FLOODS)) as pool:
        ends = dict(zip(FLOODS, pool.map(lambda kind: flood(web, talk[1], kind), FLOODS), strict=True))
    print(f"{web.name}: {(web.peak - before) / 1e6:.1f} MB, {ends}")
    assert all(took < GONE_WITHIN for took, _ in ends.values())
    assert {code for _, code in ends.values()} <= {
        CLOSE_SLOW_DOWN,
        HUNG_UP,
    }  # hanging up on a flood may lose the goodbye
    assert web.peak - before <= MOST_BYTES
