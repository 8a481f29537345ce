"""Django's command line; without a DATABASE_URL it runs on the embedded PostgreSQL of the data folder."""

import os
import signal
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from types import FrameType

from django.core.management import execute_from_command_line

from config import plainly
from tenants.embedded.postgres import Server

DATA_FOLDER = Path(os.environ.get("BATON_DATA") or Path(__file__).resolve().parent / ".data")


def database() -> AbstractContextManager[str]:
    """The given database, or the embedded one, running for as long as the command does."""
    given = os.environ.get("DATABASE_URL")
    return nullcontext(given) if given else Server(DATA_FOLDER).ensure_running()


def leave(number: int, _frame: FrameType | None) -> None:
    """End by an exception when told to end, so that what was started is stopped."""
    sys.exit(128 + number)


def main() -> None:
    """Run one management command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    signal.signal(signal.SIGTERM, leave)
    try:
        with database() as url:
            os.environ["DATABASE_URL"] = url
            execute_from_command_line(sys.argv)
    except Exception as error:
        line = plainly.said(error)
        if not line or "--traceback" in sys.argv:
            raise
        sys.exit(line)


if __name__ == "__main__":
    main()
