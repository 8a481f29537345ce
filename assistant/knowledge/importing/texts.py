"""The text of a file whose encoding nobody told."""

import codecs
import re

BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
NOT_IN_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class NoTextError(ValueError):
    """The file is no text."""


def decode(content: bytes) -> str:
    """The text, by its byte order mark, as UTF-8, or as Windows writes it in the west. Raises NoTextError."""
    for mark, encoding in BOMS.items():
        if content.startswith(mark):
            try:
                return _checked(content.decode(encoding))
            except UnicodeDecodeError as error:
                raise NoTextError from error
    try:
        return _checked(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _checked(content.decode("cp1252", errors="replace"))


def clean(text: str) -> str:
    """The text with plain line ends and without signs that a database or a reader cannot take."""
    return NOT_IN_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _checked(text: str) -> str:
    if "\x00" in text or len(NOT_IN_TEXT.findall(text[:4000])) > 20:
        raise NoTextError
    return clean(text)
