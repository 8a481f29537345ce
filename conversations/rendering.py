"""The one function that makes HTML of untrusted text."""

from html import escape
from urllib.parse import urlsplit

import nh3
from markdown_it import MarkdownIt

from conversations.models import AuthorKind

TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "code", "pre", "blockquote", "a", "h3", "hr"}
SCHEMES = {"http", "https", "mailto"}
_markdown = MarkdownIt("commonmark", {"html": False, "breaks": True}).disable("image")


def html(text: str, *, author_kind: str) -> str:
    """Safe HTML: plain paragraphs for a customer, Markdown without HTML and images for everybody else."""
    if author_kind == AuthorKind.CUSTOMER:
        paragraphs = (part for part in escape(text).replace("\r\n", "\n").split("\n\n") if part.strip())
        return "".join(f"<p>{part.strip().replace(chr(10), '<br>')}</p>" for part in paragraphs)
    return nh3.clean(
        _markdown.render(_levelled(text)),
        tags=TAGS,
        attributes={"a": {"href"}, "*": set()},
        attribute_filter=_only_safe_links,
        link_rel="noopener noreferrer nofollow",
        set_tag_attribute_values={"a": {"target": "_blank"}},
        url_schemes=SCHEMES,
    ).strip()


def _only_safe_links(_tag: str, attribute: str, value: str) -> str | None:
    """Drops an address of any scheme but ours; what the cleaner adds to a link itself stays."""
    return None if attribute == "href" and urlsplit(value).scheme not in SCHEMES else value


def _levelled(text: str) -> str:
    """Headings of any level become the one that fits into a bubble."""
    lines = []
    for line in text.splitlines():
        bare = line.lstrip("#")
        heading = bare != line and bare.startswith(" ") and len(line) - len(bare) <= 6
        lines.append(f"###{bare}" if heading else line)
    return "\n".join(lines)
