"""The text of a PDF, read by a child process under limits; nothing of a PDF is opened in this one."""

import base64
import json
import logging
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from assistant.knowledge.articles import LONGEST_BODY, LONGEST_TITLE, Draft
from assistant.knowledge.importing import markdown, texts

PROGRAM = Path(__file__).with_name("read_pdf.py")
PATIENCE = 60  # seconds
BROKEN = "This PDF is broken, or written in a way that cannot be read. Export it anew, or paste its text."
TOO_SLOW = "This PDF takes too long to read. Part it into several, or paste its text."
PARTS = 10_000  # letters of an article, where a PDF has no headings

logger = logging.getLogger(__name__)


class UnreadableError(Exception):
    """The PDF gives no text; the message says why."""


def is_pdf(content: bytes) -> bool:
    """Whether a file begins as a PDF does; some have a line before it."""
    return b"%PDF-" in content[:1024]


def packed(content: bytes) -> str:
    """The file as an import keeps it until it is read."""
    return base64.b64encode(content).decode()


def text_of(kept: str) -> str:
    """The text of a packed PDF as Markdown. Raises UnreadableError."""
    try:
        child = subprocess.run(
            [sys.executable, "-I", str(PROGRAM)],
            input=base64.b64decode(kept),
            capture_output=True,
            env={},
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableError(TOO_SLOW) from error
    if child.returncode != 0:
        logger.info("A PDF could not be read.")
        raise UnreadableError(BROKEN)
    refused = json.loads(child.stderr.splitlines()[-1]).get("refused")
    if refused:
        raise UnreadableError(f"This PDF cannot be imported: {refused}.")
    return texts.clean(child.stdout.decode("utf-8", "replace"))


def of_file(text: str, *, name: str) -> Iterator[Draft]:
    """The articles of a PDF's text: one for each heading, long ones in parts."""
    seen: Counter[str] = Counter()
    for draft in markdown.of_paste(text, title=markdown.stem(name)):
        for part in _parts(draft.body):
            seen[draft.title] += 1
            again = f" ({seen[draft.title]})" if seen[draft.title] > 1 else ""
            yield replace(draft, title=f"{draft.title[: LONGEST_TITLE - 8]}{again}", body=part, where=name)


def _parts(body: str) -> Iterator[str]:
    """The body whole, or cut between paragraphs where it is too long for one article."""
    if len(body) <= PARTS * 2:
        yield body
        return
    gathered = ""
    for paragraph in re.split(r"\n{2,}", body):
        if gathered and len(gathered) + len(paragraph) > PARTS:
            yield gathered
            gathered = ""
        gathered = f"{gathered}\n\n{paragraph[:LONGEST_BODY]}".strip()
    if gathered:
        yield gathered
