"""What an upload really is, by its content: a picture, a PDF or plain text; all else is refused with a reason."""

import codecs
import re
import shutil
import zipfile
from dataclasses import dataclass
from typing import IO

from conversations.attachments import images
from tenants.errors import ParameterError

SENDABLE = "Send a picture (PNG, JPEG, WebP, GIF), a PDF or a plain text (UTF-8)."
PICTURES = {  # how they begin -> content type, ending, Pillow's name
    re.compile(rb"\x89PNG\r\n\x1a\n"): ("image/png", ".png", "PNG"),
    re.compile(rb"\xff\xd8\xff"): ("image/jpeg", ".jpg", "JPEG"),
    re.compile(rb"RIFF....WEBP", re.DOTALL): ("image/webp", ".webp", "WEBP"),
    re.compile(rb"GIF8[79]a"): ("image/gif", ".gif", "GIF"),
}
BINARY = {  # what cannot be sent and is no text either -> how to say it
    re.compile(
        rb"PK\x03\x04|PK\x05\x06|\xd0\xcf\x11\xe0|Rar!|7z\xbc\xaf|\x1f\x8b"
    ): "Archives and Office documents cannot be sent.",
    re.compile(rb"MZ|\x7fELF|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe"): "Programs cannot be sent.",
    re.compile(rb"....ftyp(heic|heix|mif1|avif)", re.DOTALL): "HEIC and AVIF pictures cannot be sent.",
}
MARKED_UP = {  # text that other programs would run or draw -> how to say it; fine when its name says that it is text
    re.compile(r"\s*<(!doctype|!--|\?xml|svg|html|head|body|script|iframe)", re.IGNORECASE): (
        "SVG pictures and web pages cannot be sent."
    ),
    re.compile(r"\{\\rtf"): "Office documents cannot be sent.",
    re.compile(r"#!"): "Programs cannot be sent.",
}
UNKNOWN = "This kind of file cannot be sent."
HEAD = 1024
MOST_AFTER_EOF = 1024  # bytes from the last %%EOF of a PDF to its end
NOT_IN_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
NAMED_TEXT = (".txt", ".text", ".log", ".md")


@dataclass(frozen=True)
class Content:
    """What a file is; `ending` is what its name ends with, and pictures have a size in pixels."""

    content_type: str
    ending: str
    width: int | None = None
    height: int | None = None


def check(received: IO[bytes], safe: IO[bytes], *, name: str) -> Content:
    """What the file `received` is by its content; what may be kept of it is written to `safe`.

    Both are real files. Raises ParameterError for `file` when it is nothing that may be sent, and BusyError.
    """
    received.seek(0)
    head = received.read(HEAD)
    if not head:
        raise _refused("The file is empty.")
    for begins, (content_type, ending, kind) in PICTURES.items():
        if begins.match(head):
            width, height = images.redraw(received, safe, kind)
            return Content(content_type, ending, width, height)
    if head.startswith(b"%PDF-"):
        return _keep_pdf(received, safe)
    text = _text_of(received)
    if text is None:
        raise _refused(next((why for begins, why in BINARY.items() if begins.match(head)), UNKNOWN))
    return _keep_text(text, safe, name=name)


def _keep_pdf(received: IO[bytes], safe: IO[bytes]) -> Content:
    """A PDF is kept as it came: it begins and ends as one, and is no archive besides."""
    size = received.seek(0, 2)
    received.seek(max(0, size - MOST_AFTER_EOF))
    if b"%%EOF" not in received.read():
        raise _refused("This PDF is incomplete.")
    if zipfile.is_zipfile(received):
        raise _refused("This PDF is an archive as well.")
    received.seek(0)
    shutil.copyfileobj(received, safe)
    return Content("application/pdf", ".pdf")


def _text_of(received: IO[bytes]) -> str | None:
    """The file as text without a byte order mark; None when it is no text."""
    received.seek(0)
    found = received.read()
    utf16 = found.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = found.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError:
        return None
    return None if NOT_IN_TEXT.search(text) else text


def _keep_text(text: str, safe: IO[bytes], *, name: str) -> Content:
    """Plain text is kept as UTF-8, whatever it talks about; only what is named otherwise must not be markup."""
    if not name.lower().endswith(NAMED_TEXT):
        for begins, why in MARKED_UP.items():
            if begins.match(text):
                raise _refused(why)
    safe.write(text.encode())
    return Content("text/plain", ".txt")


def _refused(why: str) -> ParameterError:
    return ParameterError(f"file: {why} {SENDABLE}", param="file")
