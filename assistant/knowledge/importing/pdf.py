"""PDFs, as articles: one for each heading, long ones in parts."""

from collections.abc import Iterator

from assistant.knowledge.articles import Draft
from assistant.knowledge.importing import markdown
from assistant.knowledge.importing.apart import HERE, Reader

READER = Reader("PDF", HERE / "read_pdf.py")


def is_pdf(content: bytes) -> bool:
    """Whether a file begins as a PDF does; some have a line before it."""
    return b"%PDF-" in content[:1024]


def of_file(text: str, *, name: str) -> Iterator[Draft]:
    """The articles of a PDF's text."""
    yield from markdown.of_document(text, title=markdown.stem(name), where=name)
