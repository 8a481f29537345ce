"""`python -m tests.load bench`: Baton under load beside the floor, on each server and each channel layer."""

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tenants.embedded.postgres import Server
from tests import database
from tests.load import application, checks, company, figures
from tests.load.company import Company
from tests.load.figures import Figures
from tests.load.running import Load, gathered, used
from tests.load.wakeup import DATA

SLUG, HOST = "acme", "acme.localhost"
CONFIGURATIONS = {
    "daphne-pg": ("daphne, PostgreSQL alone", "daphne", False),
    "daphne-redis": ("daphne, Redis", "daphne", True),
    "uvicorn-pg": ("uvicorn, PostgreSQL alone", "uvicorn", False),
    "uvicorn-redis": ("uvicorn, Redis", "uvicorn", True),
}


@contextmanager
def populated(server_url: str, *, agents: int, customers: int) -> Iterator[tuple[str, Company]]:
    """A fresh database with a company of that size."""
    with database.cloned(server_url) as url:
        with database.in_use(url):
            made = company.build(SLUG, agents=agents, customers=customers)
        yield url, made


def measure_floor(server_url: str, load: Load, *, agents: int, customers: int) -> Figures:
    """Run the load against the floor."""
    with populated(server_url, agents=agents, customers=customers) as (url, made), application.floor(url) as served:
        with gathered(served, HOST, made, load, bare=True) as run:
            before = served.cpu()
            seen = run.play()
            cpu = used(before, served.cpu())
        wrong = checks.faults(seen, checks.stored(url, "public", "floor"))
        return figures.measured("floor", seen, seconds=load.seconds, cpu=cpu, faults=wrong)


def measure(server_url: str, key: str, load: Load, *, agents: int, customers: int) -> Figures:
    """Run the load against a whole Baton."""
    name, server, redis = CONFIGURATIONS[key]
    with (
        populated(server_url, agents=agents, customers=customers) as (url, made),
        tempfile.TemporaryDirectory() as folder,
        application.baton(url, Path(folder), server=server, redis=redis) as served,
    ):
        with gathered(served, HOST, made, load) as run:
            before = served.cpu()
            seen = run.play()
            cpu = used(before, served.cpu())
        wrong = checks.faults(seen, checks.stored(url, SLUG, "conversations_message"))
        return figures.measured(name, seen, seconds=load.seconds, cpu=cpu, faults=wrong)


def main() -> None:
    """Measure the floor and what was asked for, and print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rate", type=float, default=100)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--sockets", type=int, default=200)
    parser.add_argument("--agents", type=int, default=20)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--no-floor", action="store_true")
    parser.add_argument("--only", nargs="*", default=list(CONFIGURATIONS), choices=CONFIGURATIONS)
    wanted = parser.parse_args()
    load = Load(rate=wanted.rate, seconds=wanted.seconds, processes=wanted.processes)
    size = {"agents": wanted.agents, "customers": wanted.sockets - wanted.agents}
    print(f"{wanted.sockets} sockets, {wanted.agents} of them agents', {wanted.seconds:.0f} s\n\n{figures.HEAD}")
    with Server(DATA).ensure_running() as server_url:
        lowest = None
        if not wanted.no_floor:
            lowest = measure_floor(server_url, load, **size)
            print(lowest.row(None), flush=True)
        for key in wanted.only:
            figure = measure(server_url, key, load, **size)
            print(figure.row(lowest), flush=True)
            for line in figure.faults[:5]:
                print(f"    {line}")
