"""Celery: messages that tell a worker to look at the job rows; losing all of them costs seconds, never data."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")

app = Celery("baton", include=["config.warm"])
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
