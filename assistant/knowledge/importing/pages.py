"""What a web page says: its title, its main text as Markdown, its questions and answers, and where it links to."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

from assistant.knowledge.articles import Draft
from assistant.knowledge.importing import markdown, texts
from assistant.knowledge.importing.blocks import Blocks
from assistant.knowledge.importing.drafts import Problem
from tenants import markup

TITLE = re.compile(r"<title[^<>]{0,300}>([^<]{0,1000})", re.IGNORECASE)
LANGUAGE = re.compile(r"<html[^<>]{0,500}?\slang\s*=\s*[\"']?([a-zA-Z]{2,3})", re.IGNORECASE)
META = re.compile(r"<meta\s[^<>]{0,1000}>", re.IGNORECASE)
CHARSET = re.compile(rb"<meta[^<>]{0,300}charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
TAG = re.compile(r'<(/?)([a-z0-9]+)((?:[^<>"]|"[^"]*")*)>')
HREF = re.compile(r'\shref="([^"]*)"')
KEPT = {
    *("a", "article", "aside", "blockquote", "body", "br", "dd", "details", "div", "dl", "dt", "footer", "form"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section"),
    *("summary", "table", "td", "th", "tr", "ul"),
}
DROPPED_WHOLE = {
    *("button", "canvas", "dialog", "iframe", "noscript", "object", "script", "select", "style", "svg", "template"),
    *("textarea", "title", "video", "audio"),
}
FILES = re.compile(
    r"\.(pdf|png|jpe?g|gif|webp|svg|ico|zip|gz|mp[34]|webm|docx?|xlsx?|pptx?|css|js|json|xml|rss|atom|exe|dmg|apk|ics)\Z",
    re.IGNORECASE,
)
BETWEEN = (" | ", " – ", " — ", " · ", " - ", " :: ")  # a page's title and the site's name
LONGEST_LINK = 500
MOST_LINKS = 300
NO_TEXT = "No text was found on this page; pages that only a script draws cannot be read."


@dataclass(frozen=True)
class Entry:
    """A question that the page answers, as it marks them up for search engines."""

    question: str
    answer: str


@dataclass(frozen=True)
class Written:
    """Text in Markdown, and its first heading of the first level, if there is one."""

    title: str
    text: str


@dataclass(frozen=True)
class Page:
    """A page as far as an import needs it."""

    title: str
    body: str  # Markdown
    language: str | None
    entries: tuple[Entry, ...]
    links: tuple[str, ...]  # of the same site, in their order
    may_be_kept: bool
    may_be_followed: bool


def read(content: bytes, content_type: str, *, url: str) -> Page:
    """The page at `url`."""
    return of_text(decoded(content, content_type), url=url)


def of_text(html: str, *, url: str) -> Page:
    """The page at `url`, whose text is decoded; no `url` for a page that is only a file."""
    safe = markup.clean(html, tags=KEPT, dropped_whole=DROPPED_WHOLE, attributes={"a": {"href"}})
    blocks = _blocks(safe)
    told = _robots(html)
    spoken = LANGUAGE.search(html)
    return Page(
        title=blocks.title or _title(html),
        body=blocks.markdown(),
        language=spoken[1].lower() if spoken else None,
        entries=tuple(_entries(html)),
        links=tuple(_links(safe, url)),
        may_be_kept="noindex" not in told and "none" not in told,
        may_be_followed="nofollow" not in told and "none" not in told,
    )


def _blocks(safe: str) -> Blocks:
    blocks = Blocks()
    at = 0
    for tag in TAG.finditer(safe):
        blocks.say(unescape(safe[at : tag.start()]))
        blocks.tag(tag[2], closes=bool(tag[1]))
        at = tag.end()
    blocks.say(unescape(safe[at:]))
    blocks.finish()
    return blocks


def decoded(content: bytes, content_type: str = "") -> str:
    """The page's text, by its header, its own word, or as any file. Signs that a database cannot take are left out."""
    named = re.search(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", content_type, re.IGNORECASE)
    said = CHARSET.search(content[:4096])
    for name in [named[1] if named else "", said[1].decode("ascii") if said else ""]:
        try:
            return texts.clean(content.decode(name, errors="replace")) if name else texts.decode(content)
        except (LookupError, ValueError):
            continue
    return texts.clean(content.decode("utf-8", errors="replace"))


def _title(html: str) -> str:
    """The page's title without the site's name."""
    found = TITLE.search(html)
    title = " ".join(unescape(found[1]).split()) if found else ""
    for sign in BETWEEN:
        if sign in title:
            return title.rpartition(sign)[0].strip() or title
    return title


def _robots(html: str) -> set[str]:
    """What the page's own words to robots are."""
    said: set[str] = set()
    for meta in META.finditer(html):
        named = re.search(r"name\s*=\s*[\"']?(robots|baton)\b", meta[0], re.IGNORECASE)
        content = re.search(r"content\s*=\s*[\"']?([a-z, ]+)", meta[0], re.IGNORECASE)
        if named and content:
            said |= {word.strip().lower() for word in content[1].split(",")}
    return said


def _links(safe: str, url: str) -> Iterator[str]:
    here = urlsplit(url)
    seen: set[str] = set()
    for tag in TAG.finditer(safe):
        href = HREF.search(tag[3]) if tag[2] == "a" and not tag[1] else None
        if href is None or len(href[1]) > LONGEST_LINK:
            continue
        try:
            whole = urldefrag(urljoin(url, unescape(href[1]).strip()))[0]
            there = urlsplit(whole)
        except ValueError:
            continue
        same = (there.scheme, there.netloc.lower()) == (here.scheme, here.netloc.lower())
        if same and whole not in seen and not FILES.search(there.path):
            seen.add(whole)
            yield whole
        if len(seen) >= MOST_LINKS:
            return


def _entries(html: str) -> Iterator[Entry]:
    """The questions and answers of the page's FAQPage (schema.org), where it has one."""
    at = 0
    while (begins := html.find("application/ld+json", at)) >= 0:
        opens, at = html.find(">", begins), html.find("</script", begins)
        if opens < 0 or at < 0:
            return
        try:
            told = json.loads(html[opens + 1 : at])
        except (ValueError, RecursionError):
            continue
        for listed in told if isinstance(told, list) else [told]:
            yield from _of_faq(listed)


def _of_faq(told: Any) -> Iterator[Entry]:
    graph = told.get("@graph") if isinstance(told, dict) else None
    for one in graph if isinstance(graph, list) else [told]:
        if not isinstance(one, dict) or "FAQPage" not in str(one.get("@type"))[:200]:
            continue
        asked = one.get("mainEntity")
        for entry in asked if isinstance(asked, list) else [asked]:
            question = entry.get("name") if isinstance(entry, dict) else None
            accepted = entry.get("acceptedAnswer") if isinstance(entry, dict) else None
            answer = accepted.get("text") if isinstance(accepted, dict) else None
            if isinstance(question, str) and isinstance(answer, str):
                yield Entry(" ".join(unescape(question).split()), of_html(answer))


def of_html(answer: str) -> str:
    """The Markdown of an answer, or of an article, in HTML."""
    return written(answer).text


def written(html: str) -> Written:
    """A piece of HTML, or the whole of a document."""
    blocks = _blocks(markup.clean(html, tags=KEPT, dropped_whole=DROPPED_WHOLE))
    return Written(blocks.title, blocks.markdown())


def drafts_of(page: Page, *, untitled: str, where: str) -> Iterator[Draft]:
    """The questions that the page answers, else the page as one article; nothing where it has no text."""
    for entry in page.entries:
        yield Draft(entry.question, entry.answer, language=page.language, where=where)
    if page.body and not page.entries:
        yield Draft(page.title or untitled, page.body, language=page.language, where=where)


def of_file(html: str, *, name: str) -> Iterator[Draft | Problem]:
    """The articles of a page that came as a file, long ones in parts."""
    found = list(drafts_of(of_text(html, url=""), untitled=markdown.stem(name), where=name))
    yield from markdown.in_parts(found, where=name)
    if not found:
        yield Problem(name, NO_TEXT)
