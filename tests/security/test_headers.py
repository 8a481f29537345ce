"""What every answer says of itself: its type, who may keep it, frame it, and hear where it was read."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.conf import settings as configured
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone
from pytest_django import Settings

from config.static import StaticFiles
from tenants import csp
from tenants.transport import Transport
from tests import cast

PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "config.settings.prod",
    "SECRET_KEY": "k" * 50,
    "DATABASE_URL": "postgresql://x@127.0.0.1/x",
    "BATON_PUBLIC_HOSTS": "baton.example",
}
ASKED = (
    "DEBUG", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS", "SECURE_HSTS_INCLUDE_SUBDOMAINS", "SESSION_COOKIE_NAME",
    "CSRF_COOKIE_NAME", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE",
)  # fmt: skip


def of_production(missing: str = "") -> subprocess.CompletedProcess[str]:
    """The settings of production, read in a process of their own, without the variable `missing`."""
    program = f"from django.conf import settings\nprint([getattr(settings, name) for name in {ASKED}])"
    given = {name: value for name, value in PRODUCTION.items() if name != missing}
    kept = {name: os.environ[name] for name in ("PATH", "BATON_DATA") if name in os.environ}
    ran = [sys.executable, "-c", program]
    return subprocess.run(
        ran, env={**kept, **given}, cwd=configured.BASE_DIR, capture_output=True, text=True, check=False
    )


def test_production_speaks_https_alone(settings: Settings, rf: RequestFactory) -> None:
    told = of_production()
    assert told.stdout.strip() == str([False, True, 31_536_000, True, "__Host-session", "__Host-csrf", True, True]), (
        told.stderr
    )
    refused = of_production(missing="SECRET_KEY")
    assert refused.returncode != 0
    assert "SECRET_KEY must be set" in refused.stderr
    settings.SECURE_SSL_REDIRECT, settings.SECURE_HSTS_SECONDS = True, 31_536_000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    door: Callable[[HttpRequest], Any] = Transport(lambda _request: HttpResponse("served"))
    led = door(rf.get("/sign-in/"))
    assert (led.status_code, led["Location"]) == (301, "https://testserver/sign-in/")
    program = door(rf.get("/api/v1/me", headers={"authorization": "Bearer baton_x"}))
    assert (program.status_code, b"served" in program.content, b"https_required" in program.content) == (
        403,
        False,
        True,
    )
    served = door(rf.get("/api/v1/me", secure=True))
    assert served["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


@pytest.mark.parametrize(
    ("path", "status", "kept"),
    [
        ("/sign-in/", 200, False),
        ("/console/", 200, False),
        ("/widget/", 200, True),
        ("/api/v1/account", 200, False),
        ("/api/v1/conversations", 200, False),
        ("/api/v1/nowhere", 404, False),
        ("/nowhere", 404, True),
        ("/files/x/y.png", 404, True),
    ],
)
def test_every_kind_of_answer_says_how_it_is_to_be_taken(
    acme_client: Client, in_acme: Any, *, path: str, status: int, kept: bool
) -> None:
    bob = cast.agent("bob")
    answer = acme_client.get(path) if path == "/sign-in/" else cast.signed_in(acme_client, bob.email).get(path)
    assert answer.status_code == status
    kind = answer["Content-Type"]
    assert kind in {"text/html; charset=utf-8", "application/json"}
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert "default-src 'none'" in answer[csp.HEADER]
    assert "frame-ancestors" in answer[csp.HEADER]
    assert "Access-Control-Allow-Origin" not in answer
    assert ("no-store" in answer.get("Cache-Control", "")) is not kept


def test_nobody_gets_their_request_back(acme_client: Client) -> None:
    for path in ("/", "/sign-in/", "/api/v1/account", "/widget/"):
        answer = acme_client.trace(path, headers={"x-mine": "told-to-nobody"})
        assert answer.status_code in {401, 403, 405}, path
        assert b"told-to-nobody" not in answer.content


OUTSIDE = ("", "shared/", "operators", "../manage.py", "admin/../../settings/prod.py", ".git/config", "operators/../x")


def test_nothing_of_the_code_is_served(acme_client: Client) -> None:
    async def nobody(_scope: Any, _receive: Any, _send: Any) -> None:
        raise AssertionError("It is a static file.")

    async def status(path: str) -> int:
        sent: list[dict[str, Any]] = []

        async def send(message: dict[str, Any]) -> None:
            sent.append(message)

        app = StaticFiles(nobody, configured.FRONTEND_DIST, configured.STATIC_FOLDERS)
        scope = {"type": "http", "method": "GET", "path": f"/static/{path}", "headers": []}
        await app(scope, asyncio.Event().wait, send)
        return int(sent[0]["status"])

    assert [asyncio.run(status(path)) for path in OUTSIDE] == [404] * len(OUTSIDE)
    for path in ("/.git/config", "/manage.py", "/config/settings/prod.py", "/requirements.lock", "/.env", "/static/"):
        assert acme_client.get(path).status_code == 404, path


def test_who_finds_a_hole_reads_on_every_host_whom_to_tell(
    acme_client: Client, public_client: Client, settings: Settings
) -> None:
    settings.OPERATOR, settings.ORIGIN = "operator@baton.example", "https://baton.example"
    for client in (acme_client, public_client):
        answer = client.get("/.well-known/security.txt")
        assert (answer.status_code, answer["Content-Type"]) == (200, "text/plain; charset=utf-8")
        told = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())
        assert told["Contact"] == "mailto:operator@baton.example"
        assert told["Canonical"] == "https://baton.example/.well-known/security.txt"
        assert timedelta(days=100) < datetime.fromisoformat(told["Expires"]) - timezone.now() < timedelta(days=366)
