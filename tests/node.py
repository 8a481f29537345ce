"""Node, by which the tests read and build JavaScript."""

import os
import shutil

from django.conf import settings


def program() -> str:
    """Where it is: the one that `make setup` put beside Python, else the system's."""
    found = shutil.which("node", path=f"{settings.BASE_DIR / '.venv' / 'node'}:{os.environ['PATH']}")
    assert found, "Node is missing: `make setup` brings it."
    return found
