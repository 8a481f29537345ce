"""Canned replies: kept by supervisors, filled from the conversation, carried out and in as a table."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agents.models import Agent, Role
from assistant.models import Order
from conversations.canned import replies, variables
from conversations.models import CannedReply, Conversation
from tests import cast

AT = "/api/v1/canned_responses"
GREETING = {"name": "Greeting", "shortcut": "hi", "folder": "Basics", "language": "en", "text": "Hi {{customer.name}}"}


@pytest.fixture
def chief(desk: Client, bob: Agent) -> Client:
    """Bob's browser, who is a supervisor now."""
    Agent.objects.filter(pk=bob.pk).update(role=Role.SUPERVISOR)
    return desk


def post(client: Client, **fields: Any) -> Any:
    return client.post(AT, {**GREETING, **fields}, content_type="application/json")


def test_supervisors_keep_them_and_agents_use_them(desk: Client, bob: Agent) -> None:
    assert post(desk).status_code == 403
    Agent.objects.filter(pk=bob.pk).update(role=Role.SUPERVISOR)
    made = post(desk)
    assert made.status_code == 201
    Agent.objects.filter(pk=bob.pk).update(role=Role.AGENT)
    assert desk.get(AT).json()["data"] == [made.json()]


@pytest.mark.parametrize(
    ("fields", "status", "param"),
    [
        ({"name": "Other"}, 409, "shortcut"),
        ({"shortcut": ""}, 409, "name"),
        ({"name": "Other", "shortcut": "two words"}, 422, "shortcut"),
        ({"name": "Other", "shortcut": "", "text": "{{customer.nmae}}"}, 422, "text"),
        ({"name": "", "shortcut": ""}, 422, "name"),
    ],
)
def test_what_is_wrong_is_named(chief: Client, fields: dict[str, str], status: int, param: str) -> None:
    post(chief)
    refused = post(chief, **fields)
    assert (refused.status_code, refused.json()["error"]["param"]) == (status, param)
    assert CannedReply.objects.count() == 1


def test_one_shortcut_has_words_in_several_languages(chief: Client) -> None:
    assert [post(chief, language=language).status_code for language in ("en", "de", "")] == [201, 201, 201]


def test_a_table_goes_out_and_comes_back(chief: Client) -> None:
    post(chief)
    post(chief, name="Sum", shortcut="sum", text='=1+1, "quoted"\nsecond line')
    table = chief.get(f"{AT}/table").content
    assert b"'=1+1" in table  # no spreadsheet carries it out
    CannedReply.objects.filter(name="Sum").delete()
    CannedReply.objects.update(text="changed")
    done = chief.post(f"{AT}/table", {"file": SimpleUploadedFile("x.csv", table)})
    assert done.json() == {"created": 1, "changed": 1}
    texts = set(CannedReply.objects.values_list("text", flat=True))
    assert texts == {"Hi {{customer.name}}", '=1+1, "quoted"\nsecond line'}


@pytest.mark.parametrize(
    ("table", "says"),
    [
        (b"name,text\nGood,Hello\n,Hello", "line 3: name"),
        (b"name,text\nGood,Hello\nBad,{{x.y}}", "line 3: text: there is no variable"),
        (b"title\nGood", "the first line must name the columns"),
        (b"\xff\xfe\x00\x01\x02", "file:"),
    ],
)
def test_a_table_with_a_bad_line_stores_nothing(chief: Client, table: bytes, says: str) -> None:
    refused = chief.post(f"{AT}/table", {"file": SimpleUploadedFile("x.csv", table)})
    assert refused.status_code == 422, refused.content
    assert says in refused.json()["error"]["message"]
    assert not CannedReply.objects.exists()


def test_variables_never_guess(desk: Client, bobs: Conversation, bob: Agent) -> None:
    def value(name: str) -> str | None:
        return variables.values(bobs, bob)[name]

    assert (value("customer.first_name"), value("agent.first_name"), value("order.number")) == ("Carol", "Bob", None)
    first = Order.objects.create(
        number="AC-10442", email="carol@example.org", placed_at=timezone.now(), total="10.00", currency="EUR"
    )
    assert value("order.number") == "AC-10442"
    Order.objects.create(
        number="AC-10443", email="carol@example.org", placed_at=timezone.now(), total="20.00", currency="EUR"
    )
    assert value("order.number") is None
    cast.says(bobs.customer, f"It is about {first.number}")
    assert value("order.total") == "10.00 EUR"
    told = desk.get(f"/api/v1/conversations/{bobs.id}/variables").json()
    assert (told["values"]["customer.email"], told["language"]) == ("carol@example.org", "en")


def test_all_are_one_query(django_assert_num_queries: DjangoAssertNumQueries, bobs: Conversation) -> None:
    CannedReply.objects.bulk_create(CannedReply(name=f"Reply {n}", text="x") for n in range(3))
    with django_assert_num_queries(1):
        assert len(replies.listed()["data"]) == 3
