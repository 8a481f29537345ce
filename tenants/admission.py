"""How many come in at the same moment, so that those who are inside are still served while a thousand come back.

Threads and the loop that serves the sockets share one interpreter: with many threads at work everything else gets only
a small part of it, down to the handshakes of those who come. Whoever waits here costs nothing.
"""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary


@dataclass
class _Gates:
    """The gates of one event loop: the door's own, and one for each company that somebody waits for."""

    own: asyncio.Semaphore
    of_company: dict[str, asyncio.Semaphore] = field(default_factory=dict)
    here: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))


class Door:
    """Lets so many in at once in each event loop, and fewer of one company, first come first served."""

    def __init__(self, at_once: int, of_a_company: int) -> None:
        self.at_once, self.of_a_company = at_once, of_a_company
        self._gates: WeakKeyDictionary[asyncio.AbstractEventLoop, _Gates] = WeakKeyDictionary()

    @asynccontextmanager
    async def admitted(self, schema: str) -> AsyncIterator[None]:
        """Come in when it is this company's turn, and make room at the end of the block."""
        gates = self._gates.setdefault(asyncio.get_running_loop(), _Gates(asyncio.Semaphore(self.at_once)))
        company = gates.of_company.setdefault(schema, asyncio.Semaphore(self.of_a_company))
        gates.here[schema] += 1
        try:
            async with company, gates.own:
                yield
        finally:
            gates.here[schema] -= 1
            if not gates.here[schema]:
                del gates.here[schema], gates.of_company[schema]

    def waited_for(self) -> set[str]:
        """The companies of this event loop that somebody is at the door for, or inside."""
        gates = self._gates.get(asyncio.get_running_loop())
        return set() if gates is None else set(gates.of_company)


VISITORS = Door(at_once=3, of_a_company=2)
THREADS = Door(at_once=2, of_a_company=2)  # that agents begin to watch
