"""`python -m config.process web`: one of Baton's processes by itself, as a container or a unit of systemd runs it."""

import argparse
import os
import sys

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from config.bootstrap import TroubleError, port_of
from config.port import bind_host, listen
from config.supervisor import sweeper_command, web_command, worker_command

WEB, WORKER, SWEEPER = "web", "worker", "sweeper"
QUIET = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONUNBUFFERED": "1"}  # unless the environment says so


def command(which: str) -> tuple[str, ...]:
    """The command of the process; the web server's listens already, at BATON_BIND and PORT."""
    if which == WORKER:
        return worker_command(WORKER)
    if which == SWEEPER:
        return sweeper_command()
    listener = listen(bind_host(), port_of(os.environ.get("PORT") or "8000"))
    listener.set_inheritable(True)
    return web_command(listener.detach(), server=os.environ.get("BATON_SERVER") or "daphne")


def check_settings() -> None:
    """Read the settings once before becoming the process, whose own words on them are a screen long.

    Those for development have a key that everybody can read, so what was forgotten must not lead to them.
    """
    if os.environ.get("DJANGO_SETTINGS_MODULE", "").endswith(".dev"):
        raise TroubleError(
            "DJANGO_SETTINGS_MODULE must be set, to config.settings.prod: these processes are for production. "
            "For a look on this machine there is `make demo`."
        )
    try:
        settings.SECRET_KEY  # noqa: B018  the settings are read when the first one is asked for
    except ImproperlyConfigured as wrong:
        raise TroubleError(str(wrong)) from wrong


def main() -> None:
    """Become the process, or end with one clear line when that cannot be."""
    parser = argparse.ArgumentParser(description="Run one of Baton's processes by itself.")
    parser.add_argument("which", choices=(WEB, WORKER, SWEEPER))
    wanted = parser.parse_args()
    try:
        check_settings()
        words = command(wanted.which)
    except TroubleError as trouble:
        sys.exit(str(trouble))
    os.execve(words[0], words, {**QUIET, **os.environ})  # noqa: S606  no shell has a part in it


if __name__ == "__main__":
    main()
