"""One run of the generator against something that serves: its processes, its clock, its checks."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from typing import Any

from tests.load.application import Served
from tests.load.company import Company
from tests.load.generator import Plan, Seen


@dataclass(frozen=True)
class Load:
    """How much is written, for how long, by how many processes, and how many only look on."""

    rate: float
    seconds: float
    processes: int = 1
    strangers: int = 0


@dataclass
class Run:
    """The generator's processes, whose sockets are all held."""

    processes: list[subprocess.Popen[str]]
    seen: list[Seen] = field(default_factory=list)

    def play(self) -> list[Seen]:
        """Let them write; gives what each saw, once all is quiet."""
        for process in self.processes:
            _tell(process, "")
        self.seen = [Seen(**json.loads(_line(process))) for process in self.processes]
        return self.seen


@contextmanager
def gathered(served: Served, host: str, company: Company, load: Load, *, bare: bool = False) -> Iterator[Run]:
    """Start the generator's processes, and wait until every socket is held."""
    with ExitStack() as held:
        processes = []
        for number in range(load.processes):
            part: dict[str, Any] = company.part(number, load.processes)
            plan = Plan(
                port=served.port,
                host=host,
                rate=load.rate / load.processes,
                seconds=load.seconds,
                seed=number,
                bare=bare,
                strangers=load.strangers // load.processes,
                **part,
            )
            processes.append(held.enter_context(_started(plan)))
            held.callback(processes[-1].kill)
        for process in processes:
            assert _line(process) == "ready\n", "the generator could not gather its peers"
        yield Run(processes)


def used(before: dict[str, float], after: dict[str, float]) -> dict[str, float]:
    """The processor seconds between two readings."""
    return {part: after[part] - before[part] for part in before}


def _started(plan: Plan) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.load", "generator"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    _tell(process, json.dumps(asdict(plan)))
    return process


def _tell(process: subprocess.Popen[str], line: str) -> None:
    assert process.stdin is not None
    process.stdin.write(line + "\n")
    process.stdin.flush()


def _line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline()


def total(seen: Sequence[Seen]) -> int:
    """How many events of the desk's list came to all."""
    return sum(one.rows for one in seen)
