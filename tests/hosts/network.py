"""A small network of made-up hosts: each a network namespace with one cable to a switch, in the hands of a test.

Where namespaces are forbidden each host is a loopback address of its own: its processes can die and stand still there,
but no cable can be pulled.
"""

import ctypes
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar

NEW_NETWORK = 0x40000000  # CLONE_NEWNET, of which kind of namespace the file must be
NAMESPACES = Path("/run/netns")
NOBODY = "02:00:00:00:00:01"  # a hardware address that no host has
THIN = ("rate", "400kbit", "burst", "3000", "latency", "300ms")
T = TypeVar("T")


@dataclass(frozen=True)
class Host:
    """One machine: its name, its address, and how its cable is called at the switch; no cable on a loopback."""

    name: str
    address: str
    cable: str = ""

    @property
    def command(self) -> tuple[str, ...]:
        """What stands before a command that is to run on this host."""
        return ("ip", "netns", "exec", self.space) if self.cable else ()

    @property
    def space(self) -> str:
        """The name of its namespace."""
        return f"{self.cable}-{self.name}"

    def inside(self, make: Callable[[], T]) -> T:
        """Call a function in a thread that stands in this host's network, to which a socket made there belongs."""
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(self._moved, make).result()

    def _moved(self, make: Callable[[], T]) -> T:
        if self.cable:
            with (NAMESPACES / self.space).open("rb") as space:
                if ctypes.CDLL(None, use_errno=True).setns(space.fileno(), NEW_NETWORK) != 0:
                    raise OSError(ctypes.get_errno(), "this thread cannot move to another network")
        return make()


@dataclass
class Network:
    """The hosts and their switch; `gateway` is where the test itself stands."""

    gateway: str
    switch: str = ""
    hosts: dict[str, Host] = field(default_factory=dict)

    @property
    def has_cables(self) -> bool:
        """Whether cables can be pulled, or all hosts are addresses of one machine."""
        return bool(self.switch)

    def unplug(self, host: Host) -> None:
        """Pull the cable out of the host: it notices that, the others do not."""
        _ip("link", "set", host.cable, "down")

    def swallow(self, host: Host) -> None:
        """Let every packet from and to the host vanish, while its cable seems to be in order."""
        _ip("link", "set", host.cable, "nomaster")

    def mute(self, host: Host) -> None:
        """Let the host hear all others, while nothing that it says arrives."""
        for address in self._others(host):
            _ip("-n", host.space, "neigh", "replace", address, "lladdr", NOBODY, "nud", "permanent", "dev", "eth0")

    def throttle(self, host: Host) -> None:
        """Make the host's cable a thin one in both directions, which drops what does not fit through."""
        _run("tc", "qdisc", "replace", "dev", host.cable, "root", "tbf", *THIN)
        _run(*host.command, "tc", "qdisc", "replace", "dev", "eth0", "root", "tbf", *THIN)

    def heal(self, host: Host) -> None:
        """Let the host's cable be a good one again."""
        _ip("link", "set", host.cable, "master", self.switch)
        _ip("link", "set", host.cable, "up")
        undone: list[tuple[str, ...]] = [("tc", "qdisc", "del", "dev", host.cable, "root")]
        undone += [(*host.command, "tc", "qdisc", "del", "dev", "eth0", "root")]
        undone += [("ip", "-n", host.space, "neigh", "del", one, "dev", "eth0") for one in self._others(host)]
        for command in undone:
            subprocess.run(command, capture_output=True, check=False)  # where there is anything to undo

    def _others(self, host: Host) -> list[str]:
        return [self.gateway, *(other.address for other in self.hosts.values() if other is not host)]


@contextmanager
def network(names: Sequence[str]) -> Iterator[Network]:
    """Hosts of these names until the block ends; on loopback addresses where this user may make no namespaces."""
    if not may_make_namespaces():
        yield _on_loopback(names)
        return
    with ExitStack() as held:
        yield _with_cables(names, held)


@cache
def may_make_namespaces() -> bool:
    """Whether this user may make namespaces and cables here."""
    if os.geteuid() != 0 or shutil.which("ip") is None or shutil.which("tc") is None:
        return False
    probe = f"btprobe{os.getpid()}"
    try:
        _ip("netns", "add", probe)
    except OSError:
        return False
    try:
        _ip("link", "add", f"bp{os.getpid()}", "type", "veth", "peer", "name", "eth0", "netns", probe)
    except OSError:
        return False
    finally:
        _ip("netns", "del", probe)
    return True


def _on_loopback(names: Sequence[str]) -> Network:
    part = f"127.{os.getpid() // 250 % 250 + 1}.{os.getpid() % 250 + 1}"
    return Network(f"{part}.1", hosts={name: Host(name, f"{part}.{at}") for at, name in enumerate(names, 2)})


def _with_cables(names: Sequence[str], held: ExitStack) -> Network:
    _sweep()
    part = _free_part()
    made = Network(f"{part}.1", f"bt{os.getpid()}")
    _ip("link", "add", made.switch, "type", "bridge")
    held.callback(_ip, "link", "del", made.switch)
    _ip("addr", "add", f"{made.gateway}/24", "dev", made.switch)
    _ip("link", "set", made.switch, "up")
    for at, name in enumerate(names, 2):
        host = Host(name, f"{part}.{at}", f"{made.switch}h{at}")
        made.hosts[name] = host
        _ip("netns", "add", host.space)
        held.callback(_ip, "netns", "del", host.space)
        _ip("link", "add", host.cable, "type", "veth", "peer", "name", "eth0", "netns", host.space)
        _ip("link", "set", host.cable, "master", made.switch, "up")
        _ip("-n", host.space, "addr", "add", f"{host.address}/24", "dev", "eth0")
        for device in ("eth0", "lo"):
            _ip("-n", host.space, "link", "set", device, "up")
    return made


def _sweep() -> None:
    """Take away what a run that was killed has left."""
    for space in NAMESPACES.glob("bt*h*-*") if NAMESPACES.exists() else ():
        if not _lives(space.name.removeprefix("bt").partition("h")[0]):
            _ip("netns", "del", space.name)
    for switch in Path("/sys/class/net").glob("bt*"):
        if (switch / "bridge").exists() and not _lives(switch.name.removeprefix("bt")):
            _ip("link", "del", switch.name)


def _lives(pid: str) -> bool:
    return not pid.isdecimal() or Path(f"/proc/{pid}").exists()


def _free_part() -> str:
    """The first three numbers of addresses that this machine does not use."""
    used = _ip("-4", "-o", "addr") + _ip("route")
    return next(part for number in range(256) if f" {(part := f'10.214.{number}')}." not in used)


def _ip(*words: str) -> str:
    return _run("ip", *words)


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise OSError(f"{' '.join(command)}: {done.stderr.strip()}")
    return done.stdout
