"""`python -m tests.load storm`: 1,000 clients lose their socket at one moment, and come back."""

import asyncio
import os
import signal
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
from django.conf import settings
from psycopg import sql
from uvloop import new_event_loop

from conversations import log
from conversations.authors import ByAgent
from conversations.models import Conversation
from tenants import current, ids
from tenants.embedded.postgres import Server
from tenants.models import Tenant
from tests import database
from tests.load import aims, application, bench, checks, figures
from tests.load.aims import Aim
from tests.load.bench import HOST, SLUG, Size
from tests.load.company import Company
from tests.load.generator import Seen
from tests.load.peers import Clock
from tests.load.returning import Client, Colleague, Guest, Place, everybody, shows
from tests.load.rushes import EVERYBODY, FEW
from tests.load.wakeup import DATA
from tests.running import Running, running

AT_ONCE = 24  # that open their first socket at the same moment
PATIENCE = 120.0  # seconds
LOOK_EVERY = 0.5
SEQS = "SELECT id, seq FROM {}.conversations_conversation"
Strike = Callable[[list[Client]], Awaitable[None]]


@dataclass(frozen=True)
class Storm:
    """How it went; seconds from the cut, for each client until it was in again, and until all showed everything."""

    name: str
    back: list[float]
    caught_up: float
    written: int
    faults: list[str]

    def row(self) -> str:
        """A row of the table."""
        spread = figures.spread(self.back)
        times = f"{spread.p50 / 1000:.1f} | {spread.p95 / 1000:.1f} | {max(self.back):.1f} | {self.caught_up:.1f}"
        return f"| {self.name} | {len(self.back)} | {self.written} | {times} | {len(self.faults)} |"


HEAD = (
    "| cut | clients | written meanwhile | in again, s: p50 | p95 | last | all caught up, s | errors |\n"
    + "|---" * 8
    + "|"
)


async def play(name: str, clients: list[Client], clock: Clock, strike: Strike, writing: "Writing") -> Storm:
    """All come; at one moment all are cut while each second customer writes; then everybody's replies are written."""
    gate = asyncio.Semaphore(AT_ONCE)
    await asyncio.gather(*[_come(client, gate) for client in clients])
    guests = [client for client in clients if isinstance(client, Guest)]
    spoken = guests[::2] if writing.url else []
    await asyncio.gather(*[guest.write(f"{number}: are you there?") for number, guest in enumerate(spoken)])
    cut_at = time.perf_counter()
    await strike(clients)
    replies = await asyncio.to_thread(writing.reply, clock)
    await _caught_up(clients, writing, cut_at)
    last = max(max(client.stay.entered_at, client.stay.told_at) for client in clients)
    back = [client.stay.entered_at - cut_at for client in clients]
    await asyncio.sleep(1.0)  # whatever comes once too often comes now
    seen = [_seen(clients, clock)]
    await asyncio.gather(*[client.stay.end() for client in clients])
    return Storm(name, back, last - cut_at, len(spoken) + replies, writing.faults(seen))


async def _come(client: Client, gate: asyncio.Semaphore) -> None:
    async with gate:
        client.stay.begin()
        await client.stay.first.wait()


async def _caught_up(clients: list[Client], writing: "Writing", cut_at: float) -> None:
    seqs: dict[str, int] = {}
    while time.perf_counter() < cut_at + PATIENCE:
        await asyncio.sleep(LOOK_EVERY)
        seqs = await asyncio.to_thread(writing.seqs)
        inside = all(client.stay.here and client.stay.entered_at > cut_at for client in clients)
        owing = any(isinstance(one, Guest) and one.unacked for one in clients)
        if inside and not owing and (not seqs or all(shows(client, seqs) for client in clients)):
            return
    raise TimeoutError(f"Within {PATIENCE:.0f} s not everybody had caught up: {_who_is_behind(clients, seqs)}")


def _who_is_behind(clients: list[Client], seqs: dict[str, int]) -> str:
    away = [client for client in clients if not client.stay.here]
    owing = sum(isinstance(client, Guest) and bool(client.unacked) for client in clients)
    behind = sum(not shows(client, seqs) for client in clients) if seqs else 0
    agents = sum(isinstance(client, Colleague) for client in away)
    codes = dict(Counter(code for client in clients for code in client.stay.codes))
    return f"{len(away)} away, {agents} of them agents; {owing} not acknowledged, {behind} behind; closed: {codes}"


def _seen(clients: list[Client], clock: Clock) -> Seen:
    return Seen(
        sent=clock.sent,
        acknowledged=clock.acknowledged,
        delivered=clock.delivered,
        by_customer=sorted(clock.by_customer),
        texts=clock.texts,
        # JSON has no tuples, and the checks compare what came through it
        threads=[
            {**asdict(thread), "shown": [list(entry) for entry in thread.shown]}
            for client in clients
            for thread in client.threads.values()
        ],
        errors=[error for client in clients for error in client.errors],
        rows=0,
        late=0.0,
    )


@dataclass(frozen=True)
class Writing:
    """What is written while everybody is away, and what the database has in the end; nothing at all for the floor."""

    url: str = ""

    def reply(self, clock: Clock) -> int:
        """An agent's reply in every conversation; gives how many."""
        if not self.url:
            return 0
        with current.entered(Tenant.objects.get(schema_name=SLUG)):
            talks = list(Conversation.objects.select_related("agent").filter(agent__isnull=False))
            for talk in talks:
                client_id = uuid4()
                text = f"I am here, {talk.id}."
                clock.texts[str(client_id)], clock.sent[str(client_id)] = text, time.perf_counter()
                with log.writing(str(talk.id)) as conversation:
                    assert talk.agent is not None
                    log.append(conversation, ByAgent(talk.agent), text, client_id=client_id)
                clock.acknowledged[str(client_id)] = time.perf_counter()
            return len(talks)

    def seqs(self) -> dict[str, int]:
        """The newest seq of each conversation."""
        if not self.url:
            return {}
        with psycopg.connect(self.url) as line:
            found = line.execute(sql.SQL(SEQS).format(sql.Identifier(SLUG)))
            return {ids.encode("conv", key): seq for key, seq in found}

    def faults(self, seen: list[Seen]) -> list[str]:
        """What is wrong in the end."""
        if not self.url:
            return [error for one in seen for error in one.errors]
        return checks.faults(seen, checks.stored(self.url, SLUG, "conversations_message"))


async def cut(clients: list[Client]) -> None:
    """The network loses every connection, and is there again at once."""
    for client in clients:
        client.stay.cut()


def killing(baton: Running) -> Strike:
    """The web server is killed; its supervisor starts it again."""

    async def kill(clients: list[Client]) -> None:
        pid = baton.child("web").pid
        assert pid is not None
        for client in clients:
            client.stay.here = False
        os.killpg(os.getpgid(pid), signal.SIGKILL)

    return kill


@contextmanager
def tended(baton: Running) -> Iterator[None]:
    """Start again what crashes, as the supervisor does."""
    over = threading.Event()

    def tend() -> None:
        while not over.wait(LOOK_EVERY):
            baton.baton.tend()

    tending = threading.Thread(target=tend, daemon=True)
    tending.start()
    try:
        yield
    finally:
        over.set()
        tending.join()


def of_floor(server_url: str, size: Size) -> Storm:
    """The cut alone, with bare sockets."""
    with bench.populated(server_url, size) as (url, made), application.floor(url) as served:
        return _run("floor: network cut", served.port, made, cut, Writing())


def of_baton(server_url: str, size: Size, *, server: str) -> list[Storm]:
    """Both ways of losing everybody, one after the other."""
    with bench.populated(server_url, size) as (url, made), tempfile.TemporaryDirectory() as folder:
        env = {
            "SECRET_KEY": settings.SECRET_KEY,
            "BATON_SERVER": server,
            "BATON_DEMO": "",
            "BATON_LOG_LEVEL": "WARNING",
        }
        with running(url, Path(folder), env=env) as baton, tended(baton), database.in_use(url):
            return [
                _run(f"{server}: network cut", baton.port, made, cut, Writing(url)),
                _run(f"{server}: web server killed", baton.port, made, killing(baton), Writing(url)),
            ]


def _run(name: str, port: int, made: Company, strike: Strike, writing: Writing) -> Storm:
    async def whole() -> Storm:
        clock = Clock()
        return await play(name, everybody(Place(HOST, port), clock, made.part(0, 1)), clock, strike, writing)

    with asyncio.Runner(loop_factory=new_event_loop) as runner:
        return runner.run(whole())


def main() -> None:
    """Cut everybody, in both ways, and beside a floor."""
    short = aims.asked(main.__doc__)
    size = FEW if short else EVERYBODY
    with Server(DATA).ensure_running() as server_url:
        floor = of_floor(server_url, size)
        storms = [storm for server in ("daphne", "uvicorn") for storm in of_baton(server_url, size, server=server)]
    reached = [
        aim
        for one in storms
        for aim in (
            Aim(f"{one.name}: lost, doubled, reordered, errors", len(one.faults), 0, ""),
            Aim(f"{one.name}: all caught up", one.caught_up, 30, "s", floor=floor.caught_up),
        )
    ]
    for one in storms:
        for line in one.faults[:5]:
            print(f"    {one.name}: {line}")
    intro = (
        f"{size.customers:,} customers and {size.agents} agents, each of whom watches the conversations they hold. Each"
        " second customer writes in the moment of the cut; while all are away an agent's reply is written in every"
        " conversation. Clients wait as the front end does before they try again. A web server that is killed has to"
        " start first, which takes as long with one client as with all."
    )
    table = "\n".join([HEAD, *(one.row() for one in [floor, *storms])])
    aims.end(aims.tell("storm", intro, reached, table))
