"""What befalls hosts: each fault makes one, and ends it."""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass

from tests.faults.scene import LONG, Scene
from tests.faults.street import Street
from tests.faults.strikes import Strike
from tests.hosts.machines import NAMES, Site

HOLD = 12.0 if LONG else 2.0  # seconds, of which ten are enough for half-open connections to be given up
FEW = ("web-1", "worker-1", "redis", "database")
Befalls = Callable[[Site, str], Awaitable[None]]


@dataclass(frozen=True)
class Fault:
    """What befalls which hosts, one after the other."""

    befalls: tuple[tuple[str, Befalls], ...]

    def on(self, site: Site) -> Strike:
        """As the fault harness makes it."""

        async def strike(_scene: Scene, _street: Street) -> None:
            for name, befall in self.befalls:
                await befall(site, name)

        return strike


async def killed(site: Site, name: str) -> None:
    """All processes of the host die at once."""
    site.kill(name)
    await asyncio.sleep(1.0)


async def stands_still(site: Site, name: str) -> None:
    """The host answers nothing for a while, though its connections live."""
    site.signal(name, signal.SIGSTOP)
    try:
        await asyncio.sleep(HOLD)
    finally:
        site.signal(name, signal.SIGCONT)


async def unplugged(site: Site, name: str) -> None:
    """The cable is pulled, and put in again."""
    await _cut(site, name, site.network.unplug)


async def swallowed(site: Site, name: str) -> None:
    """Packets vanish in both directions."""
    await _cut(site, name, site.network.swallow)


async def mute(site: Site, name: str) -> None:
    """Packets vanish in one direction."""
    await _cut(site, name, site.network.mute)


async def thin(site: Site, name: str) -> None:
    """A thin line that drops what does not fit."""
    await _cut(site, name, site.network.throttle)


async def lost_power(site: Site, name: str) -> None:
    """The host vanishes without a word and comes back as new: what others had open to it stays half-open."""
    host = site.host(name)
    site.network.swallow(host)
    site.kill(name)
    await asyncio.sleep(HOLD)
    site.network.heal(host)
    await asyncio.sleep(1.0)


async def _cut(site: Site, name: str, how: Callable[..., None]) -> None:
    host = site.host(name)
    how(host)
    try:
        await asyncio.sleep(HOLD)
    finally:
        site.network.heal(host)


KINDS: dict[str, Befalls] = {
    "killed": killed,
    "stands still": stands_still,
    "unplugged": unplugged,
    "packets vanish": swallowed,
    "heard by nobody": mute,
    "a thin line": thin,
    "lost its power": lost_power,
}
WITHOUT_CABLES = ("killed", "stands still")


def each(kinds: Iterable[str]) -> dict[str, Fault]:
    """Every host alone, in every way."""
    return {f"{name}: {kind}": Fault(((name, KINDS[kind]),)) for kind in kinds for name in NAMES}


def few(kinds: Iterable[str]) -> dict[str, Fault]:
    """One round for each of some ways, which befall several hosts one after the other."""
    return {f"{kind}, one host after the other": Fault(tuple((name, KINDS[kind]) for name in FEW)) for kind in kinds}
