"""Everybody reads their own alerts over REST, and says what they saw."""

from typing import Any

import pytest
from django.test import Client

from agents.models import Agent, Role
from conversations import alerts
from conversations.models import Alert, AlertKind
from tenants import current
from tenants.models import Tenant
from tests import cast

KIND = AlertKind.RULE_NOTIFIED
PATH = "/api/v1/alerts"


@pytest.fixture
def alice(acme: Tenant) -> Agent:
    """An admin of acme with three alerts; bob has one."""
    with current.entered(acme):
        alice, bob = cast.agent("alice", Role.ADMIN), cast.agent("bob")
        for number in range(3):
            alerts.raise_to([str(alice.id)], kind=KIND, subject=f"Look {number}")
        alerts.raise_to([str(bob.id)], kind=KIND, subject="Bob's")
    return alice


@pytest.fixture
def hers(acme_client: Client, alice: Agent) -> Client:
    """Alice's browser."""
    return cast.signed_in(acme_client, alice.email)


def listed(client: Client, query: str = "") -> Any:
    """The answer to the list."""
    return client.get(f"{PATH}{query}").json()


def test_ones_own_come_by_pages_the_newest_first(hers: Client) -> None:
    page = listed(hers, "?limit=2")
    assert [one["subject"] for one in page["data"]] == ["Look 2", "Look 1"]
    assert (page["has_more"], page["unseen"]) == (True, 3)
    rest = listed(hers, f"?limit=2&cursor={page['next_cursor']}")
    assert [one["subject"] for one in rest["data"]] == ["Look 0"]
    assert (rest["has_more"], rest["next_cursor"]) == (False, None)


def test_what_one_saw_counts_no_more(hers: Client) -> None:
    alert = listed(hers)["data"][0]
    seen = hers.put(f"{PATH}/{alert['id']}", {"seen": True}, content_type="application/json")
    assert (seen.status_code, seen.json()["seen"]) == (200, True)
    assert listed(hers)["unseen"] == 2
    assert hers.post(f"{PATH}/seen").json() == {"seen": 2}
    assert listed(hers)["unseen"] == 0


def test_what_was_seen_stays_seen(hers: Client) -> None:
    alert = listed(hers)["data"][0]
    refused = hers.put(f"{PATH}/{alert['id']}", {"seen": False}, content_type="application/json")
    assert (refused.status_code, refused.json()["error"]["param"]) == (422, "seen")
    assert listed(hers)["unseen"] == 3


def test_somebody_elses_is_not_there(hers: Client, acme: Tenant) -> None:
    with current.entered(acme):
        bobs = Alert.objects.get(subject="Bob's")
    refused = hers.put(f"{PATH}/{bobs.id}", {"seen": True}, content_type="application/json")
    assert refused.status_code == 404
    hers.post(f"{PATH}/seen")
    with current.entered(acme):
        assert Alert.objects.get(pk=bobs.pk).seen_at is None


def test_one_about_a_conversation_leads_there_and_goes_with_it(hers: Client, acme: Tenant, alice: Agent) -> None:
    with current.entered(acme):
        conversation = cast.says(cast.customer(), "Hello")
        alerts.raise_to([str(alice.id)], kind=KIND, subject="VIP", conversation=conversation)
    newest = listed(hers)["data"][0]
    assert newest["link"] == f"/console/inbox/all/{conversation.id}"
    with current.entered(acme):
        conversation.delete()
    assert listed(hers)["unseen"] == 3
