"""What a worker's process does before its first task; Celery imports this module in workers only."""

from celery.signals import worker_process_init

from assistant import reading


@worker_process_init.connect(weak=False)  # type: ignore[untyped-decorator]
def load_encoders(**_signal: object) -> None:
    """Load the encoders in each process before its first turn, so that no customer waits for them."""
    reading.read(["Hello"])
