"""Articles over REST: anybody of the desk reads, supervisors write, and the assistant answers from what they wrote."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from assistant.knowledge import articles
from assistant.knowledge.articles import Draft, Merged
from assistant.models import Article, KnowledgeVersion
from tenants.models import Tenant
from tenants.trail.models import AuditEntry
from tests.settings.sending import get, patch, post, refused


def number() -> int:
    return KnowledgeVersion.objects.get().number


def written(client: Client, title: str = "Parking", **fields: Any) -> str:
    reply = post(client, "articles", title=title, body="There is a car park behind the shop.", **fields)
    assert reply.status_code == 201, reply.content
    return str(reply.json()["id"])


def test_an_article_is_written_read_changed_and_removed(supervisor: Client) -> None:
    made = written(supervisor, questions=["Where can I park?"], language="en", tags=["shop"])
    whole = get(supervisor, f"articles/{made}")
    assert (whole["title"], whole["questions"], whole["tags"]) == ("Parking", ["Where can I park?"], ["shop"])
    assert whole["body"].startswith("There is a car park")
    before = number()
    changed = patch(supervisor, f"articles/{made}", body="Park in front of the shop.").json()
    assert (changed["body"], changed["title"]) == ("Park in front of the shop.", "Parking")
    assert number() == before + 1
    assert supervisor.delete(f"/api/v1/articles/{made}").status_code == 204
    assert number() == before + 2
    assert not Article.objects.exists()
    assert refused(supervisor.get(f"/api/v1/articles/{made}")) == (404, "article_id")
    actions = AuditEntry.objects.filter(object_kind="article").values_list("action", flat=True)
    assert list(actions) == ["article.removed", "article.changed", "article.created"]


def test_a_title_stands_once(supervisor: Client) -> None:
    written(supervisor)
    other = written(supervisor, "Bicycles")
    before = number()
    for reply in (
        post(supervisor, "articles", title="Parking", body="Twice."),
        patch(supervisor, f"articles/{other}", title="Parking"),
    ):
        assert refused(reply) == (409, "title")
    assert sorted(Article.objects.values_list("title", flat=True)) == ["Bicycles", "Parking"]
    assert number() == before


def test_nothing_changed_is_no_change(supervisor: Client) -> None:
    made = written(supervisor)
    before = number()
    assert patch(supervisor, f"articles/{made}", title="Parking").status_code == 200
    assert number() == before
    assert AuditEntry.objects.filter(object_kind="article").count() == 1


def test_the_list_comes_in_pages_and_is_searched(
    supervisor: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for place in range(5):
        written(supervisor, f"Place {place}")
    titles: list[str] = []
    cursor = ""
    while True:
        with django_assert_num_queries(5):  # search path, session, agent, articles, answers that quoted them
            page = get(supervisor, f"articles?limit=2&cursor={cursor}")
        titles += [one["title"] for one in page["data"]]
        assert "body" not in page["data"][0]
        cursor = page["next_cursor"]
        if not page["has_more"]:
            break
    assert titles == [f"Place {place}" for place in (4, 3, 2, 1, 0)]
    assert [one["title"] for one in get(supervisor, "articles?search=place 3")["data"]] == ["Place 3"]
    assert len(get(supervisor, "articles?search=CAR PARK")["data"]) == 5
    assert get(supervisor, "articles?search=%25")["data"] == []


@pytest.mark.parametrize("query", ["limit=0", "limit=101", "limit=x", "cursor=x", "cursor=" + "x" * 201])
def test_a_wrong_query_is_named(supervisor: Client, query: str) -> None:
    assert refused(supervisor.get(f"/api/v1/articles?{query}")) == (422, query.partition("=")[0])


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("title", "x" * 201),
        ("title", None),
        ("body", ""),
        ("body", "x" * 50_001),
        ("questions", "Where?"),
        ("questions", [""]),
        ("questions", ["x"] * 31),
        ("language", "English"),
        ("tags", ["x" * 41]),
    ],
)
def test_a_wrong_field_is_named_and_nothing_is_stored(supervisor: Client, field: str, value: Any) -> None:
    status, param = refused(post(supervisor, "articles", **{"title": "T", "body": "B", field: value}))
    assert (status, str(param).split(".", maxsplit=1)[0]) == (422, field)
    assert not Article.objects.exists()


def test_agents_read_and_do_not_write(desk: Client, supervisor: Client, acme_client: Client) -> None:
    made = written(supervisor)
    assert get(desk, f"articles/{made}")["title"] == "Parking"
    assert refused(post(desk, "articles", title="Mine", body="Mine")) == (403, None)
    assert refused(patch(desk, f"articles/{made}", title="Mine")) == (403, None)
    assert refused(desk.delete(f"/api/v1/articles/{made}")) == (403, None)
    assert refused(acme_client.get("/api/v1/articles")) == (401, None)
    assert get(desk, "articles")["data"][0]["title"] == "Parking"


def test_a_draft_is_merged_under_its_title(in_acme: Tenant) -> None:
    draft = Draft("Parking", "Behind the shop.", questions=("Where?",), tags=("shop",))
    assert articles.merge(draft) is Merged.CREATED
    before = number()
    assert articles.merge(draft) is Merged.UNCHANGED
    assert articles.merge(Draft("Parking", "Behind the shop.")) is Merged.UNCHANGED
    assert number() == before
    assert articles.merge(Draft("Parking", "In front of it.")) is Merged.UPDATED
    assert number() == before + 1
    stored = Article.objects.get()
    assert (stored.body, stored.questions, stored.tags) == ("In front of it.", ["Where?"], ["shop"])
