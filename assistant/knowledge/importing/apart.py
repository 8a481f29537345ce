"""Files that may be made to break whoever reads them: none is opened here, but in a child process under limits."""

import base64
import json
import logging
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from assistant.knowledge.importing import texts

HERE = Path(__file__).parent
PROGRAM = HERE / "read_apart.py"
PATIENCE = 60  # seconds
BROKEN = "This {kind} is broken, or written in a way that cannot be read. Export it anew, or paste its text."
TOO_SLOW = "This {kind} takes too long to read. Part it into several, or paste its text."
REFUSED = "This {kind} cannot be imported: {why}."

logger = logging.getLogger(__name__)


class UnreadableError(Exception):
    """The file gives no text; the message says why."""


@dataclass(frozen=True)
class Reader:
    """What reads files of one kind: how people call the kind, and a program for `read_apart`."""

    kind: str
    program: Path

    def text_of(self, kept: str) -> str:
        """The text of a packed file. Raises UnreadableError."""
        try:
            child = subprocess.run(
                [sys.executable, "-I", str(PROGRAM), str(self.program)],
                input=base64.b64decode(kept),
                capture_output=True,
                env={},
                timeout=PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise UnreadableError(TOO_SLOW.format(kind=self.kind)) from error
        if child.returncode != 0:
            logger.info("A %s could not be read.", self.kind)
            raise UnreadableError(BROKEN.format(kind=self.kind))
        refused = json.loads(child.stderr.splitlines()[-1])["refused"]
        if refused:
            raise UnreadableError(REFUSED.format(kind=self.kind, why=refused))
        return texts.clean(child.stdout.decode("utf-8", "replace"))


def packed(content: bytes) -> str:
    """A file as an import keeps it until it is read."""
    return base64.b64encode(content).decode()
