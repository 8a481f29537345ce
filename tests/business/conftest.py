"""Sue, supervisor of acme, at her browser; and bob, an agent there."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from agents.models import Role
from tenants.models import Tenant
from tests import cast
from tests.clients import HostClient

Send = Callable[..., Any]
ORDER: dict[str, Any] = {
    "number": "AC-7001",
    "email": "carol@example.org",
    "name": "Carol Example",
    "state": "paid",
    "placed_at": "2026-11-02T09:30:00Z",
    "total": "89.90",
    "address": {"line": "Mill Lane 4", "town": "Hartsbridge"},
    "items": [
        {"sku": "LIGHT", "name": "Lumen 600", "quantity": 2, "price": "39.95"},
        {"name": "Bell", "price": "10.00"},
    ],
}


@pytest.fixture
def sue(in_acme: Tenant) -> Client:
    """The browser of sue, a supervisor."""
    return cast.signed_in(HostClient("acme.localhost"), cast.agent("sue", Role.SUPERVISOR).email)


@pytest.fixture
def bob(in_acme: Tenant) -> Client:
    """The browser of bob, an agent."""
    return cast.signed_in(HostClient("acme.localhost"), cast.agent("bob").email)


def sent(client: Client, method: str, path: str, body: Any = None, *, status: int = 200) -> Any:
    """What the address answers, after a look at the status."""
    answer = getattr(client, method)(f"/api/v1/{path}", body, content_type="application/json")
    assert answer.status_code == status, answer.content
    return answer.json() if answer.content else None


def wrong(client: Client, method: str, path: str, body: Any, *, status: int = 422) -> tuple[str, str]:
    """The field that is wrong, and what is wrong with it."""
    error = sent(client, method, path, body, status=status)["error"]
    return error["param"], error["message"]
