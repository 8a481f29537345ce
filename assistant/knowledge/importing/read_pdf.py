"""The text of a PDF as Markdown; a reader for `read_apart`, which imports nothing of Baton."""

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import PdfReadError

MOST_PAGES = 300
MOST_LETTERS = 2_000_000
LARGER = 1.15  # times the usual size of letters, from which a line is a heading
LONGEST_HEADING = 120
ON_MOST_PAGES = 0.6  # share of the pages on which a line is a header or footer
FEWEST_PAGES = 4  # from which headers and footers are told from the text
LOCKED = "it is locked with a password. Remove the password and import it again"
NO_TEXT = "there is no text in it; scanned pages are pictures, which cannot be read"
TOO_LONG = f"it has more than {MOST_PAGES} pages. Part it into several"

NUMBER = re.compile(r"\d+")
ONLY_NUMBERS = re.compile(r"[\W\d]*(page|seite|página|pagina)?[\W\d]*(of|von|de|sur|di)?[\W\d]*", re.IGNORECASE)
ENDS_A_SENTENCE = re.compile(r"[.!?:;…)\"”]$")
BULLET = re.compile(r"^\s*(?:[•‣▪●◦–-]\s+|\uf0b7\s*)")


class RefusedError(Exception):
    """The PDF may be whole, yet cannot be read."""


@dataclass(frozen=True)
class Line:
    """One line of a page, and the size of its letters."""

    text: str
    size: float
    page: int


def read(content: bytes) -> str:
    """The text of a PDF as Markdown. Raises RefusedError."""
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not _opened(reader):
        raise RefusedError(LOCKED)
    pages = len(reader.pages)
    if pages > MOST_PAGES:
        raise RefusedError(TOO_LONG)
    lines: list[Line] = []
    for number, page in enumerate(reader.pages):
        lines += _lines(page, number)
        if sum(len(line.text) for line in lines) > MOST_LETTERS:
            raise RefusedError(TOO_LONG)
    text = "\n".join(_written(_without_margins(lines, pages)))
    if not re.search(r"\w{2}", text):
        raise RefusedError(NO_TEXT)
    return text


def _opened(reader: PdfReader) -> bool:
    """Whether it opens without a password, as one does that only forbids printing."""
    try:
        return bool(reader.decrypt(""))
    except (PdfReadError, NotImplementedError):
        return False


def _lines(page: PageObject, number: int) -> list[Line]:
    """The lines of a page, each with the size of most of its letters."""
    sizes: list[tuple[str, float]] = []

    def visit(text: str, user: Any, matrix: Any, _font: Any, size: float) -> None:
        scale = abs(matrix[3] * user[3]) or abs(matrix[1] * user[1]) or 1.0
        sizes.append((text, float(size) * scale))

    page.extract_text(visitor_text=visit)
    letters = [(letter, size) for text, size in sizes for letter in text]
    made = []
    for is_end, run in groupby(letters, lambda pair: pair[0] == "\n"):
        told = list(run)
        if is_end:
            made += [Line("", 0.0, number)] * (len(told) - 1)
            continue
        by_size = Counter(round(size, 1) for letter, size in told if not letter.isspace())
        text = " ".join("".join(letter for letter, _ in told).split())
        made.append(Line(text, by_size.most_common(1)[0][0] if by_size else 0.0, number))
    return made


def _without_margins(lines: Sequence[Line], pages: int) -> list[Line]:
    """Without page numbers, and what stands on most pages alike; in the first and last line numbers may differ."""
    told = [line for line in lines if line.text]
    edges = {id(told[place]) for place in _edges(told)}
    seen: dict[str, set[int]] = {}
    for line in told:
        seen.setdefault(_pattern(line, edges), set()).add(line.page)
    most = pages * ON_MOST_PAGES if pages >= FEWEST_PAGES else pages + 1
    gone = {name for name, on in seen.items() if len(on) >= most}
    return [
        line
        for line in lines
        if not line.text or (_pattern(line, edges) not in gone and not ONLY_NUMBERS.fullmatch(line.text))
    ]


def _edges(told: Sequence[Line]) -> Iterator[int]:
    """Places of the first and the last line of each page."""
    for place, line in enumerate(told):
        before = told[place - 1].page if place else -1
        after = told[place + 1].page if place + 1 < len(told) else -1
        if before != line.page or after != line.page:
            yield place


def _pattern(line: Line, edges: set[int]) -> str:
    return NUMBER.sub("#", line.text) if id(line) in edges else line.text


def _written(lines: Sequence[Line]) -> Iterator[str]:
    """Markdown: larger lines as headings, broken lines joined to paragraphs."""
    usual = _usual_size(lines)
    paragraph = ""
    heading = ""
    for line in lines:
        is_heading = line.size > usual * LARGER and 0 < len(line.text) <= LONGEST_HEADING
        starts_anew = not line.text or is_heading or BULLET.match(line.text) is not None
        if paragraph and (starts_anew or _is_end(paragraph, line.text)):
            in_list = paragraph.startswith("- ") and BULLET.match(line.text) is not None
            yield from (paragraph,) if in_list else (paragraph, "")
            paragraph = ""
        if heading and not is_heading:
            yield from (f"# {heading}", "")
            heading = ""
        if is_heading:
            heading = f"{heading} {line.text}".strip()
        elif line.text:
            paragraph = _joined(paragraph, BULLET.sub("- ", line.text))
    yield from (part for part in (f"# {heading}" if heading else "", paragraph) if part)


def _usual_size(lines: Iterable[Line]) -> float:
    """The size that most letters have."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.size] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def _is_end(paragraph: str, following: str) -> bool:
    """Whether a paragraph ends before the line that follows it, as far as a reader can tell."""
    last = paragraph.rpartition("\n")[2]
    return ENDS_A_SENTENCE.search(last) is not None and following[:1].isupper() and len(last) < len(following)


def _joined(paragraph: str, line: str) -> str:
    if paragraph.endswith("-") and not paragraph.endswith(" -") and line[:1].islower():
        return paragraph[:-1] + line
    return f"{paragraph} {line}".strip()
