"""The search of the list finds what was said, noted and named, the best first, and shows where."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agents.models import Agent
from assistant.models import Article, Order, OrderState
from conversations import tagging
from conversations.inbox import writes
from conversations.models import Conversation, Customer
from tests import cast
from tests.lists.conftest import Get

SAID = {
    "Dora": "My parcel with the blue helmet has not arrived",
    "Emil": "The invoice for two helmets is wrong",
    "Fay": "Ich möchte eine Rückerstattung für den Helm",
}


@pytest.fixture
def talks(asked: Conversation) -> dict[str, Conversation]:
    """Conversations of several customers, by their names; carol asked where her parcel is."""
    return {name: cast.says(cast.customer(name.lower()), text) for name, text in SAID.items()}


def names(page: Any) -> list[str]:
    return [row["customer"]["name"] for row in page["data"]]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("helmet", {"Dora", "Emil"}),  # the second by its stem
        ("helmets", {"Dora", "Emil"}),
        ("hel", {"Dora", "Emil", "Fay"}),  # an unfinished word
        ("hel ", set()),
        ("blue helmet", {"Dora"}),
        ('"blue helmet"', {"Dora"}),
        ('"helmet blue"', set()),
        ("invoice or rückerstattung", {"Emil", "Fay"}),
        ("parcel -helmet", {"Carol"}),
        ("emil", {"Emil"}),
        ("emil@example.org", {"Emil"}),
        ("emil invoice", {"Emil"}),  # a name and a word
        ("emil parcel", set()),
        ("no'such & word:* \\ (", set()),
    ],
)
def test_words_are_found_as_they_are_meant(
    listed: Get, talks: dict[str, Conversation], typed: str, found: set[str]
) -> None:
    assert set(names(listed(q=typed))) == found


def test_a_hit_is_shown_with_its_words_marked_and_where_it_stands(listed: Get, talks: dict[str, Conversation]) -> None:
    (row,) = listed(q="blue")["data"]
    assert row["found"]["where"] == "message"
    assert (row["found"]["seq"], row["found"]["author"]) == (1, "Dora")
    assert [part["text"] for part in row["found"]["parts"] if part["hit"]] == ["blue"]
    assert "".join(part["text"] for part in row["found"]["parts"]) == SAID["Dora"]


def test_words_that_stand_in_different_messages_are_found_together(
    listed: Get, asked: Conversation, bob: Agent
) -> None:
    writes.reply(str(asked.id), bob, "It waits at customs.", client_id=cast.new_id())
    assert names(listed(q="parcel customs")) == ["Carol"]
    assert names(listed(q="parcel zebra")) == []


def test_notes_tags_subjects_and_orders_are_found(listed: Get, bob: Agent, asked: Conversation) -> None:
    writes.add_note(asked, bob, "She is the architect of our shop.", client_id=cast.new_id())
    tagging.set_tags(str(asked.id), bob, ["lost parcel"])
    Conversation.objects.filter(pk=asked.pk).update(subject="Unhappy birthday")
    Order.objects.create(
        number="AC-90417", email="carol@example.org", state=OrderState.PAID, placed_at=timezone.now(), total=5
    )
    for typed, where in (
        ("architect", "note"),
        ("lost parcel", "tag"),
        ("birthday", "subject"),
        ("ac-90417", "order"),
    ):
        (row,) = listed(q=typed)["data"]
        assert (row["id"], row["found"]["where"]) == (asked.id, where)


def test_who_has_the_words_more_often_and_later_comes_first(listed: Get, asked: Conversation) -> None:
    both = cast.says(cast.customer("gus"), "Parcel, parcel, where is my parcel?")
    assert [row["id"] for row in listed(q="parcel")["data"]] == [both.id, asked.id]


def test_a_search_looks_at_what_is_over_and_keeps_to_the_filter(listed: Get, talks: dict[str, Conversation]) -> None:
    writes.resolve(str(talks["Dora"].id), epoch=1)
    assert set(names(listed(q="helmet"))) == {"Dora", "Emil"}
    assert names(listed(q="helmet", status="resolved")) == ["Dora"]
    assert names(listed(q="helmet", view="assistant")) == ["Emil"]


def test_what_is_found_is_paged(listed: Get, talks: dict[str, Conversation]) -> None:
    first = listed(q="helmet", limit=1)
    second = listed(q="helmet", limit=1, cursor=first["next_cursor"])
    assert {*names(first), *names(second)} == {"Dora", "Emil"}
    assert (first["has_more"], second["has_more"]) == (True, False)


def test_a_search_asks_a_fixed_number_of_questions(
    listed: Get, talks: dict[str, Conversation], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    listed(q="helmet")
    with django_assert_num_queries(31):
        listed(q="helmet")
    for number in range(5):
        cast.says(cast.customer(f"h{number}"), "A helmet, please")
    with django_assert_num_queries(31):
        assert len(listed(q="helmet")["data"]) == 7


def test_the_palette_finds_a_few_of_each_kind(desk: Client, asked: Conversation, carol: Customer) -> None:
    Article.objects.create(title="Where is my parcel?", body="On its way.")
    found = desk.get("/api/v1/search", {"q": "parcel"}).json()
    assert [row["id"] for row in found["conversations"]] == [asked.id]
    assert [one["title"] for one in found["articles"]] == ["Where is my parcel?"]
    assert found["customers"] == []
    assert [one["id"] for one in desk.get("/api/v1/search", {"q": "caro"}).json()["customers"]] == [carol.id]
    assert desk.get("/api/v1/search", {"q": "?"}).json() == {"conversations": [], "customers": [], "articles": []}
