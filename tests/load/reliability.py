"""`python -m tests.load reliability`: every figure of load in docs/reliability.md but the long soak, in turn."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress

from tests.load import aims

PARTS = {  # and how many minutes each takes on two cores with nothing else to do
    "endurance": 13.0,
    "burst": 4.0,
    "storm": 5.0,
    "slow_client": 4.0,
    "noisy": 5.0,
    "tenants": 4.0,
    "growth": 5.0,
}
TO_CLEAN_UP = 60.0  # seconds
LONGEST = 3  # times as long, then a part is given up


def play(part: str, minutes: float, *, short: bool) -> str:
    """Run a part in a process of its own, which writes its section; gives how it ended."""
    command = [sys.executable, "-m", "tests.load", part, *(["--short"] if short else [])]
    process = subprocess.Popen(command, start_new_session=True)
    try:
        code = process.wait(LONGEST * minutes * 60)
    except subprocess.TimeoutExpired:
        return "took too long"
    finally:
        _end(process)
    return "kept" if code == 0 else "not kept, or failed"


def _end(process: subprocess.Popen[bytes]) -> None:
    """Let it end what it has started; whatever is left after that goes too."""
    with suppress(subprocess.TimeoutExpired):
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            process.wait(TO_CLEAN_UP)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def main() -> None:
    """All parts; an error at the end where a figure was not kept or a part failed."""
    short = aims.asked(main.__doc__)
    written = "docs/reliability.md is written" if os.environ.get("BATON_WRITE") == "1" else "nothing is written"
    print(f"{len(PARTS)} parts, about {sum(PARTS.values()):.0f} minutes on two free cores; {written}.", flush=True)
    ends = {}
    for part, minutes in PARTS.items():
        began = time.monotonic()
        print(f"\n== {part}, about {minutes:.0f} minutes", flush=True)
        ends[part] = play(part, minutes, short=short)
        print(f"== {part}: {ends[part]}, {(time.monotonic() - began) / 60:.1f} minutes", flush=True)
    print("\n" + "\n".join(f"  {part:<12} {end}" for part, end in ends.items()))
    aims.end(*(end == "kept" for end in ends.values()))
