"""The one function that makes HTML of untrusted text."""

import re
from collections.abc import Callable, Collection
from html import escape
from urllib.parse import urlsplit

import nh3
from markdown_it import MarkdownIt

from conversations.models import AuthorKind

TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "code", "pre", "blockquote", "a", "h3", "hr"}
SCHEMES = {"http", "https", "mailto"}
LEADS_NOWHERE = re.compile(r"<a(?![^>]* href=)[^>]*>(.*?)</a>", re.DOTALL)
_markdown = MarkdownIt("commonmark", {"html": False, "breaks": True}).disable("image")


def html(text: str, *, author_kind: str, links: Collection[str] | None = None) -> str:
    """Safe HTML: plain paragraphs for a customer, Markdown without HTML and images for everybody else.

    Where `links` are given, any other address is text and leads nowhere.
    """
    if author_kind == AuthorKind.CUSTOMER:
        paragraphs = (part for part in escape(text).replace("\r\n", "\n").split("\n\n") if part.strip())
        return "".join(f"<p>{part.strip().replace(chr(10), '<br>')}</p>" for part in paragraphs)
    cleaned = nh3.clean(
        _markdown.render(_levelled(text)),
        tags=TAGS,
        attributes={"a": {"href"}, "*": set()},
        attribute_filter=_only_safe_links if links is None else _only_those(links),
        link_rel="noopener noreferrer nofollow",
        set_tag_attribute_values={"a": {"target": "_blank"}},
        url_schemes=SCHEMES,
    ).strip()
    return cleaned if links is None else LEADS_NOWHERE.sub(r"\1", cleaned)


def _only_safe_links(_tag: str, attribute: str, value: str) -> str | None:
    """Drops an address of any scheme but ours; what the cleaner adds to a link itself stays."""
    return None if attribute == "href" and urlsplit(value).scheme not in SCHEMES else value


def _only_those(links: Collection[str]) -> Callable[[str, str, str], str | None]:
    """The same for those addresses alone."""

    def kept(tag: str, attribute: str, value: str) -> str | None:
        return _only_safe_links(tag, attribute, value) if attribute != "href" or value in links else None

    return kept


def _levelled(text: str) -> str:
    """Headings of any level become the one that fits into a bubble."""
    lines = []
    for line in text.splitlines():
        bare = line.lstrip("#")
        heading = bare != line and bare.startswith(" ") and len(line) - len(bare) <= 6
        lines.append(f"###{bare}" if heading else line)
    return "\n".join(lines)
