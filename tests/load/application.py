"""What is measured: a whole Baton, or the floor, on a database of its own, and what its processes cost."""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from django.conf import settings

from config.children import Log
from config.port import listen
from config.supervisor import Baton, environment
from tests.ports import free_port
from tests.with_redis import redis_server

TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Served:
    """Something that serves at a port: its processes by part, each with all its descendants."""

    port: int
    parts: Mapping[str, list[int]]

    def cpu(self) -> dict[str, float]:
        """Seconds of processor time that each part has used so far."""
        family = descendants(pid for pids in self.parts.values() for pid in pids)
        members = {part: [member for pid in pids for member in family[pid]] for part, pids in self.parts.items()}
        return {part: sum(map(cpu_seconds, pids)) for part, pids in members.items()}

    def memory(self, part: str) -> int:
        """Bytes of memory that a part holds now."""
        return sum(resident_bytes(pid) for family in descendants(self.parts[part]).values() for pid in family)


def grouped(named: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    """The processes of each part."""
    parts: dict[str, list[int]] = {}
    for part, pid in named:
        parts.setdefault(part, []).append(pid)
    return parts


@contextmanager
def baton(database_url: str, folder: Path, *, server: str, redis: bool, web: int) -> Iterator[Served]:
    """Run a whole Baton: web servers, worker and what else belongs to it."""
    with ExitStack() as held:
        redis_url = held.enter_context(redis_server()) if redis else ""
        env = {
            **environment(database_url, folder),
            "DJANGO_SETTINGS_MODULE": "config.settings.dev",
            "SECRET_KEY": settings.SECRET_KEY,  # with which the sessions and tokens of the company were made
            "BATON_SERVER": server,
            "BATON_WEB": str(web),
            "REDIS_URL": redis_url,
            "BATON_LOG_LEVEL": "WARNING",
            "OMP_NUM_THREADS": "1",
        }
        log = held.enter_context(closing(Log(folder / "log" / "baton.log")))
        listener = held.enter_context(listen("127.0.0.1", 0))
        whole = Baton(listener, env, log)
        held.callback(whole.stop)
        whole.start()
        whole.wait_until_ready()
        parts = grouped((child.program.name.rstrip("0123456789"), child.pid or 0) for child in whole.children)
        yield Served(whole.port, {**parts, "database": [postmaster(database_url)]})


@contextmanager
def floor(database_url: str) -> Iterator[Served]:
    """Run the floor."""
    with redis_server() as redis_url:
        port = free_port()
        env = {**os.environ, "DATABASE_URL": database_url, "REDIS_URL": redis_url, "FLOOR_PORT": str(port)}
        command = [sys.executable, "-m", "tests.load", "floor"]
        process = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True)
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            yield Served(port, {"web": [process.pid], "database": [postmaster(database_url)]})
        finally:
            process.terminate()
            process.wait()


def postmaster(database_url: str) -> int:
    """The process id of the server's first process, whose children serve the connections."""
    with psycopg.connect(database_url) as connection:
        (backend,) = connection.execute("SELECT pg_backend_pid()").fetchone() or (0,)
        return parent(backend)


def parent(pid: int) -> int:
    """The process that started this one."""
    return int(_stat(pid)[1])


def descendants(roots: Iterable[int]) -> dict[int, list[int]]:
    """For each root itself and all processes below it."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                children.setdefault(parent(int(entry.name)), []).append(int(entry.name))
            except OSError:
                continue  # it ended meanwhile

    def below(pid: int) -> list[int]:
        return [pid, *[found for child in children.get(pid, []) for found in below(child)]]

    return {root: below(root) for root in roots}


def cpu_seconds(pid: int) -> float:
    """User and system time of a process, and of its children that ended."""
    try:
        return sum(map(int, _stat(pid)[11:15])) / TICKS
    except OSError:
        return 0.0


def resident_bytes(pid: int) -> int:
    """The memory of a process that is in use."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE
    except OSError:
        return 0


def _stat(pid: int) -> list[str]:
    """The fields of /proc/PID/stat after the name, which may hold anything."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
