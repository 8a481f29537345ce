"""Finds the model's instructions and key in what it wrote, however they are dressed."""

import base64
import binascii
import codecs
import html
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from urllib.parse import unquote

from assistant.engines.material import letters

WINDOW = 18  # letters of the instructions in a row that no honest answer has
KEY_WINDOW = 6
FILLERS = 3  # words that may stand between all the others
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{8,}={0,2}")
_HEX = re.compile(r"(?:[0-9a-fA-F]{2}[\s:]?){6,}")
_BITS = re.compile(r"(?:[01]{7,8}\s?){4,}")
_CODES = re.compile(r"(?:\d{2,3}[\s,;]+){5,}\d{2,3}")
_LEET = str.maketrans("013457@$!|", "oieastasii")
_MORSE_CODE = (
    ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --.."
)
_MORSE = dict(zip(_MORSE_CODE.split(), "abcdefghijklmnopqrstuvwxyz", strict=True))


@lru_cache(maxsize=32)  # the instructions are always the same, what supervisors ask is not
def windows(secret: str, size: int) -> frozenset[str]:
    """All stretches of `size` letters of `secret`."""
    plain = letters(secret)
    return frozenset(plain[at : at + size] for at in range(len(plain) - size + 1))


def tells(text: str, secret: str, *, window: int = WINDOW, unless_in: str = "") -> bool:
    """Whether `text` holds `window` letters in a row of `secret`, read in any of many ways.

    `unless_in` is text, as letters, whose stretches are no secret: the customer or the company wrote them.
    """
    wanted = windows(secret, window)
    for way in readings(text):
        plain = letters(way)
        for at in range(len(plain) - window + 1):
            piece = plain[at : at + window]
            if piece in wanted and piece not in unless_in:
                return True
    return False


def readings(text: str) -> Iterator[str]:
    """`text` as it stands, backwards, shifted, decoded, and with figures read as letters."""
    yield text
    yield text[::-1]
    yield " ".join(word[::-1] for word in text.split())
    yield text.translate(_LEET)
    yield html.unescape(unquote(text))
    for shift in range(1, 26):
        yield _shifted(text, shift)
    yield from _decoded(text)
    words = re.findall(r"\w+", text)
    for word, _ in Counter(word.casefold() for word in words).most_common(FILLERS):
        yield " ".join(other for other in words if other.casefold() != word)
    yield from (" ".join(words[start::2]) for start in (0, 1))
    yield "".join(word[0] for word in words)
    yield "".join(line.strip()[:1] for line in text.splitlines())
    yield "".join(_MORSE.get(one, " ") for one in re.split(r"[\s/]+", text))


def _decoded(text: str) -> Iterator[str]:
    joined = re.sub(r"\s+", "", text)
    for found in [*_BASE64.findall(text), *_BASE64.findall(joined)]:
        for start in range(min(4, len(found))):
            yield from _bytes_of(found[start:])
    for found in _HEX.findall(text):
        yield bytes.fromhex(re.sub(r"[^0-9a-fA-F]", "", found)).decode("utf-8", "ignore")
    for found in _BITS.findall(text):
        yield "".join(chr(int(bits, 2)) for bits in found.split())
    for found in _CODES.findall(text):
        yield "".join(chr(int(code)) for code in re.findall(r"\d+", found) if int(code) < 256)
    yield "".join(chr(int(code, 16)) for code in re.findall(r"(?:\\[ux]|&#x|%)([0-9a-fA-F]{2,4})", text))


def _bytes_of(found: str) -> Iterator[str]:
    padded = found.rstrip("=").translate(str.maketrans("-_", "+/"))
    padded = padded[: len(padded) // 4 * 4 + (len(padded) % 4 if len(padded) % 4 != 1 else 0)]
    try:
        once = base64.b64decode(padded + "=" * (-len(padded) % 4)).decode("utf-8", "ignore")
    except (binascii.Error, ValueError):
        return
    yield once
    yield codecs.encode(once, "rot13")
    yield once[::-1]


@cache
def _table(shift: int) -> dict[int, int]:
    small, large = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return str.maketrans(small + large, small[shift:] + small[:shift] + large[shift:] + large[:shift])


def _shifted(text: str, shift: int) -> str:
    return text.translate(_table(shift))
