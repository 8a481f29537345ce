"""What a worker does before its first job; Celery imports this module in workers only."""

from celery.signals import worker_init, worker_process_init, worker_process_shutdown

from assistant import reading
from assistant.encoders import language, use
from conversations.listening import Listener

GREETING = "Hello"
FAREWELL_SECONDS = 10.0

listener = Listener()  # of this process; a process that ends lets it finish the job under way


@worker_init.connect(weak=False)  # type: ignore[untyped-decorator]
def load_what_processes_share(**_signal: object) -> None:
    """Load what is plain memory before the worker forks, once for all of its processes."""
    use.encode([GREETING])
    language.identify(GREETING, "en")


@worker_process_init.connect(weak=False)  # type: ignore[untyped-decorator]
def load_what_each_needs(**_signal: object) -> None:
    """Load the rest in each process before its first turn, so that no customer waits for it."""
    reading.read([GREETING])


@worker_process_init.connect(weak=False)  # type: ignore[untyped-decorator]
def listen(**_signal: object) -> None:
    """Take jobs as they are written."""
    listener.start()


@worker_process_shutdown.connect(weak=False)  # type: ignore[untyped-decorator]
def finish(**_signal: object) -> None:
    """Take no more jobs, and end the one under way."""
    listener.stop.set()
    listener.join(FAREWELL_SECONDS)
