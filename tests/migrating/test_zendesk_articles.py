"""Articles of a Zendesk help centre in the import of knowledge: by language, without drafts, and looked through."""

import json
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from assistant.knowledge.articles import Draft
from assistant.knowledge.importing import running, zendesk
from assistant.models import Article, ImportEntry, KnowledgeImport

HELP: dict[str, Any] = {
    "count": 3,
    "articles": [
        {
            "id": 35467,
            "title": "Returns",
            "body": "<h2>How</h2><p>Send it back within <b>30 days</b>.</p><script>x</script>",
            "locale": "en-us",
            "source_locale": "en-us",
            "draft": False,
            "section_id": 98838,
            "label_names": ["returns", "money back"],
        },
        {"id": 35468, "title": "Soon", "body": "<p>Not ready</p>", "locale": "en-us", "draft": True, "section_id": 1},
        {"id": 35469, "title": "", "body": None, "locale": "en-us", "draft": False},
        "no object",
    ],
    "sections": [{"id": 98838, "name": "Orders"}],
    "translations": [
        {"source_id": 35467, "locale": "de", "title": "Returns", "body": "<p>30 Tage</p>", "draft": False},
        {"source_id": 35467, "locale": "en-us", "title": "Returns", "body": "<p>Again</p>", "draft": False},
        {"source_id": 35467, "locale": "fr", "title": "Retours", "body": "<p>Bientôt</p>", "draft": True},
    ],
}


def test_articles_come_by_language_into_the_review_of_the_import(amy: Client) -> None:
    form = {"files": SimpleUploadedFile("articles.json", json.dumps(HELP).encode()), "drafts": "false"}
    answer = amy.post("/api/v1/knowledge_imports/files", form)
    assert answer.status_code == 201, answer.content
    made = KnowledgeImport.objects.get()
    for _ in range(5):
        running.step(str(made.id))
    entries = ImportEntry.objects.filter(of_import=made)
    assert [(one.title, one.language, one.tags) for one in entries] == [
        ("Returns", "en", ["returns", "money back", "Orders"]),
        ("Returns (de)", "de", ["returns", "money back", "Orders"]),
    ]
    assert "30 days" in entries[0].body
    assert "script" not in entries[0].body
    made.refresh_from_db()
    assert [problem["where"] for problem in made.problems] == [
        "articles.json, article 1 (fr)",
        "articles.json, article 2 (en)",
        "articles.json, article 3 (en)",
    ]
    assert not Article.objects.exists()


def test_drafts_come_where_they_are_wanted_and_pages_after_each_other_are_one_file() -> None:
    text = json.dumps(HELP) + "\n" + json.dumps({"articles": [{"id": 1, "title": "More", "body": "<p>Words</p>"}]})
    found = list(zendesk.of_file(text, name="all.json", with_drafts=True))
    titles = [one.title for one in found if isinstance(one, Draft)]
    assert titles == ["Returns", "Returns (de)", "Retours", "Soon", "", "More"]


def test_what_is_no_help_centre_is_one_problem() -> None:
    for text in ("{", "[" * 100_000, '{"articles": 7}', "7", '{"articles": [1, null]}', "nonsense"):
        [problem] = zendesk.of_file(text, name="a.json", with_drafts=True)
        assert not isinstance(problem, Draft)
        assert problem.where == "a.json"
