"""Word's documents are read in a child process, and web pages may come as files."""

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from assistant.models import Article
from tests.settings.importing import imported
from tests.words import docx, paragraph, row

LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {two} "{f"&{one};" * 40}">' for one, two in zip("abcdefgh", "bcdefghi", strict=True)
)
FETCHES = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData>'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>'
    '<a:blip r:link="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
)
MANUAL = docx(
    ("Title", "The shop's manual"),
    ("", "For everybody who works here."),
    ("Heading1", "Returns"),
    ("", "You can send anything back within 30 days."),
    ("Heading2", "Who pays"),
    ("", "We do."),
    ("Heading1", "Opening hours"),
    raw=f"<w:tbl>{row('Monday', '9 to 17')}{row('Sunday', 'closed')}</w:tbl>{FETCHES}",
    more=[("word/media/picture.png", b"no picture")],
)


def bomb() -> bytes:
    """A document that unpacks to more than anybody writes."""
    made = BytesIO(docx(("", "small")))
    with ZipFile(made, "a", ZIP_DEFLATED) as zipped:
        zipped.writestr("word/footnotes.xml", b" " * 50_000_000)
    return made.getvalue()


def articles() -> dict[str, str]:
    return dict(Article.objects.values_list("title", "body"))


def test_the_headings_of_a_document_become_articles(supervisor: Client) -> None:
    done = imported(supervisor, ("manual.docx", MANUAL))
    assert (done["source"], done["state"], done["problems"]) == ("word", "done", [])
    assert articles() == {
        "The shop's manual": "For everybody who works here.",
        "Returns": "You can send anything back within 30 days.\n\n### Who pays\n\nWe do.",
        "Opening hours": "Monday | 9 to 17\n\nSunday | closed",
    }


def test_a_document_without_headings_is_one_article_of_its_name(supervisor: Client) -> None:
    imported(supervisor, ("parking_rules.docx", docx(("", "Park behind the shop."), ("", "It is free."))))
    assert articles() == {"parking rules": "Park behind the shop.\n\nIt is free."}


def test_what_cannot_be_read_is_a_problem_and_the_rest_is_imported(supervisor: Client) -> None:
    done = imported(
        supervisor,
        ("broken.docx", MANUAL[:400]),
        ("bomb.docx", bomb()),
        ("laughs.docx", docx(("", "&i;"), before=LAUGHS + "]>")),
        ("empty.docx", docx(("", " "))),
        ("good.docx", docx(("", "Park behind the shop."))),
    )
    told = {problem["where"]: problem["message"] for problem in done["problems"]}
    assert (done["state"], done["created"]) == ("done", 1)
    assert "broken" in told["broken.docx"]
    assert "too long" in told["bomb.docx"]
    assert "laughs.docx" in told
    assert "no text" in told["empty.docx"]


def test_a_document_with_a_password_says_so(supervisor: Client) -> None:
    done = imported(supervisor, ("locked.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)))
    assert "password" in done["problems"][0]["message"]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("letter.doc", b"\xd0\xcf\x11\xe0", "Save it as .docx"),
        ("words.docx", b"just words", "is no Word document"),
        ("page.html", b"\x00\x01\x02", "is no text"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(
    supervisor: Client, name: str, content: bytes, says: str
) -> None:
    refused: Any = supervisor.post("/api/v1/knowledge_imports/files", {"files": [SimpleUploadedFile(name, content)]})
    assert refused.status_code == 422
    assert says in refused.json()["error"]["message"]


def test_a_web_page_as_a_file_is_an_article_without_what_is_around_it(supervisor: Client) -> None:
    page = (
        "<html lang=de><head><meta charset=iso-8859-1><title>Rückgabe - Laden</title><script>steal()</script></head>"
        "<body><nav><a href=/>Start</a></nav><main><h1>Rückgabe</h1><p>Sie können alles binnen 30 Tagen zurückgeben, "
        "was nicht getragen wurde.</p><h2>Wer zahlt</h2><p onclick=steal()>Wir.</p></main></body></html>"
    ).encode("latin-1")
    done = imported(supervisor, ("returns.html", page))
    assert (done["source"], done["created"], done["problems"]) == ("html", 1, [])
    returns = Article.objects.get()
    assert (returns.title, returns.language) == ("Rückgabe", "de")
    assert returns.body == (
        "Sie können alles binnen 30 Tagen zurückgeben, was nicht getragen wurde.\n\n## Wer zahlt\n\nWir."
    )


def test_the_questions_that_a_page_answers_are_articles_each(supervisor: Client) -> None:
    faq = (
        '<script type="application/ld+json">{"@type": "FAQPage", "mainEntity": [{"name": "Do you ship abroad?", '
        '"acceptedAnswer": {"text": "<p>To ten countries.</p>"}}]}</script>'
    )
    imported(supervisor, ("faq.htm", faq.encode()))
    assert articles() == {"Do you ship abroad?": "To ten countries."}


def test_a_page_that_only_a_script_draws_is_a_problem(supervisor: Client) -> None:
    done = imported(supervisor, ("app.html", b"<div id=app></div><script>draw()</script>"))
    assert (done["state"], done["problems"][0]["where"]) == ("failed", "app.html")


def test_a_paragraph_may_hold_what_looks_like_markup(supervisor: Client) -> None:
    imported(supervisor, ("signs.docx", docx(raw=paragraph("", "Use &lt;script&gt; with care &amp; never here."))))
    assert articles() == {"signs": "Use <script> with care & never here."}
