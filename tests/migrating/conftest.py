"""Amy, admin of acme, at her browser, and what she sends."""

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from agents.models import Role
from conversations import tasks
from conversations.migrating import running
from tenants import jobs
from tenants.models import Job, Tenant
from tests import cast
from tests.clients import HostClient


@pytest.fixture
def amy(in_acme: Tenant) -> Client:
    """The browser of amy, an admin."""
    return cast.signed_in(HostClient("acme.localhost"), cast.agent("amy", Role.ADMIN).email)


def asked(client: Client, method: str, path: str, *, status: int = 200) -> Any:
    """What the address answers, after a look at the status."""
    answer = getattr(client, method)(f"/api/v1/{path}")
    assert answer.status_code == status, answer.content
    return answer.json()


def sent(client: Client, source: str, document: Any, *, status: int = 201) -> Any:
    """The answer to a file."""
    content = document if isinstance(document, bytes) else json.dumps(document).encode()
    form = {"source": source, "file": SimpleUploadedFile("export.json", content)}
    answer = client.post("/api/v1/migrations", form)
    assert answer.status_code == status, answer.content
    return answer.json()


def run() -> None:
    """Every job of migrations that is due, until none is."""
    for _ in range(500):
        found = Job.objects.filter(kind=running.KIND, run_at__lte=timezone.now()).first()
        if found is None:
            return
        jobs.run(found.id, tasks.work)
    raise AssertionError("It never ends.")


def read(client: Client, source: str, document: Any) -> Any:
    """The migration, once its file was read."""
    made = sent(client, source, document)
    run()
    return asked(client, "get", f"migrations/{made['id']}")


def step(client: Client, made: Any, what: str) -> Any:
    """The migration after apply, cancel or undo, once its jobs ran."""
    asked(client, "post", f"migrations/{made['id']}/{what}")
    run()
    return asked(client, "get", f"migrations/{made['id']}")


def items(client: Client, made: Any, query: str = "") -> list[Any]:
    """What the migration holds."""
    found: list[Any] = asked(client, "get", f"migrations/{made['id']}/items?{query}")["data"]
    return found
