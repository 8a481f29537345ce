"""How many come in at the same moment, so that those who are inside are still served while a thousand come back.

Threads and the loop that serves the sockets share one interpreter: with many threads at work everything else gets only
a small part of it, down to the handshakes of those who come. Whoever waits here costs nothing.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakKeyDictionary

from tenants.lines import Lines

EVERYBODY = ""  # the line of all companies; no schema is called so


class Door:
    """Lets so many in at once in each event loop, and fewer of one company, first come first served."""

    def __init__(self, at_once: int, of_a_company: int) -> None:
        self.at_once, self.of_a_company = at_once, of_a_company
        self._lines: WeakKeyDictionary[asyncio.AbstractEventLoop, Lines] = WeakKeyDictionary()

    @property
    def lines(self) -> Lines:
        """Those of this event loop."""
        return self._lines.setdefault(asyncio.get_running_loop(), Lines())

    @asynccontextmanager
    async def admitted(self, schema: str) -> AsyncIterator[None]:
        """Come in when it is this company's turn, and make room at the end of the block."""
        lines = self.lines
        async with lines.of(schema, self.of_a_company), lines.of(EVERYBODY, self.at_once):
            yield


VISITORS = Door(at_once=3, of_a_company=2)
THREADS = Door(at_once=2, of_a_company=2)  # that agents begin to watch
