"""Alice (admin) and bob (agent) of acme, each with a browser, a program with a token, and carol, of whom they write."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from agents import tokens
from agents.models import Agent, Role
from conversations.models import Customer
from tenants.models import Tenant
from tenants.trail import audit
from tests import cast
from tests.clients import HostClient

Program = Callable[..., Client]
JSON = "application/json"


@pytest.fixture
def alice(in_acme: Tenant) -> Agent:
    """An admin of acme."""
    return cast.agent("alice", Role.ADMIN)


@pytest.fixture
def carol(in_acme: Tenant) -> Customer:
    """A customer of acme."""
    return cast.customer("carol")


@pytest.fixture
def desk(alice: Agent) -> Client:
    """Alice's browser."""
    return cast.signed_in(HostClient("acme.localhost"), alice.email)


@pytest.fixture
def program(alice: Agent) -> Program:
    """Makes a program with a token of these scopes."""

    def make(*scopes: str, name: str = "Warehouse") -> Client:
        _, secret = tokens.issue(alice, name, scopes=scopes, expires_at=None, actor=audit.by_system())
        return HostClient("acme.localhost", HTTP_AUTHORIZATION=f"Bearer {secret}")

    return make


def post(client: Client, path: str, key: str | None = None, **body: Any) -> Any:
    """A POST below /api/v1/, with a key if one is given."""
    headers = {} if key is None else {"Idempotency-Key": key}
    return client.post(f"/api/v1/{path}", body, content_type=JSON, headers=headers)
