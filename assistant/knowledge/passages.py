"""Cuts an article into the texts that retrieval compares and the passages that an answer may quote."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

LONGEST_PASSAGE = 90  # words; what the encoders see well and a customer reads willingly

_BLOCK = re.compile(r"\n\s*\n|\n(?=\s{0,3}#)")
_HEADING = re.compile(r"^\s{0,3}#+\s+(?P<words>.+?)\s*#*\s*$")
_SENTENCE = re.compile(r"(?<=[.!?:])\s+(?=[^\W\d_a-z]|\d|[-*])|\n+")
_MARKS = re.compile(r"[*_`>|]+|^\s*[-+#]+\s+|^\s*\d+[.)]\s+", re.MULTILINE)
_LINK = re.compile(r"!?\[(?P<words>[^\]]*)\]\([^)]*\)")


@dataclass(frozen=True)
class ArticleText:
    """An article as retrieval sees it."""

    id: str
    title: str
    body: str  # Markdown
    questions: tuple[str, ...] = ()


class Kind(IntEnum):
    """What a text is to its article."""

    SHORT = 0  # its title, or another way to ask for it
    SENTENCE = 1
    WHOLE = 2  # a passage below the title, or all questions together where there is no body


@dataclass(frozen=True)
class Piece:
    """One text of an article, as plain words; `passage` is the number of the passage it lies in, -1 for none."""

    kind: Kind
    text: str
    passage: int = -1


def cut(article: ArticleText) -> tuple[tuple[str, ...], tuple[Piece, ...]]:
    """The passages of `article` in Markdown, as they may be quoted, and all its pieces."""
    passages = tuple(_passages(article.body))
    shorts = [text for text in (article.title, *article.questions) if text.strip()]
    pieces = [Piece(Kind.SHORT, plain(text)) for text in shorts]
    for number, passage in enumerate(passages):
        words = plain(passage)
        pieces.append(Piece(Kind.WHOLE, f"{article.title}. {words}" if article.title else words, number))
        pieces += [Piece(Kind.SENTENCE, text, number) for text in _sentences(passage)]
    if not passages:
        pieces.append(Piece(Kind.WHOLE, " ".join(plain(text) for text in shorts)))
    return passages, tuple(pieces)


def plain(markdown: str) -> str:
    """The words of `markdown` without its marks, on one line."""
    return " ".join(_MARKS.sub(" ", _LINK.sub(r"\g<words>", markdown)).split())


def _passages(body: str) -> Iterator[str]:
    """Paragraphs, small ones joined and long ones parted; a heading stays with what it heads."""
    gathered: list[str] = []
    for block in _blocks(body):
        starts_anew = _HEADING.match(block.partition("\n")[0]) is not None
        if gathered and (starts_anew or _words([*gathered, block]) > LONGEST_PASSAGE):
            yield "\n\n".join(gathered)
            gathered = []
        gathered.append(block)
    if gathered:
        yield "\n\n".join(gathered)


def _blocks(body: str) -> Iterator[str]:
    heading = ""
    for block in _BLOCK.split(body):
        first, _, rest = block.strip().partition("\n")
        if _HEADING.match(first):
            if heading:
                yield heading
            heading, text = first.strip(), rest.strip()
        else:
            text = block.strip()
        for part in _parted(text):
            yield f"{heading}\n\n{part}" if heading else part
            heading = ""
    if heading:
        yield heading


def _parted(text: str) -> Iterator[str]:
    """`text` in parts of at most LONGEST_PASSAGE words, cut between lines or sentences."""
    if not text:
        return
    part = ""
    for unit in re.split(r"(?<=\n)|(?<=[.!?] )", text):
        if part and _words([part, unit]) > LONGEST_PASSAGE:
            yield part.strip()
            part = ""
        part += unit
    if part.strip():
        yield part.strip()


def _sentences(passage: str) -> list[str]:
    lines = [line for line in passage.splitlines() if not _HEADING.match(line)]
    found = [plain(sentence) for sentence in _SENTENCE.split("\n".join(lines))]
    return [sentence for sentence in found if len(sentence.split()) > 2]


def _words(texts: list[str]) -> int:
    return sum(len(text.split()) for text in texts)
