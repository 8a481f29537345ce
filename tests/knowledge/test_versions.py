"""Each change of an article leaves a version behind, with who made it and why, and the way back to it."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from assistant.knowledge import articles
from assistant.knowledge.articles import Draft
from assistant.knowledge.history import By, Cause
from assistant.models import Article, ArticleVersion, KnowledgeVersion
from tenants.models import Tenant
from tenants.trail.models import AuditEntry
from tests.settings.sending import get, patch, post, refused


def told(client: Client, article: str) -> list[tuple[int, str, str]]:
    """Number, cause and author of each version, the newest first."""
    return [(one["number"], one["cause"], one["author"]) for one in get(client, f"articles/{article}/versions")["data"]]


def test_each_change_leaves_a_version_and_its_author(
    supervisor: Client, other: Client, parking: dict[str, Any]
) -> None:
    assert patch(other, f"articles/{parking['id']}", body="In front of it.").json()["version"] == 2
    assert patch(supervisor, f"articles/{parking['id']}", valid_until="2030-01-01T00:00:00Z").json()["version"] == 3
    assert told(supervisor, parking["id"]) == [
        (3, "written", "Sue Example"),
        (2, "written", "Max Example"),
        (1, "written", "Sue Example"),
    ]
    first = get(supervisor, f"articles/{parking['id']}/versions/1")["fields"]
    assert (first["body"], first["tags"], first["valid_until"]) == (
        "There is a car park behind the shop.",
        ["shop"],
        None,
    )
    assert get(supervisor, f"articles/{parking['id']}/versions/3")["fields"]["valid_until"].startswith("2030-01-01")


def test_an_older_version_comes_back_whole_and_as_a_new_one(supervisor: Client, parking: dict[str, Any]) -> None:
    at, until = f"articles/{parking['id']}", "2030-01-01T00:00:00Z"
    patch(supervisor, at, body="In front of it.", valid_until=until, questions=["Where?"], audience="desk")
    number = KnowledgeVersion.objects.get().number
    back = post(supervisor, f"{at}/restore", version=1).json()
    for name in ("title", "body", "questions", "language", "tags", "audience", "valid_from", "valid_until"):
        assert back[name] == parking[name]
    assert (back["version"], KnowledgeVersion.objects.get().number) == (3, number + 1)
    again = post(supervisor, f"{at}/restore", version=2).json()
    assert (again["body"], again["valid_until"], again["audience"]) == ("In front of it.", until, "desk")
    entry = AuditEntry.objects.filter(action="article.restored").first()
    assert entry is not None
    assert entry.changes == {"version": [3, 2]}


def test_a_version_that_already_stands_is_no_change(supervisor: Client, parking: dict[str, Any]) -> None:
    before = KnowledgeVersion.objects.get().number
    assert post(supervisor, f"articles/{parking['id']}/restore", version=1).json()["version"] == 1
    assert KnowledgeVersion.objects.get().number == before
    assert not AuditEntry.objects.filter(action="article.restored").exists()


def test_a_version_that_never_was_is_not_there(supervisor: Client, desk: Client, parking: dict[str, Any]) -> None:
    at = f"articles/{parking['id']}"
    assert refused(supervisor.get(f"/api/v1/{at}/versions/2")) == (404, "version")
    assert refused(post(supervisor, f"{at}/restore", version=2)) == (404, "version")
    assert refused(supervisor.get("/api/v1/articles/art_nothing/versions")) == (404, "article_id")
    assert refused(post(desk, f"{at}/restore", version=1)) == (403, None)
    assert told(desk, parking["id"]) == [(1, "written", "Sue Example")]


def test_the_versions_come_in_pages(
    supervisor: Client, parking: dict[str, Any], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for place in range(4):
        patch(supervisor, f"articles/{parking['id']}", body=f"Place {place}.")
    numbers: list[int] = []
    cursor = ""
    while True:
        with django_assert_num_queries(5):  # search path, session, agent, article, versions
            page = get(supervisor, f"articles/{parking['id']}/versions?limit=2{cursor}")
        numbers += [one["number"] for one in page["data"]]
        cursor = f"&cursor={page['next_cursor']}"
        if not page["has_more"]:
            break
    assert numbers == [5, 4, 3, 2, 1]
    assert refused(supervisor.get(f"/api/v1/articles/{parking['id']}/versions?limit=0")) == (422, "limit")


def test_an_article_that_came_without_a_version_keeps_how_it_began(supervisor: Client) -> None:
    """Such as those of the demo, which are stored together."""
    made = str(Article.objects.create(title="Bicycles", body="We sell them.").id)
    assert told(supervisor, made) == [(1, "written", "")]
    assert get(supervisor, f"articles/{made}/versions/1")["fields"]["body"] == "We sell them."
    patch(supervisor, f"articles/{made}", body="We mend them.")
    assert told(supervisor, made) == [(2, "written", "Sue Example"), (1, "written", "")]
    assert post(supervisor, f"articles/{made}/restore", version=1).json()["body"] == "We sell them."


@pytest.mark.parametrize("cause", list(Cause))
def test_the_cause_of_a_change_is_kept(in_acme: Tenant, cause: Cause) -> None:
    by = By("Maya", "agt_1", cause)
    articles.merge(Draft("Parking", "Behind the shop."), by=by)
    articles.merge(Draft("Parking", "In front of it."), by=by)
    kept = ArticleVersion.objects.values_list("number", "cause", "author", "author_id")
    assert list(kept) == [(2, cause.value, "Maya", "agt_1"), (1, cause.value, "Maya", "agt_1")]
