"""`python -m tests.load wakeup`: from a job being due to its work beginning in a worker, for several brokers."""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles

from tenants.embedded.postgres import Server
from tests import database
from tests.with_redis import redis_server

DATA = database.DATA_FOLDER.parent / "load"
CELERY = (
    "-m",
    "celery",
    "--quiet",
    "-A",
    "config",
    "worker",
    "-I",
    "tests.load.wakeup_worker",
    "--loglevel",
    "WARNING",
)
QUIET = ("--without-gossip", "--without-mingle", "--without-heartbeat", "--concurrency", "2")
LISTENER = ("-m", "tests.load", "wakeup-listener")
START_SECONDS = 60.0


@dataclass(frozen=True)
class Configuration:
    """A way of waking a worker: its name, its processes, and what its environment adds."""

    name: str
    workers: tuple[tuple[str, ...], ...] = (CELERY,)
    env: Mapping[str, str] = field(default_factory=dict)
    redis: bool = False


CONFIGURATIONS = (
    Configuration("Celery, pgmq with notify"),
    Configuration("Celery, pgmq with notify, synchronous_commit=off", env={"LOAD_ASYNC_COMMIT": "1"}),
    Configuration("Celery, Redis", redis=True),
    Configuration("Baton's worker, which listens for the rows", env={"LOAD_NO_BROKER": "1", "LOAD_LISTENS": "1"}),
    Configuration(
        "a bare process that listens for the rows", workers=(LISTENER, LISTENER), env={"LOAD_NO_BROKER": "1"}
    ),
)


@dataclass(frozen=True)
class Measured:
    """Milliseconds from due to begun and of the waking itself, and how many jobs never began."""

    begun: list[float]
    waking: list[float]
    lost: int


def measure(configuration: Configuration, url: str, *, jobs: int, rate: float, later: bool) -> Measured:
    """Run workers and a writer on a fresh database; a few jobs first, which are not counted."""
    with ExitStack() as held:
        folder = Path(held.enter_context(tempfile.TemporaryDirectory()))
        env = {**os.environ, **environment(url, folder), **configuration.env}
        if configuration.redis:
            env["REDIS_URL"] = env["CELERY_BROKER_URL"] = held.enter_context(redis_server())
        for worker in configuration.workers:
            held.enter_context(running([sys.executable, *worker], env))
        notes = Path(env["LOAD_NOTES"])
        write(env, jobs=10, rate=10, later=False)
        wait_for_lines(notes, 10)
        due = write(env, jobs=jobs, rate=rate, later=later)
        begun = {job: float(at) for job, at in map(str.split, notes.read_text().splitlines())}
    times = [(begun[job] - at) * 1000 for job, (at, _) in due.items() if job in begun]
    return Measured(times, [waking * 1000 for _, waking in due.values()], len(due) - len(times))


def environment(url: str, folder: Path) -> dict[str, str]:
    """What the processes of one measurement see."""
    notes = folder / "notes"
    notes.touch()
    return {
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "DATABASE_URL": url,
        "LOAD_NOTES": str(notes),
        "OMP_NUM_THREADS": "1",
        "REDIS_URL": "",
    }


@contextmanager
def running(command: list[str], env: Mapping[str, str]) -> Iterator[None]:
    """Run a worker for the length of the block, and end its whole group."""
    process = subprocess.Popen(command, env=dict(env), stdin=subprocess.DEVNULL, start_new_session=True)
    try:
        yield
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def write(env: Mapping[str, str], *, jobs: int, rate: float, later: bool) -> dict[str, tuple[float, float]]:
    """Let the writer write; gives for each job when it was due, and how long waking took, in seconds."""
    command = [sys.executable, "-m", "tests.load", "wakeup-writer", "--jobs", str(jobs), "--rate", str(rate)]
    if later:
        command.append("--later")
    said = subprocess.run(command, env=dict(env), stdout=subprocess.PIPE, text=True, check=True).stdout
    return {job: (float(at), float(waking)) for job, at, waking in map(str.split, said.splitlines())}


def wait_for_lines(file: Path, lines: int) -> None:
    """Wait until the workers have started and worked off the first jobs."""
    until = time.monotonic() + START_SECONDS
    while len(file.read_text().splitlines()) < lines:
        if time.monotonic() > until:
            raise TimeoutError("No worker works.")
        time.sleep(0.1)


def line(name: str, measured: Measured) -> str:
    """A row of the table."""
    begun, waking = quantiles(measured.begun, n=100), quantiles(measured.waking, n=100)
    figures = [begun[49], begun[94], begun[98], waking[49], waking[94]]
    return f"| {name} | " + " | ".join(f"{figure:.1f}" for figure in figures) + f" | {measured.lost} |"


def main() -> None:
    """Measure all and print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--jobs", type=int, default=300)
    parser.add_argument("--rate", type=float, default=10)
    parser.add_argument("--only", default="", help="ways whose name begins so")
    wanted = parser.parse_args()
    ways = [way for way in CONFIGURATIONS if way.name.startswith(wanted.only)]
    print("| way | begun p50 ms | p95 | p99 | waking p50 ms | p95 | never |\n|---|---|---|---|---|---|---|", flush=True)
    with Server(DATA).ensure_running() as server:
        for later in (False, True):
            for configuration in ways:
                with database.cloned(server) as url:
                    measured = measure(configuration, url, jobs=wanted.jobs, rate=wanted.rate, later=later)
                print(line(f"{configuration.name}, due {'later' if later else 'at once'}", measured), flush=True)
