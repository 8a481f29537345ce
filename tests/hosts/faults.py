"""What befalls hosts: each fault makes one, and ends it."""

import asyncio
import signal
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.faults.scene import LONG, Scene
from tests.faults.street import Street
from tests.faults.strikes import Strike
from tests.hosts.machines import NAMES, Site

HOLD = 12.0 if LONG else 3.0
Befalls = Callable[[Site, str], Awaitable[None]]


@dataclass(frozen=True)
class Fault:
    """Something that befalls some hosts, one after the other."""

    befalls: Befalls
    hosts: tuple[str, ...]
    needs_cables: bool = True

    def on(self, site: Site) -> Strike:
        """As the fault harness makes it."""

        async def strike(_scene: Scene, _street: Street) -> None:
            for name in self.hosts:
                await self.befalls(site, name)

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


KINDS = {
    "killed": killed,
    "stands still": stands_still,
    "unplugged": unplugged,
    "packets vanish": swallowed,
    "heard by nobody": mute,
    "a thin line": thin,
    "lost power": lost_power,
}
FAULTS: dict[str, Fault] = {
    f"{name}: {kind}": Fault(befalls, (name,), needs_cables=befalls not in {killed, stands_still})
    for kind, befalls in KINDS.items()
    for name in NAMES
}
