"""Pictures are drawn anew by a child process: decoded fully, turned upright, and stripped of all that is no pixel."""

import json
import logging
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

from django.utils.translation import gettext, gettext_noop

from tenants.errors import BatonError, ParameterError

PROGRAM = Path(__file__).with_name("redraw.py")
AT_ONCE = 2  # children of this process
PATIENCE = 20  # seconds, for a free place and again for the child
BROKEN = gettext_noop("file: this picture is broken or incomplete. Open it, save it anew and send that.")

logger = logging.getLogger(__name__)
_places = threading.BoundedSemaphore(AT_ONCE)


class BusyError(BatonError):
    """More pictures come in than are drawn; the caller may try again."""

    status = 503
    type = "api_error"
    code = "busy"


def redraw(source: IO[bytes], target: IO[bytes], kind: str, *, longest: int | None = None) -> tuple[int, int]:
    """Draw the picture in the file `source` anew into the file `target`; gives its width and height as it is seen.

    `kind` is PNG, JPEG, WEBP or GIF; with `longest` it becomes one still picture of so many pixels at most.
    Raises ParameterError for a broken or too big picture, and BusyError.
    """
    source.seek(0)
    if not _places.acquire(timeout=PATIENCE):
        raise BusyError(gettext("file: many files are coming in. Please try again in a minute."), param="file")
    try:
        child = subprocess.run(
            [sys.executable, "-I", str(PROGRAM), kind, *([str(longest)] if longest else [])],
            stdin=source,
            stdout=target,
            stderr=subprocess.PIPE,
            env={},
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise ParameterError(gettext("file: this picture takes too long to draw."), param="file") from error
    finally:
        _places.release()
    if child.returncode != 0:
        logger.info("A picture (%s) could not be drawn.", kind)
        raise ParameterError(gettext(BROKEN), param="file")
    return _size(child.stderr)


def _size(said: bytes) -> tuple[int, int]:
    found = json.loads(said.splitlines()[-1])
    if "refused" in found:
        raise ParameterError(f"file: {found['refused']}.", param="file")
    return int(found["width"]), int(found["height"])
