"""WordPiece tokenizer of the MiniLM encoder: uncased BERT, after Devlin et al. 2018, and its vocabulary."""

import hashlib
import itertools
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

VOCABULARY = Path(__file__).parent / "wordpiece_vocab.txt"
VOCABULARY_SHA256 = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"
LONGEST_WORD = 100
CONTROL = {"Cc", "Cf", "Co"}
CJK = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F), (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip


class DamagedModelError(Exception):
    """A model or vocabulary file is not the one that this code was tested with."""


def verify(path: Path, sha256: str) -> bytes:
    """Return the content of `path`, or raise `DamagedModelError` when its checksum is another."""
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise DamagedModelError(f"{path.name} has a wrong checksum; reinstall it")
    return content


@cache
def vocabulary() -> dict[str, int]:
    """Token to id, read once from the committed vocabulary."""
    lines = verify(VOCABULARY, VOCABULARY_SHA256).decode().splitlines()
    return {token: number for number, token in enumerate(lines)}


def tokenize(text: str, limit: int) -> list[int]:
    """Ids of `text` between [CLS] and [SEP], at most `limit` in all."""
    ids = vocabulary()
    pieces = [ids[piece] for word in _words(text) for piece in _pieces(word, ids)]
    return [ids["[CLS]"], *pieces[: limit - 2], ids["[SEP]"]]


def _words(text: str) -> Iterator[str]:
    spaced = "".join(_spaced(char) for char in text)
    plain = unicodedata.normalize("NFD", spaced)
    # letter by letter: str.lower() would turn a Greek capital at a word's end into another sigma
    letters = (char.lower() for char in plain if unicodedata.category(char) != "Mn")
    word = ""
    for char in itertools.chain.from_iterable(letters):
        if char.isspace() or _is_punctuation(char):
            if word:
                yield word
            word = ""
            if not char.isspace():
                yield char
        else:
            word += char
    if word:
        yield word


def _spaced(char: str) -> str:
    code = ord(char)
    if char in "\t\n\r":
        return " "
    if code in (0, 0xFFFD) or unicodedata.category(char) in CONTROL:
        return ""
    if code >= 0x3400 and any(first <= code <= last for first, last in CJK):
        return f" {char} "
    return char


def _is_punctuation(char: str) -> bool:
    code = ord(char)
    ascii_sign = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return ascii_sign or unicodedata.category(char).startswith("P")


def _pieces(word: str, ids: dict[str, int]) -> list[str]:
    if len(word) > LONGEST_WORD:
        return ["[UNK]"]
    found: list[str] = []
    start = 0
    while start < len(word):
        prefix = "##" if start else ""
        for end in range(len(word), start, -1):
            piece = prefix + word[start:end]
            if piece in ids:
                found.append(piece)
                start = end
                break
        else:
            return ["[UNK]"]
    return found
