"""Documents of Word, as articles: one for each heading, long ones in parts."""

from collections.abc import Iterator

from assistant.knowledge.articles import Draft
from assistant.knowledge.importing import markdown, pages
from assistant.knowledge.importing.apart import HERE, Reader

READER = Reader("Word document", HERE / "read_word.py")
STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # the second is what the reader explains


def is_word(content: bytes) -> bool:
    """Whether a file begins as a document of Word does."""
    return content.startswith(STARTS)


def of_file(html: str, *, name: str) -> Iterator[Draft]:
    """The articles of what the reader made of a document."""
    written = pages.written(html)
    yield from markdown.of_document(written.text, title=written.title or markdown.stem(name), where=name)
