"""Celery: messages that tell a worker to look at the job rows; losing all of them costs seconds, never data."""

import os

from celery import Celery
from celery.signals import setup_logging

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")

app = Celery("baton", include=["config.warm"])
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@setup_logging.connect(weak=False)  # type: ignore[untyped-decorator]
def leave_the_log_alone(**_signal: object) -> None:
    """Django's settings say how to log; without a receiver Celery would have handlers of its own."""
