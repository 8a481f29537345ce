"""`python -m tests.load slow_client`: what clients that do not read cost each web server, and when they are gone."""

import json
import socket
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self
from uuid import uuid4

from agents.models import Agent
from conversations import log
from conversations.attachments import links
from conversations.authors import ByAgent
from conversations.models import Attachment, Conversation
from tenants import current
from tenants.embedded.postgres import Server
from tenants.models import Tenant
from tests import database
from tests.load import aims, application, bench
from tests.load.aims import Aim
from tests.load.application import Served
from tests.load.bench import HOST, SLUG, Size
from tests.load.company import Company
from tests.load.wakeup import DATA
from tests.rawsocket import RawSocket

EACH, FEW = 20, 4  # clients of a kind
MOST_MB, GONE_WITHIN = 20, 60
LONG_TEXT = "x" * 4000
FILE_BYTES = 10 * 1024 * 1024
LOOK_EVERY = 0.1
PATIENCE = 150.0
SAYS = b'{"op":"typing","active":true}'


@dataclass(frozen=True)
class Stage:
    """One running Baton and a company in it."""

    served: Served
    made: Company
    folder: Path

    def visitor(self, number: int) -> RawSocket:
        """A customer's socket after its welcome, which is the last that its client reads."""
        pair = self.made.pairs[number % len(self.made.pairs)]
        peer = RawSocket(self.served.port, "/ws/widget/", host=HOST)
        peer.put(op="hello", token=pair.token, conversation_id=pair.conversation_id, last_seq=0)
        _read_until(peer, "welcome")
        return peer

    def desk(self, number: int) -> RawSocket:
        """An agent's socket after its welcome."""
        session = self.made.sessions[number % len(self.made.sessions)]
        peer = RawSocket(self.served.port, "/ws/desk/", host=HOST, cookie=f"sessionid={session}")
        _read_until(peer, "welcome")
        return peer


@dataclass
class Watch(threading.Thread):
    """Looks how much memory the web server holds, and until when it holds on to each client."""

    stage: Stage
    clients: Sequence[RawSocket]
    began: float = field(default_factory=time.monotonic)
    gone: dict[int, float] = field(default_factory=dict)
    peak: int = 0

    def __post_init__(self) -> None:
        super().__init__(daemon=True)
        self.before = self.stage.served.memory("web")
        self.over = threading.Event()

    __hash__ = threading.Thread.__hash__

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.join()

    def run(self) -> None:
        """Look again and again."""
        while not self.over.wait(LOOK_EVERY):
            self.peak = max(self.peak, self.stage.served.memory("web") - self.before)
            for number, client in enumerate(self.clients):
                if number not in self.gone and not client.held_by_server(self.stage.served.port):
                    self.gone[number] = time.monotonic() - self.began

    def all_gone(self) -> bool:
        """Whether the server has let go of every client."""
        return len(self.gone) == len(self.clients)

    def wait(self) -> None:
        """Wait until all are gone, or for long enough."""
        while not self.all_gone() and time.monotonic() - self.began < PATIENCE:
            time.sleep(LOOK_EVERY)


@dataclass(frozen=True)
class Cost:
    """What one kind of client came to, at one server."""

    server: str
    kind: str
    clients: int
    megabytes: float
    gone: float

    def aims(self) -> list[Aim]:
        """What is promised of each."""
        name = f"{self.server}: {self.kind}"
        return [
            Aim(f"{name}, {self.clients} clients: memory for each", self.megabytes, MOST_MB, "MB"),
            Aim(f"{name}: the last is gone", self.gone, GONE_WITHIN, "s"),
        ]


Kind = Callable[[Stage, int], Cost]


def unread_messages(stage: Stage, clients: int) -> Cost:
    """Customers who read nothing of long messages that agents write."""
    return _unread(stage, "reads no messages", [stage.visitor(number) for number in range(clients)], _write_long)


def unread_list(stage: Stage, clients: int) -> Cost:
    """Agents who read nothing of the list at the desk, whose rows change."""
    return _unread(stage, "reads no list", [stage.desk(number) for number in range(clients)], _write_long)


def unread_pages(stage: Stage, clients: int) -> Cost:
    """Customers who ask for their whole log again and again, and read none of it."""
    peers = [stage.visitor(number) for number in range(clients)]

    def ask(_stage: Stage) -> Iterator[None]:
        for peer in peers:
            with suppress(OSError):
                for _ in range(25):
                    peer.put(op="resume", last_seq=0)
        yield

    return _unread(stage, "asks for its log and reads none of it", peers, ask)


def unread_answers(stage: Stage, clients: int) -> Cost:
    """Customers who do not stop sending, and read nothing."""
    peers = [stage.visitor(number) for number in range(clients)]

    def flood(_stage: Stage) -> Iterator[None]:
        while True:
            for peer in peers:
                with suppress(OSError):
                    for _ in range(20):
                        peer.send(SAYS)
            yield

    return _unread(stage, "does not stop sending", peers, flood)


def silent(stage: Stage, clients: int) -> Cost:
    """Customers to whom nothing is sent but pings, which they do not read."""
    return _unread(stage, "is silent", [stage.visitor(number) for number in range(clients)], lambda _stage: iter(()))


def unread_file(stage: Stage, clients: int) -> Cost:
    """Browsers that ask for a file of 10 MB, and read nothing of it."""
    path = _file(stage.folder)
    peers = [_Download(stage.served.port, path) for _ in range(clients)]
    return _unread(stage, "reads nothing of a file of 10 MB", peers, lambda _stage: iter(()))


KINDS: tuple[Kind, ...] = (unread_messages, unread_list, unread_pages, unread_answers, unread_file, silent)


class _Download(RawSocket):
    """A request for a file by a client that reads nothing of the answer."""

    def __init__(self, port: int, path: str) -> None:
        self.line = socket.socket()
        self.line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self.line.settimeout(20)
        self.line.connect(("127.0.0.1", port))
        self.line.sendall(f"GET {path} HTTP/1.1\r\nHost: {HOST}:{port}\r\n\r\n".encode())
        begins = self.line.recv(15)
        assert begins == b"HTTP/1.1 200 OK", begins


def _unread(stage: Stage, kind: str, peers: Sequence[RawSocket], pump: Callable[[Stage], Iterator[None]]) -> Cost:
    """Go on with the pump, a step at a time, until the server has let go of all."""
    with ExitStack() as held:
        for peer in peers:
            held.callback(peer.line.close)
            peer.line.settimeout(0.5)
        watch = held.enter_context(Watch(stage, peers))
        for _ in pump(stage):
            if watch.all_gone() or time.monotonic() - watch.began > PATIENCE:
                break
        watch.wait()
        last = max(watch.gone.values()) if watch.all_gone() else float("inf")
        return Cost("", kind, len(peers), watch.peak / 1e6 / len(peers), last)


def _write_long(_stage: Stage) -> Iterator[None]:
    """A long message of an agent in one conversation after the other, for ever."""
    with current.entered(Tenant.objects.get(schema_name=SLUG)):
        talks = [(str(one.id), one.agent) for one in Conversation.objects.select_related("agent")]
    while True:
        for conversation_id, agent in talks:
            with current.entered(Tenant.objects.get(schema_name=SLUG)), log.writing(conversation_id) as conversation:
                assert agent is not None
                log.append(conversation, ByAgent(agent), LONG_TEXT, client_id=uuid4())
            yield


def _file(folder: Path) -> str:
    """The address of a big file."""
    with current.entered(Tenant.objects.get(schema_name=SLUG)):
        stored = f"{SLUG}/{uuid4().hex}"
        kept = Attachment.objects.create(
            agent=Agent.objects.all()[0], name="big.txt", content_type="text/plain", size=FILE_BYTES, stored_as=stored
        )
        file = folder / "uploads" / stored
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"x" * FILE_BYTES)
        return links.url(str(kept.id), kept.name)


def _read_until(peer: RawSocket, op: str) -> None:
    while json.loads(peer.get()[1]).get("op") != op:
        pass


@contextmanager
def staged(server_url: str, server: str, clients: int) -> Iterator[Stage]:
    """A whole Baton with a company for so many clients, warm."""
    with (
        bench.populated(server_url, Size(agents=clients, customers=clients)) as (url, made),
        tempfile.TemporaryDirectory() as folder,
        application.baton(url, Path(folder), server=server, redis=False, web=1) as served,
        database.in_use(url),
    ):
        stage = Stage(served, made, Path(folder))
        for peer in (stage.visitor(0), stage.desk(0)):
            peer.put(op="typing", active=True)
            peer.get()
            peer.line.close()
        time.sleep(1.0)
        yield stage


def main() -> None:
    """Every kind, against both servers."""
    clients = FEW if aims.asked(main.__doc__) else EACH
    costs: list[Cost] = []
    with Server(DATA).ensure_running() as server_url:
        for server in ("daphne", "uvicorn"):
            with staged(server_url, server, clients) as stage:
                for kind in KINDS:
                    cost = kind(stage, clients)
                    costs.append(Cost(server, cost.kind, cost.clients, cost.megabytes, cost.gone))
                    print(costs[-1], flush=True)
    intro = (
        "Clients with a receive buffer of 4 KB, of which each reads nothing after its welcome: peak of the web server's"
        " memory above what it was before, for each of them, and seconds until the server has let go of the last. The"
        " kernel's own buffers are not in it. What the server is sent, or asked for, goes on until all are gone."
    )
    aims.end(aims.tell("slow-client", intro, [aim for cost in costs for aim in cost.aims()]))
