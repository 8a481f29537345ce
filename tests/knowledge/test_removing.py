"""A removed article is out of every answer and list, comes back as it was, and is forgotten after thirty days."""

from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from assistant.knowledge import articles
from assistant.models import Article, ArticleVersion, KnowledgeVersion
from conversations import tasks
from tenants import jobs
from tenants.models import Job
from tests.settings.sending import get, patch, post, refused

AT = "/api/v1/articles"


def removed_days_ago(client: Client, title: str, days: int) -> str:
    """An article that was removed so long ago."""
    made = post(client, "articles", title=title, body="Text.").json()["id"]
    assert client.delete(f"{AT}/{made}").status_code == 204
    Article.everything.filter(pk=made).update(removed_at=timezone.now() - timedelta(days=days))
    return str(made)


def test_a_removed_article_is_out_of_sight_and_comes_back_as_it_was(
    supervisor: Client, parking: dict[str, Any]
) -> None:
    at = f"articles/{parking['id']}"
    number = KnowledgeVersion.objects.get().number
    assert supervisor.delete(f"/api/v1/{at}").status_code == 204
    assert get(supervisor, "articles")["data"] == []
    assert refused(supervisor.get(f"/api/v1/{at}")) == (404, "article_id")
    assert refused(patch(supervisor, at, body="Other.")) == (404, "article_id")
    assert refused(supervisor.delete(f"/api/v1/{at}")) == (404, "article_id")
    gone = get(supervisor, "articles?state=removed")["data"]
    assert [(one["id"], one["state"]) for one in gone] == [(parking["id"], "removed")]
    assert gone[0]["removed_at"] is not None
    back = post(supervisor, f"{at}/restore").json()
    assert {**back, "version": 1, "updated_at": parking["updated_at"]} == parking
    assert get(supervisor, at)["body"] == parking["body"]
    assert KnowledgeVersion.objects.get().number == number + 2
    causes = ArticleVersion.objects.values_list("cause", flat=True)
    assert list(causes) == ["restored", "removed", "written"]


def test_bringing_back_what_was_never_gone_changes_nothing(supervisor: Client, parking: dict[str, Any]) -> None:
    number = KnowledgeVersion.objects.get().number
    assert post(supervisor, f"articles/{parking['id']}/restore").json() == parking
    assert KnowledgeVersion.objects.get().number == number


def test_an_article_does_not_come_back_over_another_with_its_title(supervisor: Client, parking: dict[str, Any]) -> None:
    supervisor.delete(f"{AT}/{parking['id']}")
    assert post(supervisor, "articles", title="Parking", body="A new one.").status_code == 201
    assert refused(post(supervisor, f"articles/{parking['id']}/restore")) == (409, "title")
    assert [one["title"] for one in get(supervisor, "articles?state=removed")["data"]] == ["Parking"]
    assert Article.objects.get().body == "A new one."


def test_agents_remove_and_bring_back_nothing(supervisor: Client, desk: Client, parking: dict[str, Any]) -> None:
    assert refused(desk.delete(f"{AT}/{parking['id']}")) == (403, None)
    supervisor.delete(f"{AT}/{parking['id']}")
    assert refused(post(desk, f"articles/{parking['id']}/restore")) == (403, None)
    assert not Article.objects.exists()


def test_what_was_removed_thirty_days_ago_is_forgotten_and_the_rest_waits_its_turn(
    supervisor: Client, parking: dict[str, Any]
) -> None:
    old, young = removed_days_ago(supervisor, "Old", 30), removed_days_ago(supervisor, "Young", 29)
    waiting = Job.objects.get(kind=articles.PURGE)
    Job.objects.filter(pk=waiting.pk).update(run_at=timezone.now())
    jobs.run(waiting.pk, tasks.work)
    assert set(Article.everything.values_list("id", flat=True)) == {young, parking["id"]}
    assert not ArticleVersion.objects.filter(article_id=old).exists()
    following = Job.objects.get(kind=articles.PURGE)
    assert timedelta(hours=23) < following.run_at - timezone.now() < timedelta(days=1, minutes=1)


def test_the_job_waits_for_the_article_that_was_removed_first(supervisor: Client) -> None:
    removed_days_ago(supervisor, "Old", 20)
    removed_days_ago(supervisor, "Young", 0)
    waiting = Job.objects.get(kind=articles.PURGE)
    assert timedelta(days=9) < waiting.run_at - timezone.now() < timedelta(days=11)
