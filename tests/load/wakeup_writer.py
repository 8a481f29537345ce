"""The cause of the wake-up bench's jobs: writes each in a transaction, as a web process does, and wakes a worker.

Prints a line for each job: its id, when it fell due (the commit, or run_at), and how long waking took, in seconds.
"""

import argparse
import os
import random
import threading
import time
from datetime import UTC, datetime
from uuid import UUID

from django.db import transaction

from tenants import current, jobs
from tenants.models import Tenant
from tests.load.wakeup_listener import LONGEST_WAIT
from tests.load.wakeup_worker import run_job

LATER = 0.7  # seconds, as a turn waits for the customer to finish


def write_one(*, later: bool, wakes: bool) -> None:
    """One job in one transaction; its wake-up leaves once that is committed, or once it is due."""
    due = time.time() + (LATER if later else 0.0)
    with current.entered(Tenant(schema_name="acme")), transaction.atomic():
        job_id = jobs.write("load", {}, run_at=datetime.fromtimestamp(due, UTC))
    if not later:
        due = time.time()
    if wakes and later:
        threading.Timer(due - time.time(), wake, [job_id, due]).start()  # the clock's part
    elif wakes:
        wake(job_id, due)
    else:
        print(job_id, f"{due:.6f} 0", flush=True)


def wake(job_id: UUID, due: float) -> None:
    """Send the wake-up."""
    began = time.perf_counter()
    run_job.apply_async(args=[str(job_id)], retry=False)
    print(job_id, f"{due:.6f} {time.perf_counter() - began:.6f}", flush=True)


def main() -> None:
    """Write jobs at a rate, unevenly, as customers do."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--jobs", type=int, required=True)
    parser.add_argument("--rate", type=float, required=True)
    parser.add_argument("--later", action="store_true")
    wanted = parser.parse_args()
    wakes = not os.environ.get("LOAD_NO_BROKER")
    dice = random.Random(20261122)
    for _ in range(wanted.jobs):
        time.sleep(dice.expovariate(wanted.rate))
        write_one(later=wanted.later, wakes=wakes)
    time.sleep(LATER + LONGEST_WAIT)
