"""Signing in: by e-mail and password, with a brake on guessing, and nothing told about who exists."""

import pytest
from django.test import Client

from agents import brake
from agents.models import Agent, Presence, SignInFailure, Step
from tenants import current
from tenants.models import Tenant
from tests import cast


@pytest.fixture
def bob(acme: Tenant) -> Agent:
    """An agent of acme."""
    with current.entered(acme):
        return cast.agent("bob")


def attempt(client: Client, email: str, password: str) -> tuple[int, str]:
    reply = client.post("/sign-in/", {"email": email, "password": password})
    return reply.status_code, reply.content.decode()


def test_the_right_password_leads_to_where_they_wanted_to_go(acme_client: Client, bob: Agent) -> None:
    asked = acme_client.get("/console/inbox/waiting")
    assert asked["Location"] == "/sign-in/?next=/console/inbox/waiting"
    reply = acme_client.post(
        "/sign-in/", {"email": "BOB@example.com", "password": cast.PASSWORD, "next": "/console/inbox/waiting"}
    )
    assert reply["Location"] == "/console/inbox/waiting"


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_signing_in_never_leads_to_another_site(acme_client: Client, bob: Agent, target: str) -> None:
    reply = acme_client.post("/sign-in/", {"email": bob.email, "password": cast.PASSWORD, "next": target})
    assert reply["Location"] == "/console/"


def test_a_wrong_password_and_an_unknown_address_read_the_same(acme_client: Client, bob: Agent) -> None:
    wrong = attempt(acme_client, bob.email, "wrong password")
    unknown = attempt(acme_client, "nobody@example.com", "wrong password")
    assert wrong[0] == unknown[0] == 422
    assert "do not match" in wrong[1]
    assert "do not match" in unknown[1]


def test_after_five_failures_even_the_right_password_waits(acme_client: Client, bob: Agent) -> None:
    for _ in range(5):
        attempt(acme_client, bob.email, "wrong password")
    status, page = attempt(acme_client, bob.email, cast.PASSWORD)
    assert (status, "Too many tries" in page) == (422, True)
    assert acme_client.get("/api/v1/me").status_code == 401


def test_an_inactive_agent_cannot_sign_in(acme: Tenant, acme_client: Client, bob: Agent) -> None:
    with current.entered(acme):
        Agent.objects.update(is_active=False)
    assert attempt(acme_client, bob.email, cast.PASSWORD)[0] == 422


def test_signing_out_goes_offline_and_ends_the_session(acme: Tenant, acme_client: Client, bob: Agent) -> None:
    cast.signed_in(acme_client, bob.email)
    assert acme_client.get("/sign-out/").status_code == 405
    acme_client.post("/sign-out/")
    assert acme_client.get("/api/v1/me").status_code == 401
    with current.entered(acme):
        assert Agent.objects.get().presence == Presence.OFFLINE


def test_one_password_on_many_accounts_meets_a_brake_of_its_own(acme: Tenant, acme_client: Client, bob: Agent) -> None:
    with current.entered(acme):
        SignInFailure.objects.bulk_create(
            SignInFailure(step=Step.ADDRESS, email="127.0.0.1") for _ in range(brake.MOST_FROM_ADDRESS - 1)
        )
    assert attempt(acme_client, bob.email, cast.PASSWORD)[0] == 302  # counts as nothing
    acme_client.post("/sign-out/")
    assert "do not match" in attempt(acme_client, "carol@example.com", "Spring2026!")[1]
    status, page = attempt(acme_client, bob.email, cast.PASSWORD)
    assert (status, "from your network" in page) == (422, True)
    elsewhere = acme_client.post("/sign-in/", {"email": bob.email, "password": cast.PASSWORD}, REMOTE_ADDR="10.1.2.3")
    assert elsewhere.status_code == 302
