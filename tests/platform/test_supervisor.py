"""`make demo`'s supervisor: one clear line or a running Baton, and nothing left when it ends."""

import os
import re
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from config.port import listen
from tenants.embedded.postgres import Server
from tests.database import ROOT
from tests.platform.test_running import wait_for
from tests.ports import free_port
from tests.running import processes_of

PATIENCE = 120.0


class Demo:
    """One `make demo` in a folder of its own."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port = folder, port
        self.output = ""
        self.process: subprocess.Popen[str] | None = None

    def command(self, *arguments: str, port: int | None = None) -> subprocess.Popen[str]:
        """The supervisor with these arguments."""
        env = {
            name: value
            for name, value in os.environ.items()
            if name not in {"DATABASE_URL", "SECRET_KEY", "STRIPE_API_KEY"}
        }
        return subprocess.Popen(
            [sys.executable, "-m", "config.supervisor", *arguments],
            cwd=ROOT,
            env={
                **env,
                "DJANGO_SETTINGS_MODULE": "config.settings.dev",
                "BATON_DATA": str(self.folder),
                "PORT": str(port or self.port),
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def start(self) -> float:
        """Start and wait for the welcome; gives the seconds it took."""
        began = time.monotonic()
        self.output = ""
        self.process = self.command()
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.output += line
            if "Stop " in line:
                return time.monotonic() - began
        raise AssertionError(self.output)

    def sandbox(self) -> str:
        """The page of the sandbox that stands for Stripe."""
        [address] = re.findall(r"Payments, played +(\S+)", self.output)
        with urlopen(address, timeout=10) as page:  # noqa: S310  it is this machine's
            return str(page.read().decode())

    def refused(self, *, port: int | None = None) -> str:
        """What a supervisor says that is to end at once."""
        said, _ = self.command(port=port).communicate(timeout=PATIENCE)
        return said.strip()

    def end(self, number: signal.Signals) -> int:
        """Send the signal and wait; gives the exit code."""
        assert self.process is not None
        self.process.send_signal(number)
        said, _ = self.process.communicate(timeout=PATIENCE)
        self.output += said
        return self.process.returncode


def command_of(pid: int) -> str:
    """The command line of a process, as `ps` shows it; empty when it has ended."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return ""


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Demo]:
    """A demo that is surely ended after the test."""
    one = Demo(tmp_path / "data", free_port())
    yield one
    if one.process is not None and one.process.poll() is None:
        one.end(signal.SIGTERM)
    Server(one.folder).stop()


def test_the_life_of_a_demo(demo: Demo) -> None:
    demo.start()
    with urlopen(f"http://127.0.0.1:{demo.port}/health/ready", timeout=10) as ready:
        assert ready.status == 200
    for expected in (f"http://demo.localhost:{demo.port}/console/", "maya@larkfield.example", "Ctrl-C"):
        assert expected in demo.output

    assert "Larkfield Cycles" in demo.sandbox(), "the demo company subscribed there"

    assert demo.refused().startswith(f"Port {demo.port} is in use")
    assert "\n" not in demo.refused(port=free_port()), "one line: the folder is taken"

    secret = demo.folder / "run" / "secret-key"
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    listing = "".join(map(command_of, processes_of(demo.folder)))
    assert "celery" in listing
    for name in ("secret-key", "stripe-webhook-secret"):
        assert (demo.folder / "run" / name).read_text() not in listing
    assert "postgresql://" not in listing

    server = Server(demo.folder)
    os.kill(int((server.cluster / "postmaster.pid").read_text().splitlines()[0]), signal.SIGKILL)
    wait_for(lambda: not server.running())
    wait_for(server.running)

    assert demo.end(signal.SIGINT) == 0, demo.output
    assert "PostgreSQL ended; starting it again" in demo.output
    assert "Baton has ended." in demo.output
    assert processes_of(demo.folder) == []
    assert not server.running()
    log = (demo.folder / "log" / "baton.log").read_text()
    assert secret.read_text() not in log
    assert server.url().split(":")[2].split("@")[0] not in log

    demo.start()
    assert "Database migrated" not in demo.output, "the second start repeats nothing"
    assert "Demo company" not in demo.output
    assert "Larkfield Cycles" in demo.sandbox(), "what was subscribed to is kept"
    assert demo.process is not None
    demo.process.kill()
    demo.process.communicate()
    wait_for(lambda: not [pid for pid in processes_of(demo.folder) if "postgres" not in command_of(pid)])
    assert server.running(), "the database outlives a supervisor that was killed, for the next one"

    said, _ = demo.command("--reset").communicate(timeout=PATIENCE)
    assert "begins anew" in said
    assert not server.cluster.exists()
    assert not (demo.folder / "stripe").exists()


def test_connections_send_small_frames_at_once() -> None:
    with listen("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname()):
        connection, _ = listener.accept()
        with connection:
            assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0
