"""`manage.py sweep`: finds jobs that are overdue and tells workers of them through Celery, for ever."""

import signal
import threading
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import OperationalError, close_old_connections

from conversations import retention, tasks
from conversations.arrivals import reconciling
from conversations.door import tidying
from conversations.insights import looking
from conversations.quality import drawing
from conversations.subscribing import looking as subscriptions
from tenants import health, jobs
from tenants.observing import logs, minutes, port, pulse
from tenants.observing.minutes import Keeper

LATE = timedelta(seconds=1)  # a worker that listens takes a job at its moment; what is older was missed


class Command(BaseCommand):
    """The sweeper: a job whose notice was lost, or whose worker died, is found again within seconds."""

    help = "Tell workers of overdue jobs, and keep the signs of life fresh, until stopped."

    def add_arguments(self, parser: CommandParser) -> None:
        """How often to look."""
        parser.add_argument("--every", type=float, default=2.0, help="seconds between two looks")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Sweep until told to stop."""
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        logs.catch_uncaught()
        port.listen()
        Keeper(minutes.forget).start()
        begun = False
        while not stop.is_set():
            try:
                if not begun:
                    retention.begin()
                    drawing.begin()
                    looking.begin()
                    reconciling.begin()
                    subscriptions.begin()
                    tidying.begin()
                    begun = True
                sweep()
            except OperationalError as error:
                self.stderr.write(f"The database does not answer; trying again. {type(error).__name__}")
            close_old_connections()
            pulse.beat(health.SWEEPER)
            stop.wait(options["every"])


def sweep() -> None:
    """Look once."""
    for job_id in jobs.due(late=LATE, lane=tasks.OURS):  # those that wait for others' servers have listeners alone
        tasks.wake(job_id)
    health.beat(health.SWEEPER)
    tasks.wake_beat()
