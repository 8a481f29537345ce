"""API tokens: scoped, told once, stored as a digest, worth nothing once revoked or too old."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agents import tokens
from agents.models import Agent, ApiToken
from tenants.models import Tenant
from tenants.trail.models import AuditEntry
from tests import cast
from tests.agents.conftest import NewBrowser

API = "/api/v1/tokens"


@pytest.fixture
def desk(acme_client: Client, alice: Agent) -> Client:
    """Alice's browser."""
    return cast.signed_in(acme_client, alice.email)


def create(desk: Client, *scopes: str, **more: Any) -> Any:
    body = {"name": "Warehouse", "scopes": scopes, **more}
    return desk.post(API, body, content_type="application/json")


def bearer(secret: str) -> dict[str, str]:
    return {"authorization": f"Bearer {secret}"}


def test_the_secret_is_told_once_and_stored_as_a_digest(desk: Client) -> None:
    made = create(desk, "people:read").json()
    assert made["secret"].startswith("baton_")
    assert made["secret"].endswith(made["ending"])
    assert len(made["secret"]) >= 6 + 43, "256 bits"
    assert made["secret"] not in str(ApiToken.objects.values().get())
    listed = desk.get(API).json()
    assert "secret" not in listed["data"][0]
    assert listed["data"][0]["created_by"]["name"] == "Alice Example"
    assert {scope["name"] for scope in listed["scopes"]} == set(tokens.SCOPES)
    assert AuditEntry.objects.get(action="token.created").changes == {"scopes": [None, ["people:read"]]}


def test_a_token_does_what_its_scopes_say_and_nothing_else(desk: Client, new_browser: NewBrowser) -> None:
    secret = create(desk, "people:read").json()["secret"]
    program = new_browser()
    assert program.get("/api/v1/people", headers=bearer(secret)).status_code == 200
    for path in ("conversations", "me", "account", "tokens", "sso"):
        reply = program.get(f"/api/v1/{path}", headers=bearer(secret))
        assert (path, reply.status_code) == (path, 403)
    reply = program.post(API, {}, content_type="application/json", headers=bearer(secret))
    assert reply.status_code == 403
    assert ApiToken.objects.count() == 1
    assert ApiToken.objects.get().last_used_at is not None


def test_a_token_reads_conversations_and_writes_to_none(desk: Client, new_browser: NewBrowser, alice: Agent) -> None:
    cast.rules()
    conversation = cast.says(cast.customer(), "I want to talk to a human")
    secret = create(desk, "conversations:read").json()["secret"]
    program, path = new_browser(), f"/api/v1/conversations/{conversation.id}"
    assert program.get("/api/v1/conversations", headers=bearer(secret)).json()["data"][0]["id"] == conversation.id
    assert program.get(path, headers=bearer(secret)).json()["id"] == conversation.id
    assert program.get(f"{path}/events", headers=bearer(secret)).json()["data"][0]["seq"] == 1
    mine = program.get("/api/v1/conversations?view=mine", headers=bearer(secret))
    assert (mine.status_code, mine.json()["error"]["param"]) == (422, "view")
    for act in ("messages", "notes", "takeover", "resolve"):
        reply = program.post(f"{path}/{act}", {"epoch": 1}, content_type="application/json", headers=bearer(secret))
        assert (act, reply.status_code) == (act, 403)
    conversation.refresh_from_db()
    assert conversation.holder == "assistant"


@pytest.mark.parametrize("how", ["revoked", "too old", "made up", "empty", "long", "odd"])
def test_a_token_that_is_not_good_is_nobody(desk: Client, new_browser: NewBrowser, how: str) -> None:
    made = create(desk, "people:read").json()
    secret = {"made up": "baton_x", "empty": "", "long": "x" * 10_000, "odd": "\xff\xfe"}.get(how, made["secret"])
    if how == "revoked":
        assert desk.delete(f"{API}/{made['id']}").status_code == 204
        assert AuditEntry.objects.filter(action="token.revoked").exists()
    if how == "too old":
        ApiToken.objects.update(expires_at=timezone.now())
    reply = new_browser().get("/api/v1/people", headers=bearer(secret))
    assert (reply.status_code, reply.json()["error"]["code"]) == (401, "unauthenticated")


def test_a_token_that_is_not_good_is_not_passed_over_for_the_session(desk: Client) -> None:
    assert desk.get("/api/v1/people", headers=bearer("baton_x")).status_code == 401


def test_a_token_of_one_company_is_nothing_at_another(desk: Client, globex: Tenant, globex_client: Client) -> None:
    secret = create(desk, "people:read").json()["secret"]
    assert globex_client.get("/api/v1/people", headers=bearer(secret)).status_code == 401


@pytest.mark.parametrize(
    ("given", "param"),
    [
        ({"scopes": []}, "scopes"),
        ({"scopes": ["everything"]}, "scopes"),
        ({"name": ""}, "name"),
        ({"expires_at": "2001-01-01T00:00:00Z"}, "expires_at"),
    ],
)
def test_a_wrong_field_is_named(desk: Client, given: dict[str, Any], param: str) -> None:
    reply = create(desk, "people:read", **given)
    assert reply.status_code == 422
    assert reply.json()["error"]["param"].startswith(param)
    assert not ApiToken.objects.exists()


def test_only_admins_see_and_make_tokens(acme_client: Client, bob: Agent) -> None:
    desk = cast.signed_in(acme_client, bob.email)
    assert desk.get(API).status_code == create(desk, "people:read").status_code == 403
    assert not ApiToken.objects.exists()


def test_a_token_may_be_given_an_end(desk: Client, new_browser: NewBrowser) -> None:
    until = timezone.now() + timedelta(days=1)
    secret = create(desk, "people:read", expires_at=until.isoformat()).json()["secret"]
    assert new_browser().get("/api/v1/people", headers=bearer(secret)).status_code == 200


def test_using_a_token_and_listing_tokens_cost_few_queries(
    desk: Client, new_browser: NewBrowser, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    secret = create(desk, "people:read").json()["secret"]
    program = new_browser()
    program.get("/api/v1/people", headers=bearer(secret))
    with django_assert_num_queries(6):  # search path, token, people, their teams, skills and shifts
        program.get("/api/v1/people", headers=bearer(secret))
    create(desk, "people:read")
    with django_assert_num_queries(4):  # search path, session, agent, tokens with who made them
        assert len(desk.get(API).json()["data"]) == 2


def test_every_scope_opens_something_and_none_is_made_up() -> None:
    named = set(_scopes(get_resolver("config.urls").url_patterns))
    assert named == set(tokens.SCOPES)


def _scopes(patterns: list[Any]) -> set[str]:
    found: set[str] = set()
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            found |= _scopes(pattern.url_patterns)
        elif isinstance(pattern, URLPattern):
            found |= set(getattr(getattr(pattern.callback, "cls", None), "scopes", {}).values())
    return found
