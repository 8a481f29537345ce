"""What skills did, over REST: listed newest first, by conversation and by state; nobody else's is shown."""

from decimal import Decimal

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from agents.models import Agent, Role
from assistant.models import Action
from tenants.models import Tenant
from tests import cast
from tests.clients import HostClient


@pytest.fixture
def bob(in_acme: Tenant) -> Agent:
    cast.rules()
    return cast.agent("bob", Role.AGENT)


@pytest.fixture
def desk(bob: Agent) -> Client:
    """Bob, signed in."""
    return cast.signed_in(HostClient("acme.localhost"), bob.email)


def _made(number: int, state: str = "done", conversation: str = "") -> Action:
    return Action.objects.create(
        skill="refund", kind="refund", key=f"refund:LC-{number}:1", subject=f"LC-{number}", amount=Decimal("25.00"),
        currency="GBP", because="Within the refund policy.", state=state, conversation=conversation,
        email="carol@example.org", proven_how="code",
    )  # fmt: skip


def test_actions_are_listed_newest_first_in_pages_by_one_query(
    desk: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(3):
        _made(number)
    with django_assert_max_num_queries(5):
        page = desk.get("/api/v1/actions?limit=2").json()
    assert [row["subject"] for row in page["data"]] == ["LC-2", "LC-1"]
    assert page["has_more"]
    rest = desk.get(f"/api/v1/actions?limit=2&cursor={page['next_cursor']}").json()
    assert [row["subject"] for row in rest["data"]] == ["LC-0"]
    assert not rest["has_more"]


def test_an_action_tells_what_how_much_why_and_for_whom(desk: Client) -> None:
    _made(1)
    (row,) = desk.get("/api/v1/actions").json()["data"]
    assert (row["kind"], row["amount"], row["currency"], row["state"]) == ("refund", "25.00", "GBP", "done")
    assert row["skill"] == {"name": "refund", "label": "Refund"}
    assert row["proven"] == {"email": "carol@example.org", "how": "code"}
    assert row["because"] == "Within the refund policy."


def test_they_are_found_by_conversation_and_state_and_stand_beside_the_thread(desk: Client) -> None:
    conversation = cast.says(cast.customer(), "I want a refund")
    _made(1, conversation=str(conversation.id))
    _made(2, state="declined", conversation=str(conversation.id))
    _made(3)
    found = desk.get(f"/api/v1/actions?conversation={conversation.id}").json()["data"]
    assert [row["subject"] for row in found] == ["LC-2", "LC-1"]
    declined = desk.get(f"/api/v1/actions?conversation={conversation.id}&state=declined").json()["data"]
    assert [row["subject"] for row in declined] == ["LC-2"]
    beside = desk.get(f"/api/v1/conversations/{conversation.id}").json()["actions"]
    assert beside == found


@pytest.mark.parametrize(
    ("query", "status"),
    [("state=lost", 422), ("limit=0", 422), ("cursor=abc", 422), ("conversation=conv_nobody", 404)],
)
def test_wrong_questions_are_told(desk: Client, query: str, status: int) -> None:
    assert desk.get(f"/api/v1/actions?{query}").status_code == status


def test_another_company_sees_none(globex: Tenant, desk: Client) -> None:
    _made(1)
    assert HostClient("globex.localhost").get("/api/v1/actions").status_code == 401
