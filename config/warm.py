"""What a worker does before its first job; Celery imports this module in workers only."""

import os
import time

from celery.signals import (
    task_postrun,
    task_prerun,
    worker_init,
    worker_process_init,
    worker_process_shutdown,
    worker_ready,
)
from django.db import close_old_connections

from assistant import reading
from assistant.encoders import language, use
from conversations import tasks
from conversations.listening import Beside, Listener
from tenants.observing import logs, port, sampling
from tenants.observing.minutes import Keeper

GREETING = "Hello"
POLITENESS = 5  # as `nice` counts it: where both want the processor, sockets get three times as much of it as turns do
FAREWELL_SECONDS = 10.0

# Of this process; a process that ends lets them finish the job under way.
beside = [Beside(lane) for lane in (tasks.QUICK, tasks.QUICK, tasks.SLOW)]
listener = Listener(beside)


@worker_init.connect(weak=False)  # type: ignore[untyped-decorator]
def load_what_processes_share(**_signal: object) -> None:
    """Load what is plain memory before the worker forks, once for all; its processes let the web go first."""
    os.nice(POLITENESS)
    use.encode([GREETING])
    language.identify(GREETING, "en")


@worker_process_init.connect(weak=False)  # type: ignore[untyped-decorator]
def load_what_each_needs(**_signal: object) -> None:
    """Load the rest in each process before its first turn, so that no customer waits for it."""
    reading.read([GREETING])


@worker_process_init.connect(weak=False)  # type: ignore[untyped-decorator]
def listen(**_signal: object) -> None:
    """Take jobs as they are written, and tell what comes of them."""
    logs.catch_uncaught()
    Keeper(sampling.database_pool).start()
    for worker in (*beside, listener):
        worker.start()


@worker_ready.connect(weak=False)  # type: ignore[untyped-decorator]
def tell(**_signal: object) -> None:
    """Answer who asks for metrics, from the process that has forked all others."""
    port.listen()


@worker_process_shutdown.connect(weak=False)  # type: ignore[untyped-decorator]
def finish(**_signal: object) -> None:
    """Take no more jobs, and end those under way."""
    listener.stop.set()
    for worker in beside:
        worker.end()
    until = time.monotonic() + FAREWELL_SECONDS
    for thread in (listener, *beside):
        thread.join(max(0.0, until - time.monotonic()))


@task_prerun.connect(weak=False)  # type: ignore[untyped-decorator]
@task_postrun.connect(weak=False)  # type: ignore[untyped-decorator]
def give_back(**_signal: object) -> None:
    """Give this thread's connection back to the pool, which belongs to all threads of the process and stays."""
    close_old_connections()
