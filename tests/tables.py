"""The tables of docs/reliability.md, which the runs that measure them write themselves."""

import fcntl
import os
import subprocess
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reliability.md"
BEGAN, BUSY = datetime.now(UTC), os.getloadavg()[0]


def write(section: str, text: str, *, page: Path = PAGE) -> None:
    """Print what a section is to say; with BATON_WRITE=1 put it between the marks of that section on the page too."""
    print(f"\n{text.strip()}\n", flush=True)
    if os.environ.get("BATON_WRITE") == "1":
        with page.open("r+", encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_EX)  # other runs may write their sections at the same moment
            written = replaced(file.read(), section, text)
            file.seek(0)
            file.truncate()
            file.write(written)


def replaced(page: str, section: str, text: str) -> str:
    """The page with another text between `<!-- section -->` and `<!-- /section -->`; ValueError without such marks."""
    opening, closing = f"<!-- {section} -->\n", f"<!-- /{section} -->"
    before, opened, rest = page.partition(opening)
    _, closed, after = rest.partition(closing)
    if not (opened and closed):
        raise ValueError(f"docs/reliability.md has no place for {section}.")
    return f"{before}{opening}{text.strip()}\n{closing}{after}"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table in markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(str(cell) for cell in line)} |" for line in lines)


def kept(measured: float, at_most: float) -> str:
    """The cell that says whether a figure is within its limit, or by how much it is not."""
    if measured <= at_most:
        return "kept"
    return f"**not kept**: {measured / at_most:.1f} times" if at_most else f"**not kept**: {measured:g}"


def machine() -> str:
    """When and where the run was: its day, the cores, how busy they were when it began, the commit, the priority."""
    asked = ["git", "-C", str(ROOT), "rev-parse", "--short=10", "HEAD"]
    commit = subprocess.run(asked, capture_output=True, text=True, check=False)
    priority = "" if os.sched_getscheduler(0) == os.SCHED_OTHER else ", with real-time priority"
    day = f"{BEGAN.day} {BEGAN:%B %Y}"
    at = f" at {commit.stdout.strip()}" if commit.returncode == 0 else ""
    return f"*Measured on {day}{at}: {os.cpu_count()} cores, load {BUSY:.1f} when the run began{priority}.*"
