"""The application as it runs for real: ready, restarted when a process crashes, fast to wake, gone at the end."""

import os
import signal
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from statistics import median
from typing import Any

from django.utils import timezone

from config import celery_app
from conversations import tasks
from tenants.models import Heartbeat
from tests.running import Running

PATIENCE = 40.0


def wait_for(what: Callable[[], bool]) -> float:
    """Wait until it is so; gives the seconds it took."""
    began = time.monotonic()
    while not what():
        assert time.monotonic() - began < PATIENCE
        time.sleep(0.02)
    return time.monotonic() - began


def test_a_crashed_process_is_started_again(running_baton: Running) -> None:
    worker = running_baton.child("worker")
    before = worker.pid
    assert before is not None
    os.kill(before, signal.SIGKILL)
    lines: list[str] = []

    def back() -> bool:
        lines.extend(running_baton.baton.tend())
        return worker.pid not in {None, before}

    wait_for(back)
    assert lines == ["worker was ended by SIGKILL; starting it again in 1 s"]
    wait_for(lambda: not running_baton.baton.missing())


def broker(whole: Running) -> Any:
    """The broker of the running Baton, by the rules of the settings."""
    redis = os.environ.get("REDIS_URL")
    url = redis or whole.database_url.replace("postgresql://", "pgmq://")
    options = {} if redis else {"init_extension": False, "pool_size": 1}
    return celery_app.connection_for_write(url=url, transport_options=options)


def beaten_since(moment: datetime) -> bool:
    """Whether a worker heard a message after this moment."""
    return Heartbeat.objects.filter(name="messages", at__gte=moment).exists()


def test_a_worker_hears_a_message_within_milliseconds(running_baton: Running, running_database: str) -> None:
    took: list[float] = []
    with broker(running_baton) as line, celery_app.amqp.Producer(line) as producer:
        for _ in range(30):
            sent = timezone.now()
            celery_app.send_task(tasks.beat.name, producer=producer)
            wait_for(partial(beaten_since, sent))
            took.append((Heartbeat.objects.get(name="messages").at - sent).total_seconds())
    print(f"publish to run: p50 {median(took) * 1000:.1f} ms, slowest {max(took) * 1000:.1f} ms")
    assert median(took) < 0.1, took
