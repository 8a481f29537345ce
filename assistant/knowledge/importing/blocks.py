"""Turns the tags and words of a page into Markdown, and leaves menus, headers and footers out."""

import re
from dataclasses import dataclass

SKIPPED = {"nav", "footer", "aside", "form"}
MAIN = {"main", "article"}
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "summary": 3}
CELLS, WITHIN_A_CELL = {"td", "th"}, {"p", "div"}
SPACES = re.compile(r"\s+")
MOSTLY_LINKS = 0.6  # of a block's letters
SHORT = 300  # letters of a block that may be a menu
FEWEST_IN_MAIN = 80  # letters of a main part that is believed
DEEPEST_LIST = 4


@dataclass
class _Block:
    """A paragraph, an item of a list, a row or a heading."""

    text: str
    prefix: str
    heading: bool
    in_main: bool
    linked: int  # letters that lie in links

    @property
    def is_menu(self) -> bool:
        """Whether it is a list of links rather than a text with links in it."""
        return not self.heading and len(self.text) < SHORT and self.linked > MOSTLY_LINKS * len(self.text)


class Blocks:
    """Fed with a page's tags and words in their order."""

    def __init__(self) -> None:
        self.title = ""
        self._blocks: list[_Block] = []
        self._line: list[str] = []
        self._linked = 0
        self._skipping = self._header = self._main = self._list = self._links = self._heading = 0
        self._item = self._cell = False
        self._said = False  # something in this cell
        self._breaks_next = False  # once more is said in it

    def say(self, words: str) -> None:
        """Go on with the block."""
        hidden = self._skipping or (self._header and not self._main)
        text = SPACES.sub(" ", words)
        if hidden or not (text.strip() or self._line):
            return
        if text.strip():
            if self._breaks_next:
                self._break()
            self._breaks_next, self._said = False, True
        self._line.append(text)
        if self._links:
            self._linked += len(text)

    def tag(self, name: str, *, closes: bool) -> None:
        """Begin or end what the tag stands for."""
        step = -1 if closes else 1
        if name == "a":
            self._links = max(0, self._links + step)
        elif name == "br":
            self._line.append("\n")
        elif name in CELLS:
            self._cell, self._breaks_next, self._said = not closes, False, False
            self._line.append(" | " if not closes and self._line else "")
        elif self._cell and name in WITHIN_A_CELL:  # a row stays a line where each cell has one paragraph
            self._breaks_next = self._said
        else:
            self._break()
            self._enter(name, step)

    def finish(self) -> None:
        """All has been said."""
        self._break()

    def markdown(self) -> str:
        """The main text; all of it where the page marks none."""
        main = [block for block in self._blocks if block.in_main]
        believed = main if sum(len(block.text) for block in main) >= FEWEST_IN_MAIN else self._blocks
        kept = [block for block in believed if not block.is_menu]
        while kept and kept[-1].heading:
            kept.pop()
        lines: list[str] = []
        for place, block in enumerate(kept):
            listed = bool(block.prefix) and not block.heading
            follows = place > 0 and listed and bool(kept[place - 1].prefix) and not kept[place - 1].heading
            lines += ([] if follows or not lines else [""]) + [block.prefix + block.text]
        return "\n".join(lines)

    def _enter(self, name: str, step: int) -> None:
        if name in SKIPPED:
            self._skipping = max(0, self._skipping + step)
        elif name == "header":
            self._header = max(0, self._header + step)
        elif name in MAIN:
            self._main = max(0, self._main + step)
        elif name in {"ul", "ol"}:
            self._list = max(0, self._list + step)
        elif name == "li":
            self._item = step > 0
        elif name in HEADINGS:
            self._heading = HEADINGS[name] if step > 0 else 0

    def _break(self) -> None:
        text = "\n".join(" ".join(line.split()) for line in "".join(self._line).split("\n")).strip()
        linked, self._linked = self._linked, 0
        self._line.clear()
        if not text:
            return
        if self._heading == 1 and not self.title:
            self.title = " ".join(text.split())
        elif self._heading:
            words = " ".join(text.split())
            self._add(words, "#" * max(2, self._heading) + " ", linked)
        else:
            first = self._item and self._list
            self._item = False
            self._add(text, "  " * (min(self._list, DEEPEST_LIST) - 1) + "- " if first else "", linked)

    def _add(self, text: str, prefix: str, linked: int) -> None:
        self._blocks.append(_Block(text, prefix, bool(self._heading), bool(self._main), linked))
