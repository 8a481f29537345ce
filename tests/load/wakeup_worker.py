"""The worker of the wake-up bench: Celery as Baton runs it, with a job whose work is to note when it began."""

import os
import time
import uuid
from pathlib import Path
from typing import cast

from celery import shared_task
from django.conf import settings

from config.celery import app
from config.warm import listener
from conversations import tasks
from tenants import jobs
from tenants.jobs import Lease

NOTES = "LOAD_NOTES"  # the file that work is noted in
ASYNC_COMMIT = "LOAD_ASYNC_COMMIT"  # set when the queue's connections may answer before the disk did
LISTENS = "LOAD_LISTENS"  # set when Baton's own listener does the jobs
__all__ = ["app", "note", "run_job"]

if os.environ.get(ASYNC_COMMIT):
    at = f"{settings.DATABASE_URL}?options=-c%20synchronous_commit%3Doff"
    app.conf.broker_transport_options = {**settings.CELERY_BROKER_TRANSPORT_OPTIONS, "conn_string": at}


def note(held: Lease) -> None:
    """The work: write down when it began, in seconds of the wall clock."""
    at = time.time()
    with Path(os.environ[NOTES]).open("a") as notes:
        notes.write(f"{held.job_id} {at:.6f}\n")


if os.environ.get(LISTENS):
    cast("dict[str, jobs.Work]", tasks.WORK)["load"] = note
else:
    listener.stop.set()  # before the worker forks: what Celery brings is measured, and nobody else may take it


@shared_task(name="load.run_job")  # type: ignore[untyped-decorator]
def run_job(job_id: str) -> None:
    """Lease the job and do its work, as `conversations.tasks.run_job` does."""
    jobs.run(uuid.UUID(job_id), note)
