"""What is one tenant's is nobody else's: sessions, ids, tokens, sockets' groups."""

import pytest
from django.db import ProgrammingError, transaction
from django.test import Client

from conversations.models import Conversation
from conversations.widget import visitors
from tenants import current, groups
from tenants.models import Tenant
from tests import cast


@pytest.fixture
def carols(acme: Tenant) -> Conversation:
    """Carol's conversation with acme."""
    with current.entered(acme):
        cast.agent("bob")
        return cast.says(cast.customer(), "My secret order")


def test_another_tenants_agent_finds_no_conversation_of_ours(
    globex: Tenant, globex_client: Client, carols: Conversation
) -> None:
    with current.entered(globex):
        cast.agent("dave")
    dave = cast.signed_in(globex_client, "dave@example.com")
    assert dave.get(f"/api/v1/conversations/{carols.id}").status_code == 404
    assert dave.get("/api/v1/conversations").json()["data"] == []
    assert dave.get("/api/v1/conversations?q=secret").json()["data"] == []


def test_a_session_of_one_tenant_is_worth_nothing_on_anothers_host(
    acme_client: Client, globex_client: Client, carols: Conversation, globex: Tenant
) -> None:
    bob = cast.signed_in(acme_client, "bob@example.com")
    globex_client.cookies = bob.cookies
    assert globex_client.get("/api/v1/me").status_code == 401


def test_a_password_of_one_tenant_opens_no_other(globex_client: Client, carols: Conversation) -> None:
    reply = globex_client.post("/sign-in/", {"email": "bob@example.com", "password": cast.PASSWORD})
    assert reply.status_code == 422


def test_a_visitor_token_of_one_tenant_is_a_stranger_in_another(
    acme: Tenant, globex: Tenant, carols: Conversation
) -> None:
    with current.entered(acme):
        token = visitors.token(carols.customer)
        assert visitors.known(token) == carols.customer
    with current.entered(globex):
        assert visitors.known(token) is None


def test_a_forged_visitor_token_is_a_stranger(acme: Tenant, carols: Conversation) -> None:
    with current.entered(acme):
        token = visitors.token(carols.customer)
        assert visitors.known(token[:-2] + "xx") is None
        assert visitors.known("rubbish") is None


def test_groups_of_two_tenants_never_meet() -> None:
    made = {name(schema, "conv_1") for schema in ("acme", "globex") for name in (groups.shared, groups.desk)} | {
        groups.everyone_at_the_desk(schema) for schema in ("acme", "globex")
    }
    assert len(made) == 6


def test_outside_any_tenant_there_is_nothing_to_read(acme: Tenant) -> None:
    current.leave()
    with pytest.raises(current.TenantUnsetError):
        current.tenant()
    with pytest.raises(ProgrammingError), transaction.atomic():
        Conversation.objects.count()


def test_an_unknown_host_is_nobodys(acme: Tenant) -> None:
    reply = Client(headers={"host": "stranger.localhost"}).get("/api/v1/me")
    assert (reply.status_code, reply.json()["error"]["code"]) == (404, "not_found")
