"""How far back a plan shows what is resolved: kept, exported, and left out of lists, searches and reports."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agents.models import Agent
from billing.plans import PlanKey
from conversations import access, reach
from conversations.inbox.listing import counts, pages
from conversations.inbox.listing.filters import Filter
from conversations.models import Conversation, Customer
from tests import cast
from tests.entitled.conftest import Stands

API = "/api/v1/"


@pytest.fixture
def carol(desk: Client) -> Customer:
    """A customer who wrote long ago, a week ago, and long ago in what is still open."""
    who = cast.customer()
    for words, days, status in (
        ("parcel lost", 31, "resolved"),
        ("parcel late", 7, "resolved"),
        ("parcel", 90, "open"),
    ):
        made = Conversation.objects.create(
            customer=who, status=status, due_at=None if status == "resolved" else timezone.now(), subject=words
        )
        then = timezone.now() - timedelta(days=days)
        Conversation.objects.filter(pk=made.pk).update(updated_at=then, created_at=then)
    return who


def of(subject: str) -> Conversation:
    return Conversation.objects.get(subject=subject)


def get(desk: Client, path: str, **query: Any) -> Any:
    return desk.get(f"{API}{path}", query)


def subjects(desk: Client, **query: Any) -> set[str]:
    return {of_id(row["id"]) for row in get(desk, "conversations", **query).json()["data"]}


def of_id(conversation_id: str) -> str:
    return Conversation.objects.get(pk=conversation_id).subject


def test_what_was_resolved_long_ago_is_in_no_list_and_no_search(desk: Client, stands: Stands, carol: Customer) -> None:
    stands(PlanKey.TEAM, seats=3)
    found: dict[str, Any] = {"status": ["resolved", "open"]}
    assert subjects(desk, view="resolved") == {"parcel lost", "parcel late"}
    assert subjects(desk, **found) == subjects(desk, q="carol") == {"parcel lost", "parcel late", "parcel"}
    assert get(desk, "conversations/counts").json()["resolved"] == 2

    stands(PlanKey.FREE)
    assert subjects(desk, view="resolved") == {"parcel late"}
    assert subjects(desk, **found) == subjects(desk, q="carol") == {"parcel late", "parcel"}
    assert get(desk, "conversations/counts").json()["resolved"] == 1
    assert len(get(desk, "search", q="carol").json()["conversations"]) == 2
    past = get(desk, f"customers/{carol.id}").json()["conversations"]
    assert {of_id(one["id"]) for one in past} == {"parcel late", "parcel"}
    assert {of_id(one["id"]) for one in get(desk, f"conversations/{of('parcel').id}").json()["past"]} == {"parcel late"}


@pytest.mark.parametrize(
    ("method", "door", "body"),
    [
        ("GET", "", {}),
        ("GET", "/events", {}),
        ("POST", "/notes", {"text": "Look again.", "client_id": "00000000-0000-4000-8000-000000000001"}),
        ("POST", "/reopen", {"epoch": 1}),
        ("PUT", "/tags", {"tags": ["parcel"]}),
    ],
)
def test_it_opens_nowhere_until_the_plan_shows_it_again(
    desk: Client, stands: Stands, carol: Customer, method: str, door: str, body: Any
) -> None:
    lost, late = of("parcel lost"), of("parcel late")
    stands(PlanKey.FREE)
    path = f"{API}conversations/{lost.id}{door}"
    refused: Any = desk.generic(method, path, json.dumps(body), "application/json")
    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "not_in_plan")
    assert Conversation.objects.get(pk=lost.pk).updated_at == lost.updated_at
    assert get(desk, f"conversations/{late.id}").status_code == 200
    stands(PlanKey.TEAM, seats=2)
    assert get(desk, f"conversations/{lost.id}").status_code == 200


def test_reports_reach_as_far_and_compare_nothing_beyond(desk: Client, stands: Stands, carol: Customer) -> None:
    stands(PlanKey.FREE)
    today = timezone.localdate()
    asked = {"from": today - timedelta(days=80), "to": today, "compare": "previous"}
    told = get(desk, "reports/figures", **asked)
    first = (timezone.now() - timedelta(days=30)).date()
    assert told.status_code == 200, told.content
    assert abs((_day(told.json()["period"]["from"]) - first).days) <= 1
    assert told.json()["compared"] is None
    refused = get(desk, "reports/figures", **{**asked, "to": today - timedelta(days=50)})
    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "not_in_plan")
    stands(PlanKey.TEAM, seats=2)
    assert get(desk, "reports/figures", **asked).json()["period"]["from"] == str(asked["from"])


def _day(text: str) -> date:
    return date.fromisoformat(text)


def test_what_is_open_costs_no_question_and_what_is_resolved_one(
    desk: Client,
    olga: Agent,
    stands: Stands,
    carol: Customer,
    settings: Any,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    stands(PlanKey.FREE)
    ids = {subject: of(subject).id for subject in ("parcel", "parcel late")}
    for subject, questions in (("parcel", 1), ("parcel late", 2)):
        with django_assert_num_queries(questions):
            access.access_id(olga, ids[subject])
    with django_assert_num_queries(2):
        counts.counts(olga)
    with django_assert_num_queries(2):
        pages.page(olga, view="resolved", wanted=Filter(), limit=50, cursor="")
    settings.STRIPE_API_KEY = ""
    with django_assert_num_queries(1):
        counts.counts(olga)
    assert reach.begins() is None
