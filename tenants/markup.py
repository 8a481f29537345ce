"""Untrusted HTML as well-formed tags and words, in a time that grows with its length alone.

The parser's own grows with length times depth, and with the square of the ampersands.
"""

import re
from collections import Counter
from collections.abc import Mapping

import nh3

DEEPEST = 500
AMPERSAND = "\ue000"  # stands for one while the parser looks; Unicode gives it to nobody
WHOLE_TAG = re.compile(r"<[^<>]*>?")
ANY_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)")
CLOSED_BY_THE_NEXT = {"p", "li", "td", "th", "tr", "br", "hr", "img", "meta", "link", "input", "col", "area", "wbr"}


def clean(
    html: str, *, tags: set[str], dropped_whole: set[str], attributes: Mapping[str, set[str]] | None = None
) -> str:
    """The HTML with these tags and attributes only; what the words hold as entities is left as it was."""
    shallow = html if _depth(html) <= DEEPEST else WHOLE_TAG.sub("\n", html)
    safe = nh3.clean(
        shallow.replace(AMPERSAND, "").replace("&", AMPERSAND),
        tags=tags,
        clean_content_tags=dropped_whole,
        attributes={tag: set(names) for tag, names in (attributes or {}).items()},
        link_rel=None,
        url_schemes={"http", "https"},
    )
    return safe.replace(AMPERSAND, "&")


def _depth(html: str) -> int:
    """How deep the tags lie in each other, in a rough count that never says too little for hostile pages."""
    depth = deepest = 0
    opened: Counter[str] = Counter()
    for closes, tag in ANY_TAG.findall(html.lower()):
        if tag in CLOSED_BY_THE_NEXT or (closes and not opened[tag]):
            continue
        step = -1 if closes else 1
        opened[tag] += step
        depth += step
        deepest = max(deepest, depth)
    return deepest
