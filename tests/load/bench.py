"""`python -m tests.load PART`: Baton under load beside the floor, on each server and each channel layer.

BATON_WEB sets how many web servers every configuration has, as it does for Baton itself.
"""

import argparse
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tenants.embedded.postgres import Server
from tests import database
from tests.load import application, checks, company, figures, wakeup
from tests.load.application import Served
from tests.load.company import Company
from tests.load.figures import Figures
from tests.load.running import Load, gathered, used
from tests.load.wakeup import DATA

SLUG, HOST = "acme", "acme.localhost"
CONFIGURATIONS = {
    "daphne-pg": ("daphne, PostgreSQL alone", "daphne", False, 1),
    "daphne-redis": ("daphne, Redis", "daphne", True, 1),
    "uvicorn-pg": ("uvicorn, PostgreSQL alone", "uvicorn", False, 1),
    "uvicorn-redis": ("uvicorn, Redis", "uvicorn", True, 1),
    "two-daphne-redis": ("two daphnes, Redis", "daphne", True, 2),
    "two-uvicorn-redis": ("two uvicorns, Redis", "uvicorn", True, 2),
}


@dataclass(frozen=True)
class Size:
    """How many agents and customers hold a socket."""

    agents: int
    customers: int


@contextmanager
def populated(server_url: str, size: Size) -> Iterator[tuple[str, Company]]:
    """A fresh database with a company of that size."""
    with database.cloned(server_url) as url:
        with database.in_use(url):
            made = company.build(SLUG, agents=size.agents, customers=size.customers)
        yield url, made


@contextmanager
def serving(server_url: str, key: str, size: Size) -> Iterator[tuple[str, Company, Served]]:
    """A whole Baton with a company of that size."""
    _, server, redis, web = CONFIGURATIONS[key]
    web = int(os.environ.get("BATON_WEB") or web)
    with (
        populated(server_url, size) as (url, made),
        tempfile.TemporaryDirectory() as folder,
        application.baton(url, Path(folder), server=server, redis=redis, web=web) as served,
    ):
        yield url, made, served


def measure_floor(server_url: str, load: Load, size: Size) -> Figures:
    """Run the load against the floor."""
    with populated(server_url, size) as (url, made), application.floor(url) as served:
        with gathered(served, HOST, made, load, bare=True) as run:
            before = served.cpu()
            seen = run.play()
            cpu = used(before, served.cpu())
        wrong = checks.faults(seen, checks.stored(url, "public", "floor"))
        return figures.measured("floor", seen, seconds=load.seconds, cpu=cpu, faults=wrong)


def measure(server_url: str, key: str, load: Load, size: Size) -> Figures:
    """Run the load against a whole Baton."""
    with serving(server_url, key, size) as (url, made, served):
        with gathered(served, HOST, made, load) as run:
            before = served.cpu()
            seen = run.play()
            cpu = used(before, served.cpu())
        wrong = checks.faults(seen, checks.stored(url, SLUG, "conversations_message"))
        return figures.measured(CONFIGURATIONS[key][0], seen, seconds=load.seconds, cpu=cpu, faults=wrong)


def compare(server_url: str, keys: list[str], load: Load, size: Size, *, floor: bool = True) -> None:
    """Measure the floor and then each configuration, and print the table."""
    sockets = size.agents + size.customers
    print(f"\n{sockets} sockets, {size.agents} of them agents', {load.seconds:.0f} s\n\n{figures.HEAD}", flush=True)
    lowest = measure_floor(server_url, load, size) if floor else None
    if lowest is not None:
        print(lowest.row(None), flush=True)
    for key in keys:
        figure = measure(server_url, key, load, size)
        print(figure.row(lowest), flush=True)
        for line in figure.faults[:5]:
            print(f"    {line}")


def hold(server_url: str, key: str, sockets: int) -> None:
    """Hold that many visitors who only look, and print what each costs the web server in memory."""
    with serving(server_url, key, Size(agents=1, customers=1)) as (_, made, served):
        with gathered(served, HOST, made, Load(rate=0, seconds=1)) as run:
            run.play()  # whatever is loaded only once is loaded by now
        empty = served.memory("web")
        with gathered(served, HOST, made, Load(rate=0, seconds=5, strangers=sockets)) as run:
            held = served.memory("web")
            errors = [error for one in run.play() for error in one.errors]
        figures_of = [f"{empty / 1e6:.0f}", f"{held / 1e6:.0f}", f"{(held - empty) / sockets / 1000:.1f}"]
        print(f"| {CONFIGURATIONS[key][0]} | {sockets} | {' | '.join(figures_of)} | {len(errors)} |", flush=True)


def everything(server_url: str, keys: list[str]) -> None:
    """What `make load` prints: latency, endurance, throughput, many agents, held sockets."""
    compare(server_url, keys, Load(rate=100, seconds=30), Size(agents=20, customers=200))
    compare(server_url, keys[:1], Load(rate=50, seconds=180, processes=2), Size(agents=20, customers=980))
    compare(server_url, keys, Load(rate=400, seconds=20, processes=2), Size(agents=40, customers=960), floor=False)
    for agents in (5, 20, 100):
        compare(server_url, keys[:1], Load(rate=20, seconds=15), Size(agents=agents, customers=100), floor=False)
    print("\n| configuration | sockets held | MB without | MB with | kB a socket | errors |\n|---|---|---|---|---|---|")
    for key in (keys[0], keys[-1]):
        hold(server_url, key, 5000)


def main() -> None:
    """Measure one load against the floor and what was asked for, hold sockets, or measure everything."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rate", type=float, default=100)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--sockets", type=int, default=200)
    parser.add_argument("--agents", type=int, default=20)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--no-floor", action="store_true")
    parser.add_argument("--hold", action="store_true", help="only hold the sockets")
    parser.add_argument("--only", nargs="*", default=list(CONFIGURATIONS), choices=CONFIGURATIONS)
    wanted = parser.parse_args()
    load = Load(rate=wanted.rate, seconds=wanted.seconds, processes=wanted.processes)
    size = Size(agents=wanted.agents, customers=wanted.sockets - wanted.agents)
    with Server(DATA).ensure_running() as server_url:
        if wanted.hold:
            for key in wanted.only:
                hold(server_url, key, wanted.sockets)
        else:
            compare(server_url, wanted.only, load, size, floor=not wanted.no_floor)


def all_parts() -> None:
    """Measure everything, the wake-ups too."""
    with Server(DATA).ensure_running() as server_url:
        everything(server_url, list(CONFIGURATIONS))
    print()
    wakeup.main()
