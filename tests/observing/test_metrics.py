"""What Prometheus reads: of all processes, with few labels and nobody's words, and only for who may."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from prometheus_client import REGISTRY
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from agents.models import Agent
from conversations import labels
from tenants import current, jobs
from tenants.health import Health
from tenants.models import Job, JobState, Tenant
from tenants.observing import access, meters, reading
from tests import cast
from tests.clients import HostClient
from tests.observing.test_health import OK, app, asked

COUNT = """
from tenants.observing import meters
meters.turns.labels("answer").inc(2)
meters.sockets.labels("desk").inc(3)
"""


def value(name: str, **told: str) -> float:
    """A figure of this process."""
    return REGISTRY.get_sample_value(name, told) or 0.0


@pytest.mark.parametrize(
    ("token", "client", "headers", "may"),
    [
        ("", "127.0.0.1", {}, True),
        ("", "10.1.2.3", {}, True),
        ("", "93.184.215.14", {}, False),
        ("", "10.1.2.3", {"x_forwarded_for": "10.1.2.3"}, False),
        ("", "", {}, False),
        ("quite-secret", "127.0.0.1", {}, False),
        ("quite-secret", "127.0.0.1", {"authorization": "Bearer quite-secreT"}, False),
        ("quite-secret", "93.184.215.14", {"authorization": "Bearer quite-secret"}, True),
    ],
)
def test_who_may_read_them(settings: Settings, token: str, client: str, headers: dict[str, str], *, may: bool) -> None:
    settings.METRICS_TOKEN = token
    status, body = asked(app(Health({"database": "does not answer"})), "/metrics", client=client, **headers)
    assert status == (200 if may else 403)
    assert (b"baton_part_up" in body) == may


def test_a_database_that_is_away_leaves_the_parts_and_what_was_counted() -> None:
    told = reading.text(Health({"database": "does not answer", "redis": "ok"})).decode()
    assert 'baton_part_up{part="database"} 0.0' in told
    assert 'baton_part_up{part="redis"} 1.0' in told
    assert "baton_jobs_open" not in told


def test_what_stands_in_the_database_is_told_with_bounded_labels(
    own_database: str, acme: Tenant, settings: Settings
) -> None:
    settings.DATABASE_URL = own_database
    with current.entered(acme):
        dead = jobs.write("mail", {"conversation_id": "conv_1"})
        jobs.write("turn", {"conversation_id": "conv_1"})
    Job.objects.filter(pk=dead).update(state=JobState.DEAD)
    told = reading.text(Health(OK)).decode()
    assert 'baton_jobs_open{kind="mail",state="dead"} 1.0' in told
    assert 'baton_jobs_open{kind="turn",state="ready"} 1.0' in told
    assert 'baton_company_jobs_due{tenant="acme"} 1.0' in told
    assert 'baton_companies{state="open"} 2.0' in told
    assert "baton_notices_queue_share" in told


def test_the_figures_of_several_processes_are_added_up_and_the_dead_have_nothing_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    env = {**os.environ, "PROMETHEUS_MULTIPROC_DIR": str(tmp_path)}
    for _ in range(2):
        subprocess.run([sys.executable, "-c", COUNT], env=env, check=True)
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", str(tmp_path))
    told = reading.text(None).decode()
    assert 'baton_turns_total{outcome="answer"} 4.0' in told
    assert 'baton_sockets_open{side="desk"}' not in told, "both processes are gone"


def test_a_request_is_counted_by_its_route_and_its_address_stands_nowhere(acme: Tenant) -> None:
    before = value("baton_http_requests_total", section="r", method="GET", status="4xx")
    HostClient("acme.localhost").get("/r/a-canary-token", {"q": "carol"})
    assert value("baton_http_requests_total", section="r", method="GET", status="4xx") == before + 1
    assert b"canary" not in reading.text(None)
    assert access.section_of("api/v1/conversations/<str:conversation_id>/notes") == "api/v1/conversations"


def test_a_turn_is_timed_by_step_and_its_handover_counted_by_condition(
    in_acme: Tenant, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    cast.rules()
    cast.knowledge()
    bob: Agent = cast.agent("bob")
    assert bob.pk
    turns, asked_for = value("baton_turns_total", outcome="handover"), "asks_human"
    before = value("baton_escalations_total", condition=asked_for)
    with django_capture_on_commit_callbacks(execute=True):
        cast.answered(cast.customer(), "I want to talk to a human being, please")
    assert value("baton_turns_total", outcome="handover") == turns + 1
    assert value("baton_escalations_total", condition=asked_for) == before + 1
    for step in ("whole", "deciding", "answering", "writing"):
        assert value("baton_turn_step_seconds_count", step=step) >= 1
    assert sum(value("baton_first_word_seconds_count", engine=engine) for engine in ("embedded", "none")) >= 1


def test_no_label_can_take_a_value_that_somebody_else_chooses() -> None:
    assert (meters.code(4408), meters.code(3999), meters.status(418)) == ("4408", "other", "4xx")
    free = {"kind", "section", "tenant"}  # our kinds of jobs, our routes; companies only of the ten with most work
    known = {
        "method",
        "status",
        "side",
        "code",
        "direction",
        "outcome",
        "step",
        "engine",
        "condition",
        "level",
        "state",
    }
    ours = [one for one in vars(meters).values() if hasattr(one, "_labelnames")]
    assert len(ours) > 15
    assert {label for one in ours for label in one._labelnames} <= free | known
    assert len(labels.TRIGGERS) < 50
