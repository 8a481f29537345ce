"""An import waits until somebody has looked through what it would do; what they leave out does not happen."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from assistant.knowledge.importing import running
from assistant.models import Article, ArticleVersion, ImportEntry, KnowledgeImport, KnowledgeVersion
from tenants.trail.models import AuditEntry
from tests.settings.sending import get, patch, post, refused
from tests.settings.working import work_off

FAQ = "## Where can I park?\nBehind the shop.\n\n## Do you rent bicycles?\nYes, from 20 euros a day.\n"
RETURNS = "You can send back anything unused within thirty days of delivery, and we refund it within a week."


def read(client: Client, text: str = FAQ, **fields: Any) -> Any:
    """The import after it was read."""
    made = post(client, "knowledge_imports", source="paste", text=text, **fields)
    assert made.status_code == 201, made.content
    work_off(running.KIND)
    return get(client, f"knowledge_imports/{made.json()['id']}")


def entries(client: Client, one: Any, query: str = "") -> list[Any]:
    return list(get(client, f"knowledge_imports/{one['id']}/entries{query}")["data"])


def applied(client: Client, one: Any) -> Any:
    assert post(client, f"knowledge_imports/{one['id']}/apply").status_code == 200
    work_off(running.KIND)
    return get(client, f"knowledge_imports/{one['id']}")


def test_nothing_is_stored_before_somebody_applies_it(supervisor: Client) -> None:
    one = read(supervisor)
    assert (one["state"], one["total"], one["done"]) == ("review", 2, 2)
    assert one["review"] == {"create": 2, "update": 0, "same": 0, "remove": 0, "chosen": 2}
    assert not Article.objects.exists()
    done = applied(supervisor, one)
    assert (done["state"], done["created"], done["total"], done["done"], done["review"]) == ("done", 2, 2, 2, None)
    assert Article.objects.count() == 2
    assert ArticleVersion.objects.filter(cause="import", author="Sue Example").count() == 2
    assert [entry["applied"] for entry in entries(supervisor, one)] == [True, True]
    assert not ImportEntry.objects.exclude(body="").exists()
    assert AuditEntry.objects.filter(action="knowledge.import_applied", object_id=one["id"]).exists()


def test_a_change_shows_the_article_as_it_is_and_as_it_would_be(supervisor: Client) -> None:
    post(supervisor, "articles", title="Where can I park?", body="In front of the shop.", tags=["shop"])
    one = read(supervisor)
    assert [(entry["action"], entry["title"]) for entry in entries(supervisor, one)] == [
        ("update", "Where can I park?"),
        ("create", "Do you rent bicycles?"),
    ]
    [entry] = entries(supervisor, one, "?action=update")
    whole = get(supervisor, f"knowledge_imports/{one['id']}/entries/{entry['id']}")
    assert (whole["before"]["body"], whole["after"]["body"]) == ("In front of the shop.", "Behind the shop.")
    assert (whole["before"]["tags"], whole["after"]["tags"]) == (["shop"], ["shop"])
    assert applied(supervisor, one)["updated"] == 1
    assert Article.objects.get(title="Where can I park?").version == 2


def test_what_is_left_out_does_not_happen(supervisor: Client) -> None:
    one = read(supervisor)
    first = entries(supervisor, one)[0]["id"]
    changed = patch(supervisor, f"knowledge_imports/{one['id']}/entries/{first}", chosen=False).json()
    assert changed["chosen"] is False
    assert get(supervisor, f"knowledge_imports/{one['id']}")["review"]["chosen"] == 1
    done = applied(supervisor, one)
    assert (done["created"], done["state"]) == (1, "done")
    assert list(Article.objects.values_list("title", flat=True)) == ["Do you rent bicycles?"]


def test_all_of_a_kind_are_chosen_together(supervisor: Client) -> None:
    one = read(supervisor)
    at = f"knowledge_imports/{one['id']}/choose"
    assert post(supervisor, at, actions=["create"], chosen=False).json()["review"]["chosen"] == 0
    assert post(supervisor, at, actions=["create", "same"], chosen=True).json()["review"]["chosen"] == 2
    assert refused(post(supervisor, at, actions=["destroy"], chosen=True))[0] == 422
    assert refused(post(supervisor, at, actions=[], chosen=True)) == (422, "actions")


def test_what_was_changed_by_somebody_meanwhile_is_left_alone(supervisor: Client) -> None:
    made = post(supervisor, "articles", title="Where can I park?", body="In front of the shop.").json()
    one = read(supervisor)
    patch(supervisor, f"articles/{made['id']}", body="Beside the shop.")
    done = applied(supervisor, one)
    assert (done["created"], done["updated"], done["state"]) == (1, 0, "done")
    assert "Somebody changed this article" in done["problems"][0]["message"]
    assert Article.objects.get(pk=made["id"]).body == "Beside the shop."


def test_a_near_duplicate_is_pointed_out_and_may_change_that_article(supervisor: Client) -> None:
    made = post(supervisor, "articles", title="How do I return something?", body=RETURNS).json()
    text = f"# Returns and refunds\n{RETURNS} Keep the receipt.\n\n# Parking\nBehind the shop.\n"
    one = read(supervisor, text)
    returns, parking = entries(supervisor, one)
    assert returns["resembles"] == {"id": made["id"], "title": "How do I return something?"}
    assert returns["resembles_score"] > 0.74
    assert parking["resembles"] is None
    at = f"knowledge_imports/{one['id']}/entries/"
    assert refused(patch(supervisor, at + parking["id"], into=made["id"])) == (422, "into")
    aimed = patch(supervisor, at + returns["id"], into=made["id"]).json()
    assert (aimed["action"], aimed["after"]["title"]) == ("update", "How do I return something?")
    assert patch(supervisor, at + returns["id"], into=None).json()["action"] == "create"
    patch(supervisor, at + returns["id"], into=made["id"])
    done = applied(supervisor, one)
    assert (done["created"], done["updated"]) == (1, 1)
    assert Article.objects.get(pk=made["id"]).body.endswith("Keep the receipt.")
    assert Article.objects.count() == 2


def test_what_the_source_no_longer_holds_is_offered_for_removal(supervisor: Client) -> None:
    applied(supervisor, read(supervisor, title="Our FAQ"))
    one = read(supervisor, FAQ.partition("\n\n")[0], title="Our FAQ")
    assert [(entry["action"], entry["chosen"]) for entry in entries(supervisor, one)] == [
        ("same", False),
        ("remove", False),
    ]
    assert applied(supervisor, one)["removed"] == 0
    assert Article.objects.count() == 2
    again = read(supervisor, FAQ.partition("\n\n")[0], title="Our FAQ")
    post(supervisor, f"knowledge_imports/{again['id']}/choose", actions=["remove"], chosen=True)
    assert applied(supervisor, again)["removed"] == 1
    assert list(Article.objects.values_list("title", flat=True)) == ["Where can I park?"]
    assert Article.everything.count() == 2


def test_another_source_removes_nothing(supervisor: Client) -> None:
    applied(supervisor, read(supervisor, title="Our FAQ"))
    one = read(supervisor, "# Opening hours\nFrom nine to five.", title="Another text")
    assert [entry["action"] for entry in entries(supervisor, one)] == ["create"]


def test_an_import_that_holds_nothing_new_needs_no_review(supervisor: Client) -> None:
    applied(supervisor, read(supervisor))
    before = KnowledgeVersion.objects.get().number
    one = read(supervisor)
    assert (one["state"], one["unchanged"], one["created"]) == ("done", 2, 0)
    assert KnowledgeVersion.objects.get().number == before


def test_a_dismissed_import_stores_nothing_and_stays_known(supervisor: Client) -> None:
    one = read(supervisor)
    assert post(supervisor, f"knowledge_imports/{one['id']}/dismiss").json()["state"] == "dismissed"
    assert refused(post(supervisor, f"knowledge_imports/{one['id']}/apply"))[0] == 409
    assert refused(post(supervisor, f"knowledge_imports/{one['id']}/dismiss"))[0] == 409
    work_off(running.KIND)
    assert not Article.objects.exists()
    assert not ImportEntry.objects.exists()
    assert KnowledgeImport.objects.get().state == "dismissed"


def test_one_that_is_being_read_can_be_dismissed(supervisor: Client) -> None:
    made = post(supervisor, "knowledge_imports", source="paste", text=FAQ).json()["id"]
    assert post(supervisor, f"knowledge_imports/{made}/dismiss").json()["state"] == "dismissed"
    work_off(running.KIND)
    assert KnowledgeImport.objects.get().state == "dismissed"


def test_nothing_can_be_chosen_once_it_is_stored(supervisor: Client) -> None:
    one = read(supervisor)
    first = entries(supervisor, one)[0]["id"]
    applied(supervisor, one)
    assert refused(patch(supervisor, f"knowledge_imports/{one['id']}/entries/{first}", chosen=False))[0] == 409
    assert (
        refused(post(supervisor, f"knowledge_imports/{one['id']}/choose", actions=["create"], chosen=False))[0] == 409
    )
    assert refused(post(supervisor, f"knowledge_imports/{one['id']}/apply"))[0] == 409


def test_agents_look_but_do_not_choose(supervisor: Client, desk: Client) -> None:
    one = read(supervisor)
    first = entries(desk, one)[0]["id"]
    for reply in (
        patch(desk, f"knowledge_imports/{one['id']}/entries/{first}", chosen=False),
        post(desk, f"knowledge_imports/{one['id']}/choose", actions=["create"], chosen=False),
        post(desk, f"knowledge_imports/{one['id']}/apply"),
        post(desk, f"knowledge_imports/{one['id']}/dismiss"),
    ):
        assert refused(reply) == (403, None)
    assert ImportEntry.objects.filter(chosen=True).count() == 2
    assert KnowledgeImport.objects.get().state == "review"


def test_entries_come_in_pages(supervisor: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    one = read(supervisor, "\n".join(f"# Question {number}?\nAnswer {number}." for number in range(12)))
    first = get(supervisor, f"knowledge_imports/{one['id']}/entries?limit=8")
    assert (len(first["data"]), first["has_more"]) == (8, True)
    with django_assert_num_queries(5):  # search path, session, agent, import, entries
        rest = get(supervisor, f"knowledge_imports/{one['id']}/entries?limit=8&cursor={first['next_cursor']}")
    assert (len(rest["data"]), rest["has_more"], rest["next_cursor"]) == (4, False, None)


@pytest.mark.parametrize("entry", ["ime_x", "nothing"])
def test_an_unknown_entry_is_not_found(supervisor: Client, entry: str) -> None:
    one = read(supervisor)
    assert refused(supervisor.get(f"/api/v1/knowledge_imports/{one['id']}/entries/{entry}")) == (404, "entry_id")
