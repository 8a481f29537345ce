"""What the sources of an import say: files and pasted text as a whole, a site page by page.

Of what only a child process opens one file after the other.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from assistant.knowledge.articles import Draft
from assistant.knowledge.importing import crawling, markdown, pages, pdf, tables, word, zendesk
from assistant.knowledge.importing.apart import UnreadableError
from assistant.knowledge.importing.crawling import Frontier
from assistant.knowledge.importing.drafts import Problem
from assistant.models import ImportSource, KnowledgeImport

Part = Mapping[str, Any]
FILES: Mapping[ImportSource, Callable[..., Iterator[Draft | Problem]]] = {
    ImportSource.CSV: tables.of_file,
    ImportSource.MARKDOWN: markdown.of_file,
    ImportSource.PDF: pdf.of_file,
    ImportSource.WORD: word.of_file,
    ImportSource.HTML: pages.of_file,
}
APART = {ImportSource.PDF: pdf.READER, ImportSource.WORD: word.READER}  # what only a child process opens


def parted(row: KnowledgeImport) -> Iterator[Draft | Problem]:
    """The drafts of all files, or of the pasted text."""
    for part in row.content:
        name = str(part["name"])
        if "problem" in part:
            yield Problem(name, str(part["problem"]))
            continue
        text = str(part["text"])
        source = ImportSource(row.source)
        if source == ImportSource.ZENDESK:
            yield from zendesk.of_file(text, name=name, with_drafts=bool(part.get("drafts")))
        elif source in FILES:
            yield from FILES[source](text, name=name)
        else:
            yield from markdown.of_paste(text, title=name)


def with_next_opened(row: KnowledgeImport) -> list[Part] | None:
    """The parts with the first packed file among them as text, or as a problem; None when none is left."""
    content: Sequence[Part] = row.content
    place = next((place for place, part in enumerate(content) if "packed" in part), None)
    if place is None:
        return None
    part = content[place]
    try:
        read = {"name": part["name"], "text": APART[ImportSource(row.source)].text_of(str(part["packed"]))}
    except UnreadableError as error:
        read = {"name": part["name"], "problem": str(error)}
    return [*content[:place], read, *content[place + 1 :]]


def frontier(kept: Part) -> Frontier:
    """How far the reading of a site is."""
    return crawling.from_json(kept) if "waiting" in kept else crawling.begin(str(kept["url"]), most=int(kept["pages"]))
