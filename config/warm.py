"""What a worker does before its first task; Celery imports this module in workers only."""

from celery.signals import worker_init, worker_process_init

from assistant import reading
from assistant.encoders import language, use

GREETING = "Hello"


@worker_init.connect(weak=False)  # type: ignore[untyped-decorator]
def load_what_processes_share(**_signal: object) -> None:
    """Load what is plain memory before the worker forks, once for all of its processes."""
    use.encode([GREETING])
    language.identify(GREETING, "en")


@worker_process_init.connect(weak=False)  # type: ignore[untyped-decorator]
def load_what_each_needs(**_signal: object) -> None:
    """Load the rest in each process before its first turn, so that no customer waits for it."""
    reading.read([GREETING])
