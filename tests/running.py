"""A whole Baton for tests: the real web server, worker and sweeper, on a database of their own."""

import os
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from config.children import Child, Log
from config.port import listen
from config.supervisor import Baton, environment, manage


@dataclass(frozen=True)
class Running:
    """A running Baton, where it listens and where its data lies."""

    baton: Baton
    database_url: str = field(repr=False)
    env: dict[str, str] = field(repr=False)

    @property
    def port(self) -> int:
        """The port of the web server."""
        return self.baton.port

    def address(self, host: str = "localhost", path: str = "/") -> str:
        """The address of a page at one of its host names."""
        return f"http://{host}:{self.port}{path}"

    def child(self, name: str) -> Child:
        """One of its processes: web, worker or sweeper."""
        return next(child for child in self.baton.children if child.program.name == name)


@contextmanager
def running(
    database_url: str, folder: Path, *, demo: bool = False, env: Mapping[str, str] = MappingProxyType({}), port: int = 0
) -> Iterator[Running]:
    """Run Baton on the database until the block ends; with the demo company when asked for, and `env` besides.

    On any free port unless one is given.
    """
    settings = {"DJANGO_SETTINGS_MODULE": "config.settings.dev", "BATON_DEMO": "1"}
    whole = {**environment(database_url, folder), **settings, **env}
    if demo:
        manage(whole, "seed_demo")
    with closing(Log(folder / "log" / "baton.log")) as log, listen("127.0.0.1", port) as listener:
        baton = Baton(listener, whole, log)
        try:
            baton.start()
            baton.wait_until_ready()
            yield Running(baton=baton, database_url=database_url, env=whole)
        finally:
            baton.stop()


def processes_of(folder: Path) -> list[int]:
    """All processes that were given this data folder, whatever started them."""
    mark = f"BATON_DATA={folder}".encode()
    found = []
    for process in Path("/proc").iterdir():
        if process.name.isdecimal() and int(process.name) != os.getpid():
            try:
                if mark in process.joinpath("environ").read_bytes().split(b"\0"):
                    found.append(int(process.name))
            except OSError:
                continue  # it ended meanwhile, or is another user's
    return found
