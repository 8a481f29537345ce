"""Acme with the default rules, and people who look at them."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from agents.models import Role
from conversations.rules_replay import shelf
from tenants.models import Tenant
from tests import cast


@pytest.fixture
def company(in_acme: Tenant) -> Iterator[Tenant]:
    """Acme, entered, with rules, alice (admin) and bob (agent); nothing is remembered from other tests."""
    cast.rules()
    cast.agent("alice", Role.ADMIN)
    cast.agent("bob")
    shelf.forget()
    yield in_acme
    shelf.forget()


@pytest.fixture
def alice(company: Tenant, acme_client: Client) -> Client:
    """Alice's browser, signed in."""
    return cast.signed_in(acme_client, "alice@example.com")


def posted(client: Client, path: str, body: Any) -> Any:
    """What the API answers."""
    return client.post(f"/api/v1/{path}", body, content_type="application/json")
