"""Switches that a test throws in other processes: files in a folder that both know."""

import os
from pathlib import Path

VARIABLE = "BATON_SABOTAGE"
FOLDER = Path(os.environ.get(VARIABLE) or "/nonexistent")


class Switches:
    """The switches of one folder, as the test holds them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for part in ("armed", "fired", "on"):
            (folder / part).mkdir(parents=True, exist_ok=True)

    def arm(self, point: str, *, group: bool) -> None:
        """Let the next process that comes to this failpoint die, alone or with its whole process group."""
        (self.folder / "fired" / point).unlink(missing_ok=True)
        draft = self.folder / f"{point}.draft"
        draft.write_text("group" if group else "process")
        draft.rename(self.folder / "armed" / point)

    def fired(self, point: str) -> bool:
        """Whether a process died there since it was armed."""
        return (self.folder / "fired" / point).exists()

    def turn_on(self, name: str) -> None:
        """Bring a bug in."""
        (self.folder / "on" / name).touch()

    def turn_off(self) -> None:
        """Take all bugs and armed failpoints out, and forget what fired."""
        for part in ("on", "armed", "fired"):
            for file in (self.folder / part).iterdir():
                file.unlink(missing_ok=True)


def is_on(name: str) -> bool:
    """Whether the bug is in."""
    return (FOLDER / "on" / name).exists()


def note(point: str) -> None:
    """Let the test know that a process came here."""
    (FOLDER / "fired" / point).touch()


def taken(point: str) -> str | None:
    """Take an armed failpoint, which one process can do: "process" or "group", or None when it is not armed."""
    fired = FOLDER / "fired" / point
    try:
        (FOLDER / "armed" / point).rename(fired)
    except FileNotFoundError:
        return None
    return fired.read_text()
