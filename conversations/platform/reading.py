"""The documents of the repository's `docs/`, as pages."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from markdown_it import MarkdownIt

from agents.permissions import open_to_all

FOLDER = Path(settings.BASE_DIR) / "docs"
SHOWN = {
    "widget": "Put the chat on your site: the tag, its settings, its events.",
    "webhooks": "What your own programs are told: signatures, retries, and all types of events.",
    "billing": "What a plan has, what is counted, what is charged, and what if a payment fails.",
    "metering": "What counts as a resolution by the assistant, and when it is credited.",
    "operations": "Run Baton yourself: settings, processes, health, backups.",
    "architecture": "How the parts work together, and in which order to read them.",
    "realtime": "How messages travel, and why none is lost.",
    "performance": "How fast it is, and how that was measured.",
    "glossary": "What the words mean.",
}
LINK = re.compile(r'href="(?:\./)?([a-z]+)\.md(#[^"]*)?"')
OTHER_LINK = re.compile(r'<a href="(?!https?:|/docs/|#)[^"]*">(.*?)</a>', re.DOTALL)
REACHABLE = {  # what scrolls sideways on a small screen, also by keyboard
    "<pre>": '<pre tabindex="0">',
    "<table>": '<div class="wide" tabindex="0" role="region" aria-label="Table"><table>',
    "</table>": "</table></div>",
    "<th></th>": "<td></td>",  # an empty head of a column is none
}
HEADING = re.compile(r"<(h[23])>(.*?)</\1>")
IMAGE = re.compile(r"<img [^>]*>")


@dataclass(frozen=True)
class Document:
    """One of the documents: its name in the address, its title, and what it is about."""

    name: str
    title: str
    about: str
    html: str


@open_to_all("it is the public site")
@require_safe
def contents(request: HttpRequest) -> HttpResponse:
    """The list of the documents."""
    return render(request, "platform/docs.html", {"documents": [document(name) for name in SHOWN]})


@open_to_all("it is the public site")
@require_safe
def page(request: HttpRequest, name: str) -> HttpResponse:
    """One document."""
    if name not in SHOWN:
        raise Http404
    return render(request, "platform/document.html", {"document": document(name)})


@cache
def document(name: str) -> Document:
    """The document as HTML; links to other documents lead to their pages, links into the code are plain words."""
    title, html = rendered((FOLDER / f"{name}.md").read_text("utf-8"))
    return Document(name, title, SHOWN[name], html)


def rendered(text: str) -> tuple[str, str]:
    """The title of a document in Markdown, and what stands below it as HTML."""
    head, _, body = text.partition("\n")
    html = MarkdownIt("commonmark", {"html": False}).enable("table").render(body)
    html = LINK.sub(lambda found: _page_link(found[1], found[2] or "") or found[0], html)
    html = IMAGE.sub("", OTHER_LINK.sub(r"\1", html))
    html = HEADING.sub(lambda found: f'<{found[1]} id="{_place(found[2])}">{found[2]}</{found[1]}>', html)
    for plain, reachable in REACHABLE.items():
        html = html.replace(plain, reachable)
    return head.removeprefix("# ").strip(), html


def _page_link(name: str, part: str) -> str:
    return f'href="/docs/{name}/{part}"' if name in SHOWN else ""


def _place(heading: str) -> str:
    """What a link to the heading has behind the #."""
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"<[^>]*>|&\w+;", "", heading).lower()).strip("-")
