"""The embedded PostgreSQL: one real server per data folder, on a loopback port with a password of its own."""

import fcntl
import json
import os
import secrets
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TextIO

import psycopg

from tenants import role
from tenants.embedded.binaries import Launcher, NoPostgresError, launcher_for

USER = "baton"
DATABASE = "baton"
START_SECONDS = 60.0
STOP_SECONDS = 30.0
READY_LINE = 8  # of postmaster.pid: the server writes "ready" there once it takes connections
UNREACHABLE = f"postgresql://{USER}@127.0.0.1:1/{DATABASE}"
SPEED_OVER_SAFETY = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
SETTINGS = (
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    "max_locks_per_transaction=512",
    "log_min_messages=warning",
    "log_min_error_statement=panic",  # a statement may carry what a customer wrote,
    "log_error_verbosity=terse",  # and so may the detail of an error
)


@dataclass(frozen=True)
class Server:
    """One PostgreSQL server and its data folder; `durable=False` trades crash safety for speed, in tests."""

    data_folder: Path
    durable: bool = True

    @cached_property
    def launcher(self) -> Launcher:
        """How this user runs PostgreSQL's programs."""
        return launcher_for(self.data_folder.resolve())

    @property
    def cluster(self) -> Path:
        """PostgreSQL's own data directory."""
        return self.launcher.home / "cluster"

    @property
    def log(self) -> Path:
        """The server's log file."""
        return self.data_folder / "log" / "postgres.log"

    def running(self) -> bool:
        """Whether the server takes connections."""
        lines = self._pid_lines()
        ready = len(lines) >= READY_LINE and lines[READY_LINE - 1].strip() == "ready"
        return ready and self._alive_pid() is not None

    def url(self, database: str = DATABASE) -> str:
        """The address with user and password; it names the port of the last start."""
        return _url(_address_file(self.data_folder), database)

    def start(self) -> None:
        """Start the server unless it runs, and make its cluster and database before the first time."""
        with self._alone():
            self._start()

    def stop(self) -> None:
        """End all connections, write everything down and stop; does nothing when it does not run."""
        with self._alone():
            self._stop()

    @contextmanager
    def ensure_running(self) -> Iterator[str]:
        """Give the address of a running server for the length of a block; leave the server as it was found.

        Any number of processes may be inside at once: each holds a shared lock, which the kernel takes back
        even after kill -9, and the last one out stops a server that was started in this way.
        """
        self._folder().mkdir(parents=True, exist_ok=True)
        with (self._folder() / "holders.lock").open("w") as holders:
            with self._alone():
                if not self.running():
                    self._start()
                    self._on_demand.touch()
                fcntl.flock(holders, fcntl.LOCK_SH)
            try:
                yield self.url()
            finally:
                with self._alone():
                    if self._on_demand.exists() and _nobody_else_holds(holders):
                        self._stop()

    @property
    def _on_demand(self) -> Path:
        """Present while the server runs only because somebody is inside `ensure_running`."""
        return self._folder() / "on-demand"

    def _folder(self) -> Path:
        return self.data_folder / "run"

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Let one process at a time start or stop this server."""
        self._folder().mkdir(parents=True, exist_ok=True)
        with (self._folder() / "postgres.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _start(self) -> None:
        if self.running():
            return
        if not (self.cluster / "PG_VERSION").exists():
            self._initialise()
        deadline = time.monotonic() + START_SECONDS
        while not self._launched(deadline):
            if time.monotonic() > deadline:
                raise NoPostgresError(f"PostgreSQL did not start; its log is {self.log}.\n{self._log_end()}")
            time.sleep(0.2)
        self._make_database()

    def _initialise(self) -> None:
        """Make the cluster beside its place, so that an interrupted first start leaves no half of one."""
        launcher = self.launcher
        launcher.prepare()
        password = secrets.token_hex(24)
        draft = launcher.home / f"draft-{os.getpid()}"
        password_file = launcher.home / "password"
        _write_secret(password_file, password)
        launcher.give(password_file)
        try:
            made = subprocess.run(
                launcher.command("initdb", "-D", str(draft), *_initdb_options(launcher, password_file)),
                capture_output=True,
                text=True,
                check=False,
                cwd=launcher.home,
            )
            if made.returncode != 0:
                raise NoPostgresError(f"PostgreSQL could not make its cluster: {made.stderr.strip()[-600:]}")
        finally:
            password_file.unlink()
        _write_secret(_address_file(self.data_folder), json.dumps({"password": password, "port": 0}))
        draft.rename(self.cluster)

    def _launched(self, deadline: float) -> bool:
        """Try one start; False when the server ended at once, as on a port taken in between."""
        self._forget_stale_pid()
        port = _free_port(_read_address(_address_file(self.data_folder))["port"])
        self.log.parent.mkdir(parents=True, exist_ok=True)
        settings = [*SETTINGS, f"port={port}", *(() if self.durable else SPEED_OVER_SAFETY)]
        options = [part for setting in settings for part in ("-c", setting)]
        with self.log.open("ab") as log:
            process = subprocess.Popen(
                self.launcher.command("postgres", "-D", str(self.cluster), *options),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.launcher.home,
                start_new_session=True,
            )
        while process.poll() is None and time.monotonic() < deadline:
            if self.running():
                self._remember_port(port)
                _leave(process)
                return True
            time.sleep(0.01)
        return False

    def _remember_port(self, port: int) -> None:
        address = _read_address(_address_file(self.data_folder))
        if address["port"] != port:
            _write_secret(_address_file(self.data_folder), json.dumps({**address, "port": port}))

    def _make_database(self) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            role.make(connection)
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
            if known is None:
                connection.execute(f'CREATE DATABASE "{DATABASE}"')

    def _stop(self) -> None:
        pid = self._alive_pid()
        if pid is not None:
            os.kill(pid, signal.SIGINT)  # PostgreSQL's fast shutdown
            deadline = time.monotonic() + STOP_SECONDS
            while self._alive_pid() is not None:
                if time.monotonic() > deadline:
                    raise NoPostgresError(f"PostgreSQL did not stop in {STOP_SECONDS:.0f} s; see {self.log}.")
                time.sleep(0.01)
            _reap(pid)
        self._on_demand.unlink(missing_ok=True)

    def _pid_lines(self) -> list[str]:
        try:
            return (self.cluster / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return []

    def _alive_pid(self) -> int | None:
        """The server's process, or None: after a crash or a reboot the number may belong to somebody else."""
        lines = self._pid_lines()
        if not lines or not lines[0].isdecimal():
            return None
        pid = int(lines[0])
        return pid if _serves(pid, self.cluster) else None

    def _forget_stale_pid(self) -> None:
        if self._alive_pid() is None:
            (self.cluster / "postmaster.pid").unlink(missing_ok=True)

    def _log_end(self) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-5:])


def url_of(data_folder: Path) -> str:
    """The address of a data folder's server, running or not; before its first start a dead one."""
    file = _address_file(data_folder)
    return _url(file, DATABASE) if file.exists() else UNREACHABLE


def _address_file(data_folder: Path) -> Path:
    return data_folder / "run" / "postgres.json"


def _read_address(file: Path) -> dict[str, int]:
    address: dict[str, int] = json.loads(file.read_text())
    return address


def _url(file: Path, database: str) -> str:
    address = _read_address(file)
    return f"postgresql://{USER}:{address['password']}@127.0.0.1:{address['port']}/{database}"


def _write_secret(file: Path, text: str) -> None:
    """Write a file that only its owner can read, whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(text)
    draft.replace(file)


def _initdb_options(launcher: Launcher, password_file: Path) -> list[str]:
    """The same cluster on every machine: UTF-8, code-point order, passwords always."""
    locale = ["--locale-provider=builtin", "--locale=C.UTF-8"] if _is_modern(launcher) else ["--locale=C"]
    return ["-U", USER, f"--pwfile={password_file}", "-A", "scram-sha-256", "-E", "UTF8", *locale]


def _is_modern(launcher: Launcher) -> bool:
    """Whether this is PostgreSQL 17 or newer, with the built-in locale; the system's may be older."""
    asked = launcher.command("postgres", "--version")
    told = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    return int(told.split()[2].split(".")[0]) >= 17


def _free_port(preferred: int) -> int:
    """The preferred loopback port when nobody has it, else any free one."""
    for port in (preferred, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            found: int = probe.getsockname()[1]
            return found
    raise NoPostgresError("No free port on 127.0.0.1.")


def _serves(pid: int, cluster: Path) -> bool:
    """Whether this process is a PostgreSQL server over this very cluster, which its command line names."""
    if not Path("/proc/self").exists():
        asked = ["ps", "-p", str(pid), "-o", "command="]
        return str(cluster) in subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    try:
        return str(cluster) in Path(f"/proc/{pid}/cmdline").read_text().split("\0")
    except (FileNotFoundError, ProcessLookupError):
        return False


def _reap(pid: int) -> None:
    """Take the end of a server that this very process had started; of any other process's, nothing."""
    with suppress(ChildProcessError):
        os.waitpid(pid, 0)


def _nobody_else_holds(holders: TextIO) -> bool:
    """Turn our shared lock into an exclusive one, which works only for the last holder."""
    try:
        fcntl.flock(holders, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _leave(process: subprocess.Popen[bytes]) -> None:
    """Forget a child that is to outlive this object, without the warning Python gives for a running one."""
    process.returncode = 0
