"""Whether Baton lives and is ready, each part that is down by its name; and the checks of a worker and the sweeper."""

import asyncio
import json
import os
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.utils import timezone
from pytest_django import Settings

from config import alive
from tenants import health
from tenants.health import Health
from tenants.models import Heartbeat, Tenant
from tenants.observing import pulse
from tenants.observing.vitals import Vitals

OK = {"database": "ok", "worker": "ok", "sweeper": "ok"}


def asked(app: Vitals, path: str, *, client: str = "127.0.0.1", **headers: str) -> tuple[int, bytes]:
    """The answer of the web server's first door to a GET."""
    sent: list[dict[str, Any]] = []
    lines = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": "GET", "path": path, "headers": lines, "client": (client, 5)}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    async def receive() -> dict[str, Any]:
        return {"type": "http.request"}

    asyncio.run(app(scope, receive, send))
    return sent[0]["status"], sent[1]["body"]


async def nobody(_scope: object, _receive: object, send: Any) -> None:
    """The application behind the door."""
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body", "body": b""})


def app(found: Health) -> Vitals:
    """The door of a Baton that is as `found`."""
    return Vitals(nobody, lambda: found)


def test_each_part_that_is_down_is_named_and_only_the_rest_goes_on_to_the_application() -> None:
    down = Health({"database": "ok", "worker": "no sign of life", "sweeper": "ok"}, {"broker": "no sign of life"})
    status, body = asked(app(down), "/health/ready")
    assert (status, json.loads(body)["checks"]["worker"]) == (503, "no sign of life")
    assert asked(app(down), "/health/serving")[0] == 200, "customers can write while no worker runs"
    assert asked(app(Health({"database": "does not answer"})), "/health/serving")[0] == 503
    assert asked(app(down), "/health/live") == (200, b'{"live": true}')
    assert asked(app(down), "/health/other")[0] == 204
    assert asked(app(Health(OK)), "/health/ready")[0] == 200


def test_who_asks_often_costs_one_look() -> None:
    looks: list[float] = []

    def look() -> Health:
        looks.append(time.monotonic())
        return Health(OK)

    seen = health.Remembered(look)
    for _ in range(50):
        seen.health()
    assert len(looks) == 1


def test_ready_needs_fresh_signs_of_worker_and_sweeper(own_database: str, acme: Tenant, settings: Settings) -> None:
    settings.DATABASE_URL = own_database
    assert health.look().checks == {"database": "ok", "worker": "no sign of life", "sweeper": "no sign of life"}
    for name in (*health.NEEDED, health.MESSAGES):
        health.beat(name)
    assert (health.look().is_ready, health.look().beside) == (True, {"broker": "ok"})
    Heartbeat.objects.filter(name="worker").update(at=timezone.now() - timedelta(minutes=2))
    assert health.look().checks == {**OK, "worker": "no sign of life"}


@pytest.mark.parametrize(
    ("url", "redis"),
    [("postgresql://baton@127.0.0.1:1/none", ""), ("postgresql://x@127.0.0.1:1/", "redis://127.0.0.1:1")],
)
def test_what_is_away_is_named_within_seconds(settings: Settings, url: str, redis: str) -> None:
    settings.DATABASE_URL, settings.REDIS_URL = url, redis
    began = time.monotonic()
    found = health.look()
    assert time.monotonic() - began < 5
    assert (found.is_ready, found.serves) == (False, False)
    assert found.checks["database"] == "does not answer"
    assert found.checks.get("redis") == ("does not answer" if redis else None)


def test_a_database_that_is_not_migrated_is_said_to_be(database_server: str, settings: Settings) -> None:
    with psycopg.connect(database_server, autocommit=True) as line:
        line.execute("SELECT 1")
    settings.DATABASE_URL = database_server
    assert health.look().checks["database"] == "is not migrated"


def test_a_process_that_is_stuck_or_gone_fails_its_own_check(tmp_path: Path, settings: Settings) -> None:
    settings.LOCAL_DIR = tmp_path
    assert alive.stuck("worker", signs=tmp_path / "pulse", now=time.time()) == "no worker runs here"
    pulse.beat("worker")
    (mine,) = (tmp_path / "pulse").iterdir()
    assert mine.name == f"worker-{os.getpid()}"
    assert alive.stuck("worker", signs=tmp_path / "pulse", now=time.time()) == ""
    assert "gave no sign of life" in alive.stuck("worker", signs=tmp_path / "pulse", now=time.time() + 60)
    mine.rename(tmp_path / "pulse" / "worker-999999999")
    assert alive.stuck("worker", signs=tmp_path / "pulse", now=time.time()) == "no worker runs here"


def test_the_check_is_a_command_whose_code_tells(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "config.alive", "sweeper"]
    done = subprocess.run(
        command, env={**os.environ, "BATON_LOCAL": str(tmp_path)}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr.strip()) == (1, "no sweeper runs here")
