"""An admin with the default rules in force."""

from copy import deepcopy
from typing import Any

import pytest
from django.test import Client

from agents.models import Agent, Role
from escalation.defaults import DEFAULT_RULES
from tenants import current
from tenants.models import Tenant
from tests import cast

Json = dict[str, Any]
PATH = "/api/v1/rules"


@pytest.fixture
def alice(acme: Tenant) -> Agent:
    """An admin of acme, whose rules are the default ones."""
    with current.entered(acme):
        cast.rules()
        return cast.agent("alice", Role.ADMIN)


@pytest.fixture
def hers(acme_client: Client, alice: Agent) -> Client:
    """Alice's browser."""
    return cast.signed_in(acme_client, alice.email)


def document() -> Json:
    """The default rules, to change."""
    return deepcopy(DEFAULT_RULES)


def rule(of: Json, trigger: str) -> Json:
    """The rule with the trigger."""
    found: Json = next(one for one in of["rules"] if one["trigger"] == trigger)
    return found


def angrier() -> Json:
    """The default rules but that anger goes on urgently."""
    changed = document()
    rule(changed, "anger")["priority"] = "urgent"
    return changed


def puts(client: Client, what: Any, revision: int = 0, **more: Any) -> Any:
    """The answer to a draft."""
    body = {"document": what, "revision": revision, **more}
    return client.put(f"{PATH}/draft", body, content_type="application/json")


def posts(client: Client, path: str, **body: Any) -> Any:
    """The answer to a post."""
    return client.post(f"{PATH}/{path}", body, content_type="application/json")
