"""A copy of the workspace has its knowledge whole: each version of each article, and what can still be brought back."""

from django.test import Client

from assistant.knowledge import articles
from tenants import current
from tenants.models import Tenant
from tests.exports.test_making import begun, fetched, finished, rows


def test_a_copy_has_every_version_and_the_articles_that_were_removed(acme: Tenant, desk: Client) -> None:
    with current.entered(acme):
        kept, gone = (articles.create({"title": title, "body": "Behind the shop."}) for title in ("Parking", "Tents"))
        articles.change(kept, {"body": "In front of it."})
        articles.remove(gone)
    copy = fetched(desk, finished(desk, begun(desk, kind="workspace")["id"]))
    told = {row["id"]: (row["title"], row["removed_at"] is None) for row in rows(copy, "articles")}
    assert told == {str(kept.id): ("Parking", True), str(gone.id): ("Tents", False)}
    versions = {
        (row["article_id"], row["number"], row["cause"], row["fields"]["body"])
        for row in rows(copy, "article_versions")
    }
    assert versions == {
        (str(kept.id), 1, "written", "Behind the shop."),
        (str(kept.id), 2, "written", "In front of it."),
        (str(gone.id), 1, "written", "Behind the shop."),
        (str(gone.id), 2, "removed", "Behind the shop."),
    }
