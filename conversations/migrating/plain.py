"""The words of a message that was HTML, and of files that hung on it; nothing is fetched."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

from assistant.knowledge.importing import texts
from conversations.migrating.found import LONGEST_TEXT
from conversations.migrating.values import Entry, line_of
from tenants import markup

TAGS = {"a", "blockquote", "br", "div", "h1", "h2", "h3", "h4", "hr", "li", "ol", "p", "pre", "table", "tr", "ul"}
DROPPED_WHOLE = {"button", "canvas", "iframe", "noscript", "object", "script", "select", "style", "svg", "template"}
LINK = re.compile(r'<a(?: href="([^"<>]*)")?>([^<]*)</a>')
ITEM = re.compile(r"<li>\s*")
BREAK = re.compile(r"<br>|</(?:p|div|h\d|li|tr|pre|blockquote|table|ul|ol)>|<hr>")
TAG = re.compile(r"<[^<>]*>")
BLANK = re.compile(r"[ \t]*\n[ \t]*")
EMPTY = re.compile(r"\n{3,}")
LOOKS_LIKE_HTML = re.compile(r"<(?:p|br|div|a|ul|ol|b|strong|em|i|img|span|h\d)\b", re.IGNORECASE)
SHORTENED = "\n[shortened]"
LONGEST_LINK = 1000


def of_html(html: str) -> str:
    """The words of a message, a paragraph to a line, with the addresses of its links."""
    if not LOOKS_LIKE_HTML.search(html) and "&" not in html and "<" not in html:
        return of_text(html)
    cut = html[: LONGEST_TEXT * 4]  # most of it tags
    safe = markup.clean(cut, tags=TAGS, dropped_whole=DROPPED_WHOLE, attributes={"a": {"href"}})
    flat = " ".join(safe.split("\n")) if "<pre" not in safe else safe
    linked = LINK.sub(_link, flat)
    parted = BREAK.sub("\n", ITEM.sub("\n- ", linked))
    return of_text(unescape(TAG.sub("", parted)))


def of_text(text: str) -> str:
    """The words as they are, without what no reader can take, and no longer than may be."""
    tidy = EMPTY.sub("\n\n", BLANK.sub("\n", texts.clean(text).replace("\xa0", " "))).strip()
    return tidy if len(tidy) <= LONGEST_TEXT else tidy[: LONGEST_TEXT - len(SHORTENED)].rstrip() + SHORTENED


def with_files(text: str, files: Iterator[Entry]) -> str:
    """The words, and a line about each file that hung on them, with where it was."""
    lines = [_file(one) for one in files]
    return of_text("\n".join([text, *lines[:50]])) if lines else text


def _file(file: Entry) -> str:
    name = line_of(file.get("name"), 120) or line_of(file.get("file_type"), 20) or "file"
    address = line_of(file.get("url") or file.get("data_url"), LONGEST_LINK)
    return f"[Attachment: {name}{f' {address}' if _is_web(address) else ''}]"


def _is_web(address: str) -> bool:
    try:
        return urlsplit(address).scheme in ("http", "https")
    except ValueError:
        return False


def _link(found: re.Match[str]) -> str:
    address, words = found[1] or "", found[2].strip()
    if not address or len(address) > LONGEST_LINK or address.rstrip("/") == words.rstrip("/"):
        return words or address[:LONGEST_LINK]
    return f"{words} ({address})" if words else address
