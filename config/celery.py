"""Celery: messages that tell a worker to look at the job rows; losing all of them costs seconds, never data."""

import os

from celery import Celery
from celery.signals import worker_process_init

from assistant import reading

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")

app = Celery("baton")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@worker_process_init.connect(weak=False)  # type: ignore[untyped-decorator]
def warm_up(**_signal: object) -> None:
    """Load the encoders in each process before its first turn, so that no customer waits for them."""
    reading.read(["Hello"])
