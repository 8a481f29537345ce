"""What the sources of an import say: files and pasted text as a whole, a site page by page, PDFs one by one."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assistant.knowledge.articles import Draft
from assistant.knowledge.importing import crawling, markdown, pdf, tables, zendesk
from assistant.knowledge.importing.crawling import Frontier
from assistant.knowledge.importing.drafts import Problem
from assistant.knowledge.importing.pdf import UnreadableError
from assistant.models import ImportSource, KnowledgeImport

Part = Mapping[str, Any]


def parted(row: KnowledgeImport) -> Iterator[Draft | Problem]:
    """The drafts of all files, or of the pasted text."""
    for part in row.content:
        name = str(part["name"])
        if "problem" in part:
            yield Problem(name, str(part["problem"]))
            continue
        text = str(part["text"])
        match ImportSource(row.source):
            case ImportSource.CSV:
                yield from tables.of_file(text, name=name)
            case ImportSource.MARKDOWN:
                yield from markdown.of_file(text, name=name)
            case ImportSource.PDF:
                yield from pdf.of_file(text, name=name)
            case ImportSource.ZENDESK:
                yield from zendesk.of_file(text, name=name, with_drafts=bool(part.get("drafts")))
            case _:
                yield from markdown.of_paste(text, title=name)


def with_next_pdf_read(content: Sequence[Part]) -> list[Part] | None:
    """The parts with the first PDF among them as text, or as a problem; None when none is left."""
    place = next((place for place, part in enumerate(content) if "pdf" in part), None)
    if place is None:
        return None
    part = content[place]
    try:
        read = {"name": part["name"], "text": pdf.text_of(str(part["pdf"]))}
    except UnreadableError as error:
        read = {"name": part["name"], "problem": str(error)}
    return [*content[:place], read, *content[place + 1 :]]


def frontier(kept: Part) -> Frontier:
    """How far the reading of a site is."""
    return crawling.from_json(kept) if "waiting" in kept else crawling.begin(str(kept["url"]), most=int(kept["pages"]))
