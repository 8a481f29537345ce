"""The plain text of a mail that came as HTML only: line breaks stay, quotes get their `>`, nothing else survives."""

import re
from html import unescape

from tenants import markup

BLOCKS = {"p", "div", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "hr"}
SPACED = {"p", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6"}
KEPT = {"br", "blockquote", *BLOCKS}
DROPPED_WHOLE = {"script", "style", "title", "head", "noscript", "template"}
TAG = re.compile(r"<(/?)([a-z0-9]+)[^>]*>")
SPACES = re.compile(r"[ \t\n\r\f\xa0]+")


def text(html: str) -> str:
    """The words of untrusted HTML, as a mail program would have written them in a plain mail."""
    safe = markup.clean(html, tags=KEPT, dropped_whole=DROPPED_WHOLE)
    page = _Page()
    at = 0
    for tag in TAG.finditer(safe):
        page.say(safe[at : tag.start()])
        page.tag(tag[2], closes=bool(tag[1]))
        at = tag.end()
    page.say(safe[at:])
    return page.finished()


class _Page:
    """Lines as they are written, each under as many quotes as are open."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.line: list[str] = []
        self.depth = 0

    def say(self, escaped: str) -> None:
        """Go on with the line; white space counts as one space."""
        words = SPACES.sub(" ", unescape(escaped))
        if words.strip() or self.line:
            self.line.append(words if self.line else words.lstrip())

    def tag(self, name: str, *, closes: bool) -> None:
        """Break the line where a browser would."""
        if name == "br":
            self._break(keep_empty=True)
            return
        self._break()
        if name == "blockquote":
            self.depth = max(0, self.depth + (-1 if closes else 1))
        elif name == "li" and not closes:
            self.line.append("- ")
        elif name in SPACED and closes:
            self._break(keep_empty=True)

    def finished(self) -> str:
        """All lines, with no more than one empty one between two."""
        self._break()
        whole: list[str] = []
        for line in self.lines:
            if line.strip(" >") or (whole and whole[-1].strip(" >")):
                whole.append(line)
        return "\n".join(whole).strip("\n")

    def _break(self, *, keep_empty: bool = False) -> None:
        words = "".join(self.line).rstrip()
        if words or keep_empty:
            self.lines.append("> " * min(self.depth, 8) + words if self.depth else words)
        self.line.clear()
