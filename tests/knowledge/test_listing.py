"""The list of articles: narrowed by state, audience, language and tag, and with how each article fares."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from assistant.models import Article
from conversations import log
from conversations.knowledge.health import Health, of
from conversations.models import Conversation, Decision, Handover
from tenants.models import Tenant
from tests import cast
from tests.settings.sending import get, post, refused

NOW = timezone.now()
DAY = timedelta(days=1)


@pytest.fixture
def shelf(in_acme: Tenant) -> None:
    """An article in each state."""
    shelved: dict[str, dict[str, Any]] = {
        "Always": {"tags": ["shop", "care"]},
        "Running": {"valid_from": NOW - DAY, "valid_until": NOW + DAY, "language": "de", "tags": ["shop"]},
        "Coming": {"valid_from": NOW + DAY, "audience": "desk"},
        "Over": {"valid_until": NOW - DAY},
        "Removed": {"removed_at": NOW - DAY, "tags": ["old"]},
    }
    for title, fields in shelved.items():
        Article.objects.create(title=title, body="Text.", **fields)


def titles(client: Client, query: str) -> set[str]:
    return {one["title"] for one in get(client, f"articles?{query}")["data"]}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {"Always", "Running", "Coming", "Over"}),
        ("state=valid", {"Always", "Running"}),
        ("state=scheduled", {"Coming"}),
        ("state=expired", {"Over"}),
        ("state=removed", {"Removed"}),
        ("audience=desk", {"Coming"}),
        ("language=de", {"Running"}),
        ("tag=shop", {"Always", "Running"}),
        ("tag=shop&language=en", {"Always"}),
        ("tag=old", set()),
        ("state=removed&tag=old", {"Removed"}),
        ("search=coming&state=valid", set()),
    ],
)
def test_the_list_is_narrowed(supervisor: Client, shelf: None, query: str, expected: set[str]) -> None:
    assert titles(supervisor, query) == expected


@pytest.mark.parametrize("query", ["state=gone", "audience=nobody"])
def test_a_filter_that_is_none_is_named(supervisor: Client, query: str) -> None:
    assert refused(supervisor.get(f"/api/v1/articles?{query}")) == (422, query.partition("=")[0])


def test_each_entry_tells_its_state(supervisor: Client, shelf: None) -> None:
    states = {one["title"]: one["state"] for one in get(supervisor, "articles")["data"]}
    assert states == {"Always": "valid", "Running": "valid", "Coming": "scheduled", "Over": "expired"}


def test_the_facets_count_what_there_is(
    desk: Client, shelf: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(7):  # search path, session, agent, states, languages, audiences, tags
        facets = get(desk, "articles/facets")
    assert facets["states"] == {"valid": 2, "scheduled": 1, "expired": 1, "removed": 1}
    assert facets["languages"] == [{"value": "en", "count": 3}, {"value": "de", "count": 1}]
    assert facets["audiences"] == [{"value": "everyone", "count": 3}, {"value": "desk", "count": 1}]
    assert facets["tags"] == [{"value": "shop", "count": 2}, {"value": "care", "count": 1}]


def test_an_article_that_ends_before_it_begins_is_refused(supervisor: Client, parking: dict[str, Any]) -> None:
    reply = post(
        supervisor, "articles", title="T", body="B", valid_from="2030-01-02T00:00Z", valid_until="2030-01-01T00:00Z"
    )
    assert refused(reply) == (422, "valid_until")
    at = f"/api/v1/articles/{parking['id']}"
    json = "application/json"
    assert supervisor.patch(at, {"valid_from": "2030-01-02T00:00Z"}, content_type=json).status_code == 200
    later = supervisor.patch(at, {"valid_until": "2030-01-01T00:00Z"}, content_type=json)
    assert refused(later) == (422, "valid_until")
    assert [one.valid_until for one in Article.objects.all()] == [None]


def quoted(conversation: Conversation, *articles: str, action: str = "answer", days: int = 1) -> Decision:
    """An answer of so many days ago that quotes these articles."""
    place = conversation.decisions.count() + 1
    return Decision.objects.create(
        conversation=conversation,
        asked_seq=2 * place - 1,
        answer_seq=2 * place if action in ("answer", "unsure") else None,
        action=action,
        rules_version=1,
        facts={},
        articles=list(articles),
        created_at=NOW - timedelta(days=days),
    )


def test_an_articles_health_is_its_quotes_and_those_that_needed_no_person(in_acme: Tenant) -> None:
    first, second = (str(Article.objects.create(title=title, body="Text.").id) for title in ("One", "Two"))
    helped, handed = (log.create(carol) for carol in [cast.customer()] * 2)
    quoted(helped, first, second)
    quoted(helped, first)
    quoted(handed, first)
    Handover.objects.create(decision=quoted(handed, action="handover"), conversation=handed, reason="", card={})
    assert of([first, second]) == {first: Health(3, 2), second: Health(1, 1)}


def test_old_answers_unsure_ones_and_handovers_count_for_nothing(in_acme: Tenant) -> None:
    article = str(Article.objects.create(title="One", body="Text.").id)
    conversation = log.create(cast.customer())
    quoted(conversation, article, days=31)
    quoted(conversation, article, action="unsure")
    quoted(conversation, article, action="handover")
    assert of([article]) == {}


def test_a_handover_from_before_the_answer_does_not_count_against_it(in_acme: Tenant) -> None:
    article = str(Article.objects.create(title="One", body="Text.").id)
    conversation = log.create(cast.customer())
    before = quoted(conversation, action="handover", days=3)
    Handover.objects.create(
        decision=before, conversation=conversation, reason="", card={}, requested_at=NOW - timedelta(days=3)
    )
    quoted(conversation, article)
    assert of([article]) == {article: Health(1, 1)}


def test_the_list_and_the_article_show_their_health(supervisor: Client, parking: dict[str, Any]) -> None:
    quoted(log.create(cast.customer()), parking["id"])
    for shown in (get(supervisor, "articles")["data"][0], get(supervisor, f"articles/{parking['id']}")):
        assert (shown["used"], shown["helped"]) == (1, 1)


def test_a_text_is_drawn_as_customers_would_see_it_and_safe(desk: Client) -> None:
    reply = post(desk, "articles/preview", body="## Parking\n\n**Behind** the shop <script>alert(1)</script>")
    assert reply.status_code == 200
    drawn = reply.json()["html"]
    assert "<h3>Parking</h3>" in drawn
    assert "<strong>Behind</strong>" in drawn
    assert "<script" not in drawn
    assert post(desk, "articles/preview", body="").json() == {"html": ""}
    assert refused(post(desk, "articles/preview", body="x" * 50_001)) == (422, "body")
