"""Threads that wait, each with its own database session, to do things at the same moment."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager

from django.db import connection

from tenants import current
from tenants.models import Tenant

PATIENCE = 30.0
Work = Callable[[], object]


class Racers:
    """As many threads as can run at once; each keeps its session from race to race."""

    def __init__(self, company: Tenant, lanes: list[ThreadPoolExecutor]) -> None:
        self.company, self.lanes = company, lanes

    def at_once(self, *works: Work) -> None:
        """Let all begin at the same moment, inside the company, and wait for all; an error of one rises here."""
        start = threading.Barrier(len(works))
        runs = [lane.submit(self._run, start, work) for lane, work in zip(self.lanes, works, strict=False)]
        _wait(runs)

    def _run(self, start: threading.Barrier, work: Work) -> None:
        with current.entered(self.company):
            start.wait(PATIENCE)
            work()


@contextmanager
def racers(company: Tenant, count: int) -> Iterator[Racers]:
    """So many threads, gone with their sessions after the block."""
    with ExitStack() as held:
        lanes = [held.enter_context(ThreadPoolExecutor(1)) for _ in range(count)]
        try:
            yield Racers(company, lanes)
        finally:
            _wait([lane.submit(_leave) for lane in lanes])


def _leave() -> None:
    connection.close()  # the thread's own, which it alone may close


def _wait(runs: list[Future[None]]) -> None:
    for run in runs:
        run.result(PATIENCE)
