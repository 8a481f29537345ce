"""Signs of life of the processes of one machine, as files, for whoever starts them again when they are stuck.

A database that is away makes no process stuck, so none is restarted for it.
"""

import os
import time
from pathlib import Path

from django.conf import settings

FOLDER = "pulse"
EVERY = 2.0  # seconds

_next: dict[tuple[str, int], float] = {}


def beat(name: str) -> None:
    """This process of the kind `name` does its work, or waits for some; called often, it writes now and then."""
    now = time.monotonic()
    who = name, os.getpid()
    if now < _next.get(who, 0.0):
        return
    _next[who] = now + EVERY
    folder = settings.LOCAL_DIR / FOLDER
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    Path(folder, f"{name}-{os.getpid()}").touch()
