"""The processes that a supervisor starts: their output in one log, restarted when they crash, ended together."""

import os
import shutil
import signal
import subprocess
import threading
import time
from collections import deque
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

SHORTEST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
SETTLED_SECONDS = 60.0  # a process that lived so long starts again with the shortest pause
STOP_SECONDS = 15.0
REMEMBERED_LINES = 15


@dataclass(frozen=True)
class Program:
    """What to run, the short name that its lines carry in the log, and the open files that it inherits."""

    name: str
    command: tuple[str, ...]
    files: tuple[int, ...] = ()


class Log:
    """One file for all processes; each line begins with the time and the name of who said it."""

    def __init__(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists():
            file.replace(file.with_suffix(".log.1"))
        self.file = file
        self._lock = threading.Lock()
        self._out = file.open("a", buffering=1, encoding="utf-8")

    def write(self, name: str, line: str) -> None:
        """Add one line."""
        with self._lock:
            if not self._out.closed:
                self._out.write(f"{time.strftime('%H:%M:%S')} {name:<8} | {line}\n")

    def close(self) -> None:
        """Write no more."""
        with self._lock:
            self._out.close()


class Child:
    """One running program, started again after each crash, with longer and longer pauses."""

    def __init__(self, program: Program, env: Mapping[str, str], log: Log) -> None:
        self.program, self.env, self.log = program, dict(env), log
        self.crashes = 0
        self.last_lines: deque[str] = deque(maxlen=REMEMBERED_LINES)
        self._process: subprocess.Popen[str] | None = None
        self._reader: threading.Thread | None = None
        self._pause = SHORTEST_PAUSE
        self._started_at = 0.0
        self._start_again_at: float | None = None

    @property
    def pid(self) -> int | None:
        """The process's number; None while it does not run."""
        running = self._process is not None and self._process.poll() is None
        return self._process.pid if self._process is not None and running else None

    def start(self) -> None:
        """Start the program in a process group of its own; it is told to end should this process be killed."""
        self._start_again_at = None
        self._started_at = time.monotonic()
        self._process = subprocess.Popen(
            [*_with_parent(), *self.program.command],
            env=self.env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
            pass_fds=self.program.files,
        )
        if self._process.stdout is not None:
            self._reader = threading.Thread(target=self._copy, args=[self._process.stdout], daemon=True)
            self._reader.start()

    def tend(self) -> str | None:
        """Start the program again when it crashed and its pause is over; gives a line to show when it crashed."""
        now = time.monotonic()
        if self._start_again_at is not None:
            if now >= self._start_again_at:
                self.start()
            return None
        if self._process is None or self._process.poll() is None:
            return None
        if now - self._started_at > SETTLED_SECONDS:
            self._pause = SHORTEST_PAUSE
        pause, self._pause = self._pause, min(self._pause * 2, LONGEST_PAUSE)
        self.crashes += 1
        self._start_again_at = now + pause
        self._end_group()
        return f"{self.program.name} {_ending(self._process.returncode)}; starting it again in {pause:.0f} s"

    def ask_to_stop(self) -> None:
        """Tell the program to end, and start it no more."""
        self._start_again_at = None
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()

    def wait_stopped(self, until: float) -> None:
        """Wait for the program's end until the given moment of the monotonic clock, then kill what is left of it."""
        if self._process is None:
            return
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(max(0.0, until - time.monotonic()))
        self._end_group()
        self._process.wait()
        if self._reader is not None:
            self._reader.join(2)

    def _copy(self, stream: IO[str]) -> None:
        with stream:
            for line in stream:
                self.last_lines.append(line.rstrip())
                self.log.write(self.program.name, line.rstrip())

    def _end_group(self) -> None:
        """Kill what the program itself had started and left behind."""
        if self._process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)


def stop_all(children: Iterable[Child]) -> None:
    """Ask all to end at once, then wait for each; nothing is left afterwards."""
    asked = list(children)
    for child in asked:
        child.ask_to_stop()
    until = time.monotonic() + STOP_SECONDS
    for child in asked:
        child.wait_stopped(until)


def _with_parent() -> list[str]:
    """Lets the kernel end a child whose supervisor was killed, where util-linux can arrange it."""
    setpriv = shutil.which("setpriv")
    return [setpriv, "--pdeathsig", "TERM"] if setpriv else []


def _ending(code: int) -> str:
    if code < 0:
        return f"was ended by {signal.Signals(-code).name}"
    return f"ended with code {code}"
