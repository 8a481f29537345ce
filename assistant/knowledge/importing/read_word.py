"""The words of a document of Word as HTML; a reader for `read_apart`, which imports nothing of Baton.

The title is a heading of the first level and Word's own headings come below it. Pictures, comments and what is hidden
are left out, and nothing is fetched that the document names.
"""

import io
import re
import zipfile
from typing import Any

import mammoth

MOST_BYTES = 40_000_000  # of all that is unpacked, but pictures
MOST_LETTERS = 4_000_000  # of HTML
PICTURES = ("word/media/", "word/fonts/", "word/embeddings/")
LOCKED = "it is locked with a password, or written by a Word before 2007. Save it as .docx without a password"
NO_TEXT = "there is no text in it; pictures cannot be read"
TOO_LONG = "it is too long. Part it into several"
OLD = b"\xd0\xcf\x11\xe0"  # how files of older Words begin, and those with a password
STYLES = "\n".join(
    (
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='Subtitle'] => p:fresh",
        *(f"p[style-name='Heading {level}'] => h{level + 1}:fresh" for level in range(1, 6)),
        "p[style-name='Heading 6'] => h6:fresh",
    )
)
WAY_BACK = re.compile(r'\s*<a href="#(?:foot|end)note-ref-[^"]*">↑</a>')
TAGS = re.compile(r"<[^>]*>")


class RefusedError(Exception):
    """The document may be whole, yet cannot be read."""


def read(content: bytes) -> str:
    """The document as HTML. Raises RefusedError."""
    if content.startswith(OLD):
        raise RefusedError(LOCKED)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        unpacked = sum(part.file_size for part in parts.infolist() if not part.filename.startswith(PICTURES))
    if unpacked > MOST_BYTES:
        raise RefusedError(TOO_LONG)
    made = mammoth.convert_to_html(io.BytesIO(content), style_map=STYLES, convert_image=_nothing)
    html = WAY_BACK.sub("", str(made.value))
    if len(html) > MOST_LETTERS:
        raise RefusedError(TOO_LONG)
    if not re.search(r"\w{2}", TAGS.sub(" ", html)):
        raise RefusedError(NO_TEXT)
    return html


def _nothing(_picture: Any) -> list[Any]:
    return []
