"""`python -m config.alive worker` or `sweeper`: 0 when those of this machine or container do their work, else 1.

For the health checks of whatever runs Baton. It needs no database and loads nothing of Baton.
"""

import os
import socket
import sys
import time
from pathlib import Path

STALE = 40.0  # seconds; the thread that keeps a long job's lease gives signs too
ROOT = Path(__file__).resolve().parent.parent


def folder() -> Path:
    """Where the processes leave their signs, as config.settings.base has it."""
    data = os.environ.get("BATON_DATA") or str(ROOT / ".data")
    local = os.environ.get("BATON_LOCAL") or str(Path(data, "run", socket.gethostname()))
    return Path(local, "pulse")


def stuck(name: str, *, signs: Path, now: float) -> str:
    """What is wrong with the processes of this kind; "" when all that run do their work, and one does."""
    seen = {int(file.name.rpartition("-")[2]): file.stat().st_mtime for file in signs.glob(f"{name}-*")}
    running = {number: at for number, at in seen.items() if Path("/proc", str(number)).exists()}
    if not running:
        return f"no {name} runs here"
    silent = sorted(number for number, at in running.items() if now - at > STALE)
    return f"{name} {silent[0]} gave no sign of life for {now - running[silent[0]]:.0f} s" if silent else ""


def main() -> int:
    """Say what is wrong, if anything is."""
    if len(sys.argv) != 2:
        sys.stderr.write("Say which: worker or sweeper.\n")
        return 2
    wrong = stuck(sys.argv[1], signs=folder(), now=time.time())
    if wrong:
        sys.stderr.write(f"{wrong}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
