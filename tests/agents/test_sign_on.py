"""Single sign-on: the company's provider brings people who are here or invited, and its every word is checked."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives.asymmetric import rsa
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from agents.models import Agent, BrowserSession, Invitation, Role, SignOn
from tenants import current
from tenants.models import Tenant
from tenants.trail.models import AuditEntry
from tests import cast
from tests.agents.company_provider import CLIENT, SECRET, CompanyProvider, listening
from tests.agents.conftest import Letters, NewBrowser

API = "/api/v1/sso"


@pytest.fixture
def provider(settings: Settings) -> Iterator[CompanyProvider]:
    """A provider on this machine."""
    settings.BATON_ALLOW_LOOPBACK = True
    with listening() as made:
        yield made


@pytest.fixture
def desk(olga: Agent, new_browser: NewBrowser) -> Client:
    """The owner's browser."""
    return cast.signed_in(new_browser(), olga.email)


@pytest.fixture
def connected(desk: Client, provider: CompanyProvider) -> CompanyProvider:
    """The provider, entered by the owner."""
    assert put(desk, provider).status_code == 200
    return provider


def put(desk: Client, provider: CompanyProvider, **more: Any) -> Any:
    body = {"issuer": provider.issuer, "client_id": CLIENT, "client_secret": SECRET, **more}
    return desk.put(API, {k: v for k, v in body.items() if v is not None}, content_type="application/json")


def come(client: Client, provider: CompanyProvider, target: str = "/console/inbox") -> Any:
    """Through the provider and back."""
    sent = client.get("/sso/", {"next": target})
    assert sent.status_code == 302, sent.content
    return client.get(provider.sign_in(sent["Location"]))


def test_a_colleague_comes_in_by_the_companys_account(
    connected: CompanyProvider, acme_client: Client, bob: Agent
) -> None:
    assert b"Sign in with your company account" in acme_client.get("/sign-in/").content
    assert come(acme_client, connected)["Location"] == "/console/inbox"
    assert acme_client.get("/api/v1/me").json()["email"] == bob.email
    assert AuditEntry.objects.filter(action="session.opened", actor_id=bob.id).exists()
    assert BrowserSession.objects.get(agent=bob).expire_date > timezone.now() + timedelta(days=13)


def test_the_providers_name_counts_from_then_on_and_not_the_address(
    connected: CompanyProvider, new_browser: NewBrowser, bob: Agent, alice: Agent
) -> None:
    come(new_browser(), connected)
    connected.person = {"sub": "u-1", "email": alice.email}
    client = new_browser()
    come(client, connected)
    assert client.get("/api/v1/me").json()["email"] == bob.email
    connected.person = {"sub": "u-2", "email": bob.email}
    assert come(new_browser(), connected).status_code == 403, "bob is known by another name already"


def test_who_is_invited_joins_with_the_role_of_the_invitation(
    connected: CompanyProvider, desk: Client, acme_client: Client
) -> None:
    desk.post("/api/v1/invitations", {"email": "nina@example.com", "role": "supervisor"}, "application/json")
    connected.person = {"sub": "u-9", "email": "Nina@example.com", "name": "Nina New"}
    assert come(acme_client, connected).status_code == 302
    nina = Agent.objects.get(email="nina@example.com")
    assert (nina.name, nina.role, nina.has_usable_password()) == ("Nina New", "supervisor", False)
    assert Invitation.objects.get().accepted_at is not None


@pytest.mark.parametrize(
    "person",
    [
        {"sub": "u-7", "email": "stranger@example.com"},
        {"sub": "u-7", "email": "bob@example.com", "email_verified": False},
        {"sub": "u-7", "email": "gone@example.com"},
        {"sub": "u-7"},
    ],
)
def test_strangers_and_people_who_left_stay_out(
    connected: CompanyProvider, acme_client: Client, bob: Agent, person: dict[str, Any]
) -> None:
    cast.agent("gone")
    Agent.objects.filter(email="gone@example.com").update(is_active=False)
    connected.person = person
    reply = come(acme_client, connected)
    assert (reply.status_code, b"Nobody here has this account" in reply.content) == (403, True)
    assert acme_client.get("/api/v1/me").status_code == 401
    assert Agent.objects.count() == 3


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "another-client"},
        {"iss": "https://evil.example"},
        {"exp": 1},
        {"exp": None},
        {"nonce": "another"},
        {"nonce": None},
        {"sub": None},
    ],
)
def test_a_proof_that_is_not_for_this_sign_in_opens_nothing(
    connected: CompanyProvider, acme_client: Client, bob: Agent, claims: dict[str, Any]
) -> None:
    connected.claims = claims
    reply = come(acme_client, connected)
    assert reply.status_code == 502
    assert acme_client.get("/api/v1/me").status_code == 401
    assert not SocialAccount.objects.exists()


def test_a_proof_signed_by_somebody_else_opens_nothing(
    connected: CompanyProvider, acme_client: Client, bob: Agent
) -> None:
    connected.signed_with = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    assert come(acme_client, connected).status_code == 502
    assert acme_client.get("/api/v1/me").status_code == 401


def test_an_answer_that_nobody_asked_for_opens_nothing(
    connected: CompanyProvider, new_browser: NewBrowser, bob: Agent
) -> None:
    asked, other = new_browser(), new_browser()
    back = connected.sign_in(asked.get("/sso/")["Location"])
    assert other.get(back).status_code == 502, "it belongs to another browser"
    assert other.get("/sso/callback/?code=x&state=y").status_code == 502
    assert other.get("/api/v1/me").status_code == 401
    assert asked.get(back).status_code == 302
    assert new_browser().get(back).status_code == 502, "a code works once"


def test_what_else_the_provider_says_must_be_about_the_same_person(
    connected: CompanyProvider, acme_client: Client, bob: Agent
) -> None:
    connected.claims = {"email": None}
    connected.userinfo = {"sub": "u-666", "email": bob.email}
    assert come(acme_client, connected).status_code == 502
    connected.userinfo = {"sub": "u-1", "email": bob.email}
    assert come(acme_client, connected).status_code == 302


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_it_leads_to_no_other_site(connected: CompanyProvider, acme_client: Client, bob: Agent, target: str) -> None:
    assert come(acme_client, connected, target)["Location"] == "/console/"


def test_the_second_step_is_asked_for_here_too(connected: CompanyProvider, acme_client: Client, bob: Agent) -> None:
    Agent.objects.filter(pk=bob.pk).update(second_factor_at="2026-01-01T00:00Z")
    assert come(acme_client, connected)["Location"] == "/second-step/"
    assert acme_client.get("/api/v1/me").status_code == 401


def test_passwords_may_be_switched_off_for_all_but_owners(
    connected: CompanyProvider, desk: Client, new_browser: NewBrowser, letters: Letters, bob: Agent, olga: Agent
) -> None:
    assert put(desk, connected, client_secret=None, only=True).json()["only"] is True
    refused = new_browser().post("/sign-in/", {"email": bob.email, "password": cast.PASSWORD})
    assert (refused.status_code, b"Your company signs in with its own account" in refused.content) == (422, True)
    new_browser().post("/reset/", {"email": bob.email})
    assert letters() == [], "a new password would open nothing"
    wrong = new_browser().post("/sign-in/", {"email": bob.email, "password": "a guess"})
    assert b"do not match" in wrong.content
    cast.signed_in(new_browser(), olga.email)


def test_the_secret_is_sealed_never_shown_and_goes_to_no_other_provider(
    connected: CompanyProvider, desk: Client
) -> None:
    assert SECRET not in str(SignOn.objects.values().get())
    about = desk.get(API).json()
    assert about == {
        "issuer": connected.issuer,
        "client_id": CLIENT,
        "has_secret": True,
        "only": False,
        "callback_url": "http://acme.localhost/sso/callback/",
        "sign_in_url": "http://acme.localhost/sso/",
    }
    elsewhere = put(desk, connected, issuer="https://evil.example", client_secret=None)
    assert (elsewhere.status_code, elsewhere.json()["error"]["param"]) == (422, "client_secret")
    assert SignOn.objects.get().issuer == connected.issuer
    assert SECRET not in str(list(AuditEntry.objects.values()))


def test_another_issuer_knows_nobody_by_the_old_ones_names(
    connected: CompanyProvider, desk: Client, acme_client: Client, bob: Agent
) -> None:
    come(acme_client, connected)
    assert SocialAccount.objects.count() == 1
    put(desk, connected, issuer="https://other.example")
    assert not SocialAccount.objects.exists()


def test_the_test_says_in_words_what_is_wrong(connected: CompanyProvider, desk: Client) -> None:
    assert desk.post(f"{API}/test").json() == {"ok": True, "problem": None}
    connected.issuer_told = "https://evil.example"
    problem = desk.post(f"{API}/test").json()
    assert (problem["ok"], "https://evil.example" in problem["problem"]) == (False, True)
    put(desk, connected, issuer=f"{connected.issuer}/nothing")
    assert "404" in desk.post(f"{API}/test").json()["problem"]


@pytest.mark.parametrize(
    "issuer", ["http://169.254.169.254", "https://10.0.0.1", "https://localhost", "ftp://x.example"]
)
def test_no_issuer_leads_into_our_own_network(
    desk: Client, provider: CompanyProvider, settings: Settings, issuer: str
) -> None:
    settings.BATON_ALLOW_LOOPBACK = False
    if put(desk, provider, issuer=issuer).status_code == 200:
        assert desk.post(f"{API}/test").json()["ok"] is False
    else:
        assert not SignOn.objects.exists()
    assert provider.asked == []


def test_only_owners_see_and_set_it(in_acme: Tenant, new_browser: NewBrowser, provider: CompanyProvider) -> None:
    cast.agent("alice", Role.ADMIN)
    desk = cast.signed_in(new_browser(), "alice@example.com")
    assert desk.get(API).status_code == put(desk, provider).status_code == 403
    assert desk.post(f"{API}/test").status_code == desk.delete(API).status_code == 403
    assert not SignOn.objects.exists()


def test_without_a_provider_there_is_no_such_door(acme_client: Client, globex: Tenant, bob: Agent) -> None:
    assert acme_client.get("/sso/").status_code == 404
    assert acme_client.get("/sso/callback/?code=x&state=y").status_code == 404
    assert b"company account" not in acme_client.get("/sign-in/").content


def test_the_provider_of_one_company_brings_nobody_to_another(
    connected: CompanyProvider, globex: Tenant, globex_client: Client, acme_client: Client, bob: Agent
) -> None:
    with current.entered(globex):
        cast.agent("bob")
    assert globex_client.get("/sso/").status_code == 404
    back = connected.sign_in(acme_client.get("/sso/")["Location"]).replace("acme", "globex")
    assert globex_client.get(back).status_code == 404
    assert globex_client.get("/api/v1/me").status_code == 401


def test_removing_it_lets_passwords_in_again(connected: CompanyProvider, desk: Client, acme_client: Client) -> None:
    cast.agent("bob")
    put(desk, connected, only=True)
    assert desk.delete(API).status_code == 204
    assert desk.get(API).json() is None
    cast.signed_in(acme_client, "bob@example.com")
