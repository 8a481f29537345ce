"""`python -m tests.load soak`: an even load for half an hour and longer; nothing may grow but what is stored."""

import argparse
import asyncio
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean
from typing import TypeVar

import psycopg
from uvloop import new_event_loop

from tenants import current
from tenants.embedded.postgres import Server
from tenants.models import Tenant
from tests import cast, database, tables
from tests.load import aims, application, checks, company, figures
from tests.load.aims import Aim
from tests.load.application import Served
from tests.load.asking import Answers
from tests.load.bench import HOST, SLUG
from tests.load.figures import spread
from tests.load.generator import Seen
from tests.load.returning import Place
from tests.load.running import Load, gathered
from tests.load.wakeup import DATA

T = TypeVar("T")
AGENTS, CUSTOMERS, RATE, ASK_EVERY = 10, 190, 20, 2.0
MOST_SLOWER, MOST_GROWN = 1.5, 1.1  # times
MOST_CONNECTIONS, MOST_FILES = 5, 30  # more at the end than after the first third
OLDEST_DUE = 10
WARM = 1 / 6  # of the run, before whose end nothing is held against it
CONNECTIONS = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
OLDEST = (
    "SELECT coalesce(extract(epoch FROM now() - min(run_at)), 0) FROM public.tenants_job"
    " WHERE state = 'ready' AND run_at < now()"
)
JOBS = "SELECT count(*) FROM public.tenants_job"
ROWS = """
SELECT schemaname || '.' || relname, n_live_tup FROM pg_stat_user_tables WHERE schemaname IN ('public', %s)
"""


@dataclass(frozen=True)
class Sample:
    """How things stood at one moment; bytes, counts, seconds."""

    at: float
    web: int
    worker: int
    connections: int
    files: int
    jobs: int
    oldest: float


@dataclass
class Probe(threading.Thread):
    """Looks every few seconds until told to stop."""

    served: Served
    url: str
    every: float
    samples: list[Sample] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(daemon=True)
        self.over = threading.Event()

    __hash__ = threading.Thread.__hash__

    def run(self) -> None:
        """Look again and again."""
        with psycopg.connect(self.url, autocommit=True) as line:
            while not self.over.wait(self.every):
                self.samples.append(self._look(line))

    def _look(self, line: psycopg.Connection) -> Sample:
        connections, oldest, jobs = (_one(line, question) for question in (CONNECTIONS, OLDEST, JOBS))
        files = sum(_files(pid) for pid in self.served.parts["web"])
        web, worker = self.served.memory("web"), self.served.memory("worker")
        return Sample(time.perf_counter(), web, worker, int(connections), files, int(jobs), oldest)


def _one(line: psycopg.Connection, question: str) -> float:
    (found,) = line.execute(question.encode()).fetchone() or (0,)
    return float(found)


def _files(pid: int) -> int:
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


def rows(url: str) -> dict[str, int]:
    """About how many rows each table has."""
    with psycopg.connect(url, autocommit=True) as line:
        line.execute("ANALYZE")
        return dict(line.execute(ROWS, [SLUG]).fetchall())


@dataclass(frozen=True)
class Soak:
    """What all of it came to."""

    minutes: float
    seen: Sequence[Seen]
    answers: Answers
    samples: Sequence[Sample]
    grown: dict[str, int]
    faults: Sequence[str]

    def p95_by_minute(self) -> dict[int, float]:
        """Milliseconds until a message was shown at the other end, by the minute in which it left."""
        began = min(min(one.sent.values()) for one in self.seen)
        times: dict[int, list[float]] = defaultdict(list)
        for one in self.seen:
            for client_id, at in one.delivered.items():
                times[int((one.sent[client_id] - began) // 60)].append(at - one.sent[client_id])
        return {minute: spread(took).p95 for minute, took in sorted(times.items()) if len(took) > RATE}

    def aims(self) -> list[Aim]:
        """What is held against it: the end beside the beginning, once it was warm."""
        minutes = list(self.p95_by_minute().values())
        early, late = _thirds(minutes)
        first, last = _thirds(self.samples[int(len(self.samples) * WARM) :])
        return [
            Aim("lost, doubled, reordered, unanswered", len(self.faults) + self.answers.unanswered, 0, ""),
            Aim("delivered p95, last third of the minutes", mean(late), MOST_SLOWER * mean(early), floor=mean(early)),
            Aim("memory of the web server, last third", *_grown([one.web for one in first], [one.web for one in last])),
            Aim("memory of the worker", *_grown([one.worker for one in first], [one.worker for one in last])),
            Aim(
                "connections to the database, most",
                max(one.connections for one in last),
                max(one.connections for one in first) + MOST_CONNECTIONS,
                "",
            ),
            Aim("open files, most", max(one.files for one in last), max(one.files for one in first) + MOST_FILES, ""),
            Aim("a due job waits, longest", max(one.oldest for one in self.samples), OLDEST_DUE, "s"),
        ]

    def course(self) -> str:
        """How things stood in each tenth of the run."""
        by_minute, began = self.p95_by_minute(), self.samples[0].at
        step = max(1, len(self.samples) // 10)
        cells = [
            [
                f"{(one.at - began) / 60:.0f}",
                f"{by_minute.get(int((one.at - began) // 60), float('nan')):.1f}",
                f"{one.web / 1e6:.0f}",
                f"{one.worker / 1e6:.0f}",
                one.connections,
                one.files,
                one.jobs,
                f"{one.oldest:.1f}",
            ]
            for one in self.samples[::step]
        ]
        head = ["minute", "delivered p95 ms", "web MB", "worker MB", "connections", "files", "jobs", "oldest due s"]
        return tables.table(head, cells)

    def tables_grown(self) -> str:
        """The tables that grew most, beside the messages."""
        most = sorted(self.grown.items(), key=lambda item: -item[1])[:10]
        return tables.table(["table", "rows more"], [[name, f"{more:,}"] for name, more in most if more])


def play(server_url: str, minutes: float) -> Soak:
    """Agents and customers who stay, and each other second a new customer who asks the assistant and leaves."""
    with database.cloned(server_url) as url, tempfile.TemporaryDirectory() as folder:
        with database.in_use(url):
            with current.entered(Tenant.objects.get(schema_name=SLUG)):
                cast.knowledge()
                cast.rules()
            made = company.build(SLUG, agents=AGENTS, customers=CUSTOMERS)
        before, load = rows(url), Load(rate=RATE, seconds=minutes * 60)
        with application.baton(url, Path(folder), server="daphne", redis=False, web=1) as served:
            probe = Probe(served, url, every=max(1.0, minutes / 20))
            with gathered(served, HOST, made, load) as run, ThreadPoolExecutor(1) as pool:
                probe.start()
                asking = pool.submit(_ask, served, load.seconds)
                seen = run.play()
                answers = asking.result()
            probe.over.set()
            probe.join()
            faults = checks.faults(seen, checks.stored(url, SLUG, "conversations_message"))
        grown = {name: count - before.get(name, 0) for name, count in rows(url).items()}
        return Soak(minutes, seen, answers, probe.samples, grown, faults)


def _ask(served: Served, seconds: float) -> Answers:
    answers = Answers()
    with asyncio.Runner(loop_factory=new_event_loop) as runner:
        runner.run(answers.keep_asking(Place(HOST, served.port), every=ASK_EVERY, seconds=seconds))
    return answers


def _thirds(some: Sequence[T]) -> tuple[Sequence[T], Sequence[T]]:
    size = max(1, len(some) // 3)
    return some[:size], some[-size:]


def _grown(first: Iterable[int], last: Iterable[int]) -> tuple[float, float, str]:
    """Megabytes at last, how many there may be, and the unit."""
    return mean(last) / 1e6, MOST_GROWN * mean(first) / 1e6, "MB"


def main() -> None:
    """Half an hour, or as long as asked."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--short", action="store_true", help="for a minute, whose figures mean nothing")
    wanted = parser.parse_args()
    minutes = 1.0 if wanted.short else wanted.minutes
    with Server(DATA).ensure_running() as server_url:
        soak = play(server_url, minutes)
    waited = figures.spread(soak.answers.waited)
    messages = sum(len(one.sent) for one in soak.seen)
    intro = (
        f"{minutes:.0f} minutes with {AGENTS + CUSTOMERS} sockets, {RATE} messages a second ({messages:,} in all), and"
        f" a new customer each {ASK_EVERY:.0f} s who asks the assistant and leaves ({len(soak.answers.waited)} answers,"
        f" p50 {waited.p50:.0f} ms, p95 {waited.p95:.0f} ms). The last third is held against the first one after"
        " the first sixth."
    )
    for line in soak.faults[:10]:
        print(f"    {line}")
    aims.end(aims.tell("soak", intro, soak.aims(), soak.course(), soak.tables_grown()))
