"""Knowledge is imported by jobs that may run twice: pasted, from files, from a site through the guard."""

import threading
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from assistant.knowledge.importing import running
from assistant.models import Article, EncodedText, ImportState, KnowledgeImport, KnowledgeVersion
from tenants import current
from tenants.models import Job, Tenant
from tenants.trail.models import AuditEntry
from tests import cast
from tests.settings.sending import get, post, refused
from tests.settings.working import work_off
from tests.web import Page, Site, site

FAQ = "## Where can I park?\nBehind the shop.\n\n## Do you rent bicycles?\nYes, from 20 euros a day.\n"


def imported(client: Client, **fields: Any) -> Any:
    """The import, stored without a review, after its jobs ran."""
    reply = post(client, "knowledge_imports", apply=True, **fields)
    assert reply.status_code == 201, reply.content
    work_off(running.KIND)
    return get(client, f"knowledge_imports/{reply.json()['id']}")


def sent(client: Client, *files: tuple[str, bytes]) -> Any:
    uploads = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post("/api/v1/knowledge_imports/files", {"files": uploads, "apply": "true"})


def titles() -> list[str]:
    return list(Article.objects.values_list("title", flat=True))


def test_pasted_text_becomes_articles(supervisor: Client) -> None:
    made = post(supervisor, "knowledge_imports", source="paste", text=FAQ, apply=True).json()
    assert (made["state"], made["source"], made["name"]) == ("waiting", "paste", "Pasted text")
    work_off(running.KIND)
    done = get(supervisor, f"knowledge_imports/{made['id']}")
    assert done == {**made, "state": "done", "total": 2, "done": 2, "created": 2}
    assert titles() == ["Do you rent bicycles?", "Where can I park?"]
    assert get(supervisor, "knowledge_imports")["data"] == [done]
    assert KnowledgeImport.objects.get().content == []
    assert AuditEntry.objects.get(action="knowledge.imported").object_id == made["id"]


def test_the_assistant_answers_from_it_at_once(supervisor: Client) -> None:
    cast.rules()
    imported(supervisor, source="paste", text=FAQ)
    assert EncodedText.objects.exists()
    said = post(supervisor, "assistant/preview", question="Can I rent bicycles at your shop?").json()
    assert "20 euros" in said["answer"]["text"]


def test_the_same_title_updates_and_what_is_the_same_stays(supervisor: Client) -> None:
    imported(supervisor, source="paste", text=FAQ)
    before = KnowledgeVersion.objects.get().number
    again = imported(supervisor, source="paste", text=FAQ)
    assert (again["created"], again["updated"], again["unchanged"]) == (0, 0, 2)
    assert KnowledgeVersion.objects.get().number == before
    changed = imported(supervisor, source="paste", text=FAQ.replace("20", "25"))
    assert (changed["created"], changed["updated"], changed["unchanged"]) == (0, 1, 1)
    assert Article.objects.count() == 2
    assert KnowledgeVersion.objects.get().number == before + 1


def test_a_step_that_runs_twice_imports_once(supervisor: Client) -> None:
    made = post(supervisor, "knowledge_imports", source="paste", text=FAQ, apply=True).json()["id"]
    for _ in range(6):
        running.step(made)
    done = get(supervisor, f"knowledge_imports/{made}")
    assert (done["state"], done["done"], done["created"], done["unchanged"]) == ("done", 2, 2, 0)
    work_off(running.KIND)
    assert get(supervisor, f"knowledge_imports/{made}") == done


def test_progress_is_told_in_steps(supervisor: Client) -> None:
    text = "\n".join(f"# Question {number}?\nAnswer {number}." for number in range(25))
    made = post(supervisor, "knowledge_imports", source="paste", text=text, apply=True).json()["id"]
    seen = []
    for _ in range(8):
        running.step(made)
        told = get(supervisor, f"knowledge_imports/{made}")
        seen.append((told["state"], told["done"], told["total"]))
    assert seen == [
        *[("running", done, 25) for done in (0, 10, 20)],
        *[("applying", done, 25) for done in (0, 10, 20, 25)],
        ("done", 25, 25),
    ]


def test_csv_files_are_read_and_their_wrong_lines_named(supervisor: Client) -> None:
    table = "Frage;Antwort;Tags\r\nWo parken?;Hinter dem Haus.;a|b\r\n;leer;\r\nWann?;Ab neun Uhr früh.;\r\n"
    reply = sent(supervisor, ("faq.csv", table.encode("cp1252")), ("more.csv", b"title,body\nA,one"))
    assert reply.status_code == 201, reply.content
    work_off(running.KIND)
    done = get(supervisor, f"knowledge_imports/{reply.json()['id']}")
    assert (done["source"], done["name"], done["created"]) == ("csv", "faq.csv, more.csv", 3)
    assert done["problems"] == [{"where": "faq.csv, line 3", "message": "There is no title."}]
    stored = Article.objects.get(title="Wann?")
    assert (stored.body, stored.language) == ("Ab neun Uhr früh.", "de")
    assert Article.objects.get(title="Wo parken?").tags == ["a", "b"]


def test_markdown_files_are_read(supervisor: Client) -> None:
    reply = sent(
        supervisor,
        ("parking.md", b"---\ntags: [shop]\n---\nBehind the shop."),
        ("notes.txt", b"# Bikes\n? Rent?\nYes."),
    )
    work_off(running.KIND)
    assert get(supervisor, f"knowledge_imports/{reply.json()['id']}")["state"] == "done"
    assert titles() == ["Bikes", "parking"]
    assert Article.objects.get(title="Bikes").questions == ["Rent?"]


@pytest.mark.parametrize(
    ("files", "status"),
    [
        ([], 422),
        ([("a.pdf", b"text")], 422),
        ([("a", b"text")], 422),
        ([("a.csv", b"\x00\x01\x02\x03")], 422),
        ([("a.csv", b"title,body"), ("b.md", b"x")], 422),
        ([("a.csv", b"x" * (10 * 1024 * 1024 + 1))], 413),
    ],
    ids=["none", "no pdf", "no ending", "binary", "mixed", "too long"],
)
def test_files_that_cannot_be_read_are_refused_at_once(
    supervisor: Client, files: list[tuple[str, bytes]], status: int
) -> None:
    assert refused(sent(supervisor, *files))[0] == status
    assert not KnowledgeImport.objects.exists()
    assert not Job.objects.filter(kind=running.KIND).exists()


@pytest.mark.parametrize(
    ("fields", "param"),
    [
        ({}, "source"),
        ({"source": "paste", "text": "x", "apply": "perhaps"}, "apply"),
        ({"source": "telepathy"}, "source"),
        ({"source": "paste"}, "text"),
        ({"source": "paste", "text": " \n "}, "text"),
        ({"source": "paste", "text": "x" * 500_001}, "text"),
        ({"source": "web"}, "url"),
        ({"source": "web", "url": "http://127.0.0.1/"}, "url"),
        ({"source": "web", "url": "localhost"}, "url"),
        ({"source": "web", "url": "http://169.254.169.254/latest/meta-data/"}, "url"),
        ({"source": "web", "url": "file:///etc/passwd"}, "url"),
        ({"source": "web", "url": "https://8.8.8.8/", "pages": 51}, "pages"),
        ({"source": "web", "url": "https://8.8.8.8/", "pages": 0}, "pages"),
    ],
)
def test_a_wrong_field_is_named_and_nothing_is_begun(supervisor: Client, fields: dict[str, Any], param: str) -> None:
    assert refused(post(supervisor, "knowledge_imports", **fields)) == (422, param)
    assert not KnowledgeImport.objects.exists()


def test_three_imports_at_once_are_the_most(supervisor: Client) -> None:
    for _ in range(3):
        assert post(supervisor, "knowledge_imports", source="paste", text=FAQ).status_code == 201
    reply = post(supervisor, "knowledge_imports", source="paste", text=FAQ)
    assert (reply.status_code, reply["Retry-After"]) == (429, "60")
    assert KnowledgeImport.objects.count() == 3


def test_text_without_anything_in_it_fails_with_a_reason(supervisor: Client) -> None:
    done = imported(supervisor, source="paste", text="# Only a heading")
    assert (done["state"], done["problems"][0]["message"]) == ("failed", "There is no text below the title.")
    reply = sent(supervisor, ("a.csv", b"title,body\n"))
    work_off(running.KIND)
    assert get(supervisor, f"knowledge_imports/{reply.json()['id']}")["problems"] == [
        {"where": "a.csv", "message": "Nothing was found in it."}
    ]


def test_a_step_that_fails_again_and_again_ends_the_import(supervisor: Client) -> None:
    made = post(supervisor, "knowledge_imports", source="paste", text=FAQ).json()["id"]
    running.step(made)
    running.step(made, attempt=running.TRIES + 1)
    done = get(supervisor, f"knowledge_imports/{made}")
    assert (done["state"], done["problems"][0]["message"]) == ("failed", running.GAVE_UP)
    running.step(made)
    assert not Article.objects.exists()


def test_agents_may_not_import_and_other_tenants_see_nothing(
    supervisor: Client, desk: Client, globex: Tenant, globex_client: Client
) -> None:
    made = imported(supervisor, source="paste", text=FAQ)["id"]
    assert refused(post(desk, "knowledge_imports", source="paste", text=FAQ)) == (403, None)
    assert get(desk, f"knowledge_imports/{made}")["state"] == "done"
    assert refused(globex_client.get(f"/api/v1/knowledge_imports/{made}")) == (401, None)
    assert refused(supervisor.get("/api/v1/knowledge_imports/imp_x")) == (404, "import_id")
    assert KnowledgeImport.objects.count() == 1


def test_the_list_costs_one_query_more(supervisor: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for _ in range(3):
        imported(supervisor, source="paste", text=FAQ)
    with django_assert_num_queries(4):  # search path, session, agent, imports
        assert len(get(supervisor, "knowledge_imports")["data"]) == 3


@pytest.fixture
def shop(settings: Settings) -> Any:
    """A shop's help pages on this machine."""
    settings.BATON_ALLOW_LOOPBACK = True
    with site() as made:
        made.html(
            "/help/",
            page("Help", 'How can we help you today? <a href="parking">Parking</a> <a href="/about">About</a>'),
        )
        made.html("/help/parking", page("Parking", 'Behind the shop, for free. <a href="rent#x">Rent</a>'))
        made.html("/help/rent", page("Rent", "From 20 euros a day, for all bicycles."))
        made.html("/about", page("About", "We sell bicycles since 1950."))
        yield made


def page(title: str, body: str) -> str:
    return f"<html lang=en><title>{title} | Shop</title><main><h1>{title}</h1><p>{body}</p></main>"


def asked(shop: Site) -> list[str]:
    return [path for _, path, _ in shop.asked]


def test_a_site_is_read_from_its_start_what_lies_below_it_first(supervisor: Client, shop: Site) -> None:
    done = imported(supervisor, source="web", url=shop.url("/help/"))
    assert (done["state"], done["name"], done["total"], done["done"], done["created"]) == (
        "done",
        shop.url("/help/"),
        4,
        4,
        4,
    )
    assert done["problems"] == []
    assert asked(shop) == ["/robots.txt", "/help/", "/help/parking", "/help/rent", "/about"]
    assert titles() == ["About", "Help", "Parking", "Rent"]
    assert Article.objects.get(title="Parking").body == "Behind the shop, for free. Rent"
    again = imported(supervisor, source="web", url=shop.url("/help/"))
    assert (again["created"], again["unchanged"]) == (0, 4)


def test_no_more_pages_are_read_than_asked_for(supervisor: Client, shop: Site) -> None:
    done = imported(supervisor, source="web", url=shop.url("/help/"), pages=2)
    assert (done["total"], done["done"], done["created"]) == (2, 2, 2)
    assert asked(shop) == ["/robots.txt", "/help/", "/help/parking"]


def test_robots_txt_is_honoured(supervisor: Client, shop: Site) -> None:
    shop.pages["/robots.txt"] = Page(b"User-agent: *\r\nDisallow: /help/rent\r\n")
    done = imported(supervisor, source="web", url=shop.url("/help/"))
    assert "/help/rent" not in asked(shop)
    assert [problem["where"] for problem in done["problems"]] == [shop.url("/help/rent")]
    assert "robots.txt" in done["problems"][0]["message"]


def test_a_site_whose_robots_txt_is_broken_is_left_alone(supervisor: Client, shop: Site) -> None:
    shop.pages["/robots.txt"] = Page(b"down", 503)
    done = imported(supervisor, source="web", url=shop.url("/help/"))
    assert (done["state"], asked(shop), len(done["problems"])) == ("failed", ["/robots.txt"], 1)


def test_pages_that_fail_or_lead_away_are_problems_with_their_place(supervisor: Client, shop: Site) -> None:
    shop.html(
        "/",
        "".join(f'<a href="/{path}">more</a>' for path in ("gone", "away", "inside", "image", "empty")),
    )
    shop.redirect("/away", shop.url("/about", host="localhost"))
    shop.redirect("/inside", "http://169.254.169.254/latest/meta-data/")
    shop.pages["/image"] = Page(b"\x89PNG", headers={"Content-Type": "image/png"})
    shop.html("/empty", "<div id=app></div><script>draw()</script>")
    done = imported(supervisor, source="web", url=shop.url("/"))
    told = {problem["where"].rpartition("/")[2]: problem["message"] for problem in done["problems"]}
    assert told["gone"] == "The page answered 404."
    assert told["away"] == "The page leads to another site."
    assert "not on the public internet" in told["inside"]
    assert "image/png" in told["image"]
    assert "No text" in told["empty"]
    assert done["done"] == 6


def test_a_site_that_moved_is_read_where_it_is_now(supervisor: Client, shop: Site) -> None:
    shop.redirect("/old", "/help/", 301)
    done = imported(supervisor, source="web", url=shop.url("/old"))
    assert (done["state"], done["created"]) == ("done", 4)


def test_pages_of_the_same_title_are_told_apart(supervisor: Client, shop: Site) -> None:
    shop.html("/help/parking", page("Help", "Behind the shop."))
    imported(supervisor, source="web", url=shop.url("/help/"), pages=2)
    assert titles() == ["Help", "Help (parking)"]


def test_questions_marked_up_on_a_page_become_articles_each(supervisor: Client, shop: Site) -> None:
    shop.html(
        "/faq",
        '<script type="application/ld+json">{"@type":"FAQPage","mainEntity":['
        '{"name":"When?","acceptedAnswer":{"text":"At nine."}},'
        '{"name":"Where?","acceptedAnswer":{"text":"<b>Here.</b>"}}]}</script><p>When? Where?',
    )
    imported(supervisor, source="web", url=shop.url("/faq"))
    assert dict(Article.objects.values_list("title", "body")) == {"When?": "At nine.", "Where?": "Here."}


def test_one_worker_at_a_time_waits_for_sites(own_database: str, settings: Settings) -> None:
    """With two workers and two slow sites one of them stays free for customers."""
    settings.BATON_ALLOW_LOOPBACK = True
    held: list[bool] = []
    with running._only_one_waits() as first:

        def other() -> None:
            with running._only_one_waits() as second:
                held.append(second)
            current.connection.close()

        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
    assert (first, held) == (True, [False])


def test_an_import_survives_whoever_else_changes_articles(supervisor: Client) -> None:
    made = post(supervisor, "knowledge_imports", source="paste", text=FAQ, apply=True).json()["id"]
    running.step(made)
    running.step(made)
    post(supervisor, "articles", title="Where can I park?", body="Written by a person meanwhile.")
    work_off(running.KIND)
    done = get(supervisor, f"knowledge_imports/{made}")
    assert (done["created"], done["updated"], done["state"]) == (1, 0, ImportState.DONE)
    assert done["problems"] == [{"where": "line 1", "message": "title: another article has this title."}]
    assert Article.objects.get(title="Where can I park?").body == "Written by a person meanwhile."
