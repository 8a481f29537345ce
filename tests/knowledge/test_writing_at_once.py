"""Two people write one article: whoever saves second is told whose change they did not see, and nothing is lost."""

from typing import Any

from django.test import Client

from assistant.models import Article, ArticleVersion, KnowledgeVersion
from tests.settings.sending import patch, refused


def test_a_save_over_a_version_nobody_saw_is_refused_with_who_made_it(
    supervisor: Client, other: Client, parking: dict[str, Any]
) -> None:
    at = f"articles/{parking['id']}"
    assert patch(other, at, body="In front of it.", version=1).status_code == 200
    number = KnowledgeVersion.objects.get().number
    reply = patch(supervisor, at, body="Mine.", version=1)
    assert refused(reply) == (409, "version")
    assert reply.json()["error"]["code"] == "article_changed"
    assert "Max Example changed this article" in reply.json()["error"]["message"]
    assert Article.objects.get().body == "In front of it."
    assert (ArticleVersion.objects.count(), KnowledgeVersion.objects.get().number) == (2, number)
    assert patch(supervisor, at, body="Mine.", version=2).json()["body"] == "Mine."


def test_a_save_that_asks_for_what_already_stands_is_no_conflict(
    supervisor: Client, other: Client, parking: dict[str, Any]
) -> None:
    at = f"articles/{parking['id']}"
    patch(other, at, body="In front of it.")
    assert patch(supervisor, at, body="In front of it.", version=1).json()["version"] == 2


def test_a_save_without_a_version_is_taken_as_it_is(supervisor: Client, other: Client, parking: dict[str, Any]) -> None:
    at = f"articles/{parking['id']}"
    patch(other, at, body="In front of it.")
    assert patch(supervisor, at, tags=["parking"]).json()["body"] == "In front of it."
    assert refused(patch(supervisor, at, tags=[], version=0)) == (422, "version")
