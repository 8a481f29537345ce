"""PDFs are read in a child process: headings part them into articles, and what cannot be read says why."""

from io import BytesIO

import pytest
from django.test import Client
from pypdf import PdfReader, PdfWriter

from assistant.knowledge.importing import apart, markdown, pdf
from assistant.knowledge.importing.apart import UnreadableError
from assistant.models import Article
from tests.pdfs import pdf as made_pdf
from tests.settings.importing import imported

MANUAL = made_pdf(
    [(9, "Manual of the shop"), (20, "Returns"), (11, "You can send anything back within 30 days of de-"),
     (11, "livery, as long as nobody used it."), (9, "Page 1 of 5")],
    *[[(9, "Manual of the shop"), (20, f"Chapter {page}"), (11, f"What stands in chapter {page} (and more)."),
       (9, f"Page {page} of 5")] for page in range(2, 6)],
)  # fmt: skip


def test_the_headings_of_a_pdf_become_articles(supervisor: Client) -> None:
    done = imported(supervisor, ("shop-manual.pdf", MANUAL))
    assert (done["source"], done["state"], done["created"], done["problems"]) == ("pdf", "done", 5, [])
    returns = "You can send anything back within 30 days of delivery, as long as nobody used it."
    assert Article.objects.get(title="Returns").body == returns
    assert Article.objects.get(title="Chapter 4").body == "What stands in chapter 4 (and more)."
    assert not Article.objects.filter(body__contains="Manual of the shop").exists()
    assert not Article.objects.filter(body__contains="Page").exists()


def test_a_pdf_without_headings_is_one_article_of_its_name(supervisor: Client) -> None:
    imported(supervisor, ("parking_rules.pdf", made_pdf([(11, "Park behind the shop."), (11, "It is free.")])))
    assert dict(Article.objects.values_list("title", "body")) == {"parking rules": "Park behind the shop. It is free."}


def test_what_cannot_be_read_is_a_problem_and_the_rest_is_imported(supervisor: Client) -> None:
    done = imported(
        supervisor,
        ("broken.pdf", b"%PDF-1.7\nnothing of a PDF"),
        ("scanned.pdf", made_pdf([])),
        ("locked.pdf", locked()),
        ("good.pdf", made_pdf([(11, "Park behind the shop.")])),
    )
    told = {problem["where"]: problem["message"] for problem in done["problems"]}
    assert (done["state"], done["created"]) == ("done", 1)
    assert "broken" in told["broken.pdf"]
    assert "pictures" in told["scanned.pdf"]
    assert "password" in told["locked.pdf"]


def test_a_pdf_of_too_many_pages_is_refused_with_the_reason() -> None:
    with pytest.raises(UnreadableError, match="more than 300 pages"):
        pdf.READER.text_of(apart.packed(made_pdf(*[[(11, "x")]] * 301)))


def test_long_text_is_cut_into_articles_between_paragraphs() -> None:
    text = "\n\n".join(f"Paragraph {number} " + "word " * 200 for number in range(40))
    found = list(pdf.of_file(text, name="long.pdf"))
    assert [draft.title for draft in found[:2]] == ["long", "long (2)"]
    assert all(len(draft.body) <= markdown.PARTS for draft in found)
    assert "".join(draft.body for draft in found).count("Paragraph") == 40


def locked() -> bytes:
    """A PDF with a password."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(made_pdf([(11, "A secret.")]))))
    writer.encrypt("secret", algorithm="AES-256")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
