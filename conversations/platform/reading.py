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
SHELVES = {  # for whom, and what each of theirs is about
    "For people who use it": {
        "agents": "Take over, answer, pass on, hand back. Every key.",
        "supervisors": "The control room, the queue, quality, and what the figures say.",
        "admins": "Knowledge, how far the assistant acts, skills, people and safety, in the order of need.",
        "billing": "What a plan has, what is counted, what is charged, and what if a payment fails.",
        "metering": "What counts as a resolution by the assistant, and when it is credited.",
        "metrics": "How each figure of the reports is defined.",
        "glossary": "What the words mean.",
    },
    "For people who build on it": {
        "widget": "Put the chat on your site: the tag, its settings, its events.",
        "webhooks": "What your own programs are told: signatures, retries, and all types of events.",
        "connector": "Let the assistant look into your own orders and appointments.",
    },
    "For people who run it": {
        "operations": "Run Baton yourself: settings, processes, health, backups.",
        "architecture": "How the parts work together, and in which order to read them.",
        "realtime": "How messages travel, and why none is lost.",
        "models": "What the assistant understands, how well, and how that was measured.",
        "performance": "How fast it is, and how that was measured.",
    },
}
SHOWN = {name: about for shelf in SHELVES.values() for name, about in shelf.items()}
LINK = re.compile(r'href="(?:\./|\.\./|guides/)?([a-z]+)\.md(#[^"]*)?"')
API_LINK = re.compile(r'href="(?:\.\./)?api/([a-z-]+)\.md(#[^"]*)?"')
OTHER_LINK = re.compile(r'<a href="(?!https?:|/docs/|#)[^"]*">(.*?)</a>', re.DOTALL)
REACHABLE = {  # what scrolls sideways on a small screen, also by keyboard
    "<pre>": '<pre tabindex="0">',
    "<table>": '<div class="wide" tabindex="0" role="region" aria-label="Table"><table>',
    "</table>": "</table></div>",
    "<th></th>": "<td></td>",  # an empty head of a column is none
}
PART = re.compile(r'<h2 id="([^"]*)">(.*?)</h2>')
HEADING = re.compile(r"<(h[23])>(.*?)</\1>")
IMAGE = re.compile(r'<img src="(?:\.\./)?images/([a-z-]+)-light\.webp" alt="([^"]*)" />')
OTHER_IMAGE = re.compile(r"<img [^>]*/>")
PICTURE = (  # in the theme of the reader
    '<picture><source srcset="/static/docs/{0}-dark.webp" media="(prefers-color-scheme: dark)">'
    '<img src="/static/docs/{0}-light.webp" alt="{1}" width="1280" height="800" loading="lazy"></picture>'
)


@dataclass(frozen=True)
class Document:
    """One of the documents: its name in the address, its title, and what it is about."""

    name: str
    title: str
    about: str
    html: str
    parts: tuple[tuple[str, str], ...]  # places and words of its headings


@open_to_all("it is the public site")
@require_safe
def contents(request: HttpRequest) -> HttpResponse:
    """The list of the documents."""
    return render(request, "platform/docs.html", {"shelves": _shelves()})


@open_to_all("it is the public site")
@require_safe
def page(request: HttpRequest, name: str) -> HttpResponse:
    """One document."""
    if name not in SHOWN:
        raise Http404
    return render(request, "platform/document.html", {"document": document(name), "shelves": _shelves()})


def _shelves() -> dict[str, list[Document]]:
    return {title: [document(name) for name in names] for title, names in SHELVES.items()}


@cache
def document(name: str) -> Document:
    """The document as HTML; links to other documents lead to their pages, links into the code are plain words."""
    guide = FOLDER / "guides" / f"{name}.md"
    title, html = rendered((guide if guide.exists() else FOLDER / f"{name}.md").read_text("utf-8"))
    return Document(name, title, SHOWN[name], html, tuple(PART.findall(html)))


def rendered(text: str) -> tuple[str, str]:
    """The title of a document in Markdown, and what stands below it as HTML."""
    head, _, body = text.partition("\n")
    html = MarkdownIt("commonmark", {"html": False}).enable("table").render(body)
    html = LINK.sub(lambda found: _page_link(found[1], found[2] or "") or found[0], html)
    html = API_LINK.sub(lambda found: f'href="/docs/api/{found[1]}/{found[2] or ""}"', html)
    html = IMAGE.sub(lambda found: PICTURE.format(found[1], found[2]), OTHER_LINK.sub(r"\1", html))
    html = OTHER_IMAGE.sub("", html)  # what only the repository shows
    html = HEADING.sub(lambda found: f'<{found[1]} id="{_place(found[2])}">{found[2]}</{found[1]}>', html)
    for plain, reachable in REACHABLE.items():
        html = html.replace(plain, reachable)
    return head.removeprefix("# ").strip(), html


def _page_link(name: str, part: str) -> str:
    return f'href="/docs/{name}/{part}"' if name in SHOWN else ""


def _place(heading: str) -> str:
    """What a link to the heading has behind the #."""
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"<[^>]*>|&\w+;", "", heading).lower()).strip("-")
