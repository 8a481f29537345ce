"""Twenty thousand hostile frames on both sockets of both web servers: none falls, grows, or tells of others."""

import json
import os
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen
from uuid import uuid4

import pytest
from pytest_django import Settings
from pytest_django.plugin import DjangoDbBlocker

from config.children import Child, Log
from config.port import listen
from config.supervisor import environment, programs
from conversations.models import Message
from tenants import current
from tenants.models import Tenant
from tests import cast, sockets
from tests.bad_input.frames import BROKEN, hostile
from tests.platform.test_slow_clients import Web
from tests.rawsocket import CLOSE, RawSocket

pytestmark = pytest.mark.skipif(os.environ.get("BATON_BAD_INPUT") != "long", reason="`make bad-input` plays it")
FRAMES = 5000  # for each socket of each server
AT_ONCE = 20  # on one socket, under the limit of its bucket
CLIENTS = 4
READY_SECONDS = 120.0
OF_THE_LIBRARIES = (  # what uvicorn and daphne tell with a traceback of a client that broke the rules and is gone
    "Invalid UTF-8 sequence received from client",
    "autobahn.exception.Disconnected: Attempt to send on a closed protocol",
)
SECRET = "xylophone-of-globex"
MOST_BYTES = 20 * 1024 * 1024
DESK, WIDGET = "/ws/desk/", "/ws/widget/"
ANSWERS = {"error", "ack", "events", "welcome", "watching", "ping", "rows", "alerts", "control_room"}


@dataclass(frozen=True)
class Ended:
    """What came of one socket: the answers by kind, whose frames were stored, and whether it still worked after all."""

    answers: Counter[str]
    stored: frozenset[str]
    lived: bool


class Served(Web):
    """A web server with its log."""

    log: Path

    def memory(self) -> int:
        """The bytes of memory that the process uses now."""
        lines = Path(f"/proc/{self.child.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS:"))

    def open_files(self) -> int:
        """How many files and sockets the process holds."""
        return len(list(Path(f"/proc/{self.child.pid}/fd").iterdir()))


@pytest.fixture(params=["daphne", "uvicorn"])
def web(
    request: pytest.FixtureRequest, own_database: str, tmp_path: Path, django_db_blocker: DjangoDbBlocker
) -> Iterator[Served]:
    """One of the two web servers, ready."""
    env = {**environment(own_database, tmp_path), "DJANGO_SETTINGS_MODULE": "config.settings.dev"}
    with closing(Log(tmp_path / "log" / "baton.log")) as log, listen("127.0.0.1", 0) as listener:
        child = Child(programs(listener, server=request.param)[0], {**env, "SECRET_KEY": "k" * 50}, log)
        child.start()
        try:
            served = Served(request.param, child, listener.getsockname()[1])
            served.log = log.file
            wait_for(served.port)
            yield served
        finally:
            child.ask_to_stop()
            child.wait_stopped(time.monotonic() + 10)


def wait_for(port: int) -> None:
    """Wait until the server has loaded all it needs; TimeoutError when it does not."""
    until = time.monotonic() + READY_SECONDS
    while time.monotonic() < until:
        with suppress(URLError, TimeoutError, ConnectionError):
            urlopen(f"http://127.0.0.1:{port}/health/live", timeout=10).close()
            return
        time.sleep(0.2)
    raise TimeoutError(f"The web server did not answer in {READY_SECONDS:.0f} s.")


@pytest.fixture
def ids(acme: Tenant, globex: Tenant) -> tuple[str, str]:
    """A conversation of each company; what is said in the other is a secret."""
    found = []
    for tenant, words in ((acme, "Hello"), (globex, SECRET)):
        with current.entered(tenant):
            found.append(str(cast.says(cast.customer(SECRET if tenant is globex else "carol"), words).id))
    return found[0], found[1]


def test_twenty_thousand_frames(
    web: Served, acme: Tenant, ids: tuple[str, str], settings: Settings, record_property: Callable[[str, object], None]
) -> None:
    settings.SECRET_KEY = "k" * 50
    with current.entered(acme):
        cast.agent("bob")
        cookies = [sockets.bobs_cookie() for _ in range(CLIENTS)]
        before = Message.objects.count()
    play(web, WIDGET, ids, cookies, frames=400)
    play(web, DESK, ids, cookies, frames=400)
    with current.entered(acme):
        warmed = Message.objects.count()
    pid, memory, files = web.child.pid, web.memory(), web.open_files()
    ended = [*play(web, WIDGET, ids, cookies, frames=FRAMES), *play(web, DESK, ids, cookies, frames=FRAMES)]
    time.sleep(5)
    grown, left = web.memory() - memory, web.open_files() - files
    said = web.log.read_text()
    with current.entered(acme):
        stored = {str(one) for one in Message.objects.values_list("client_id", flat=True)}
        count = Message.objects.count() - warmed
    answers = sum((one.answers for one in ended), Counter[str]())
    print(f"{web.name}: {dict(answers)}, {count} stored, {grown / 1e6:.1f} MB more, {left} more files")
    assert before
    assert all(one.lived for one in ended)
    assert set(answers) <= ANSWERS
    acknowledged = {one for each in ended for one in each.stored}
    assert acknowledged <= stored
    assert count == len(acknowledged)
    assert said.count("Traceback") == sum(said.count(words) for words in OF_THE_LIBRARIES)
    assert (web.child.pid, web.child.crashes) == (pid, 0)
    assert grown <= MOST_BYTES
    assert left <= CLIENTS
    kinds = ", ".join(f"{count} {kind}" for kind, count in answers.most_common())
    record_property("told", f"{web.name} | {2 * FRAMES} | {len(ended)} | {kinds} | {grown / 1e6:+.1f} MB")


def play(web: Served, path: str, ids: tuple[str, str], cookies: list[str], *, frames: int) -> list[Ended]:
    """Send them, so many on a socket at a time."""
    rounds = frames // AT_ONCE

    def one(number: int) -> Ended:
        cookie = cookies[number % CLIENTS] if path == DESK else ""
        return session(web, path, ids, cookie, number)

    with ThreadPoolExecutor(CLIENTS) as pool:
        return list(pool.map(one, range(rounds)))


def session(web: Served, path: str, ids: tuple[str, str], cookie: str, number: int) -> Ended:
    """One socket's worth of them, then words that must be stored, then something that no client may send."""
    answers: Counter[str] = Counter()
    stored: set[str] = set()
    last = str(uuid4())
    with RawSocket(web.port, path, host="acme.localhost", room=256 * 1024, cookie=cookie) as peer:
        assert peer.status == 101
        if path == WIDGET:
            peer.put(op="hello", token=None, last_seq=0)
        for frame in islice(hostile(number, desk=path == DESK, known=ids), AT_ONCE):
            peer.send(frame)
        where = {"conversation_id": ids[0]} if path == DESK else {}
        peer.put(op="send", client_id=last, text="Still here", **where)
        lived = _listen(peer, last, answers, stored)
        with suppress(OSError):
            peer.line.sendall(BROKEN[number % len(BROKEN)])
    return Ended(answers, frozenset(stored), lived)


def _listen(peer: RawSocket, last: str, answers: Counter[str], stored: set[str]) -> bool:
    """Read until the last words are acknowledged; False when the server hung up before."""
    while True:
        opcode, payload = peer.get()
        if opcode == CLOSE:
            return False
        assert SECRET.encode() not in payload
        frame: dict[str, Any] = json.loads(payload)
        answers[frame.get("op", "events")] += 1
        if frame.get("op") == "ack":
            stored.add(frame["client_id"])
            if frame["client_id"] == last:
                return True
        if frame.get("op") == "error":
            assert frame["error"]["code"] != "internal", frame
            assert frame["error"].get("client_id") != last, frame
