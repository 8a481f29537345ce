"""How many come in at the same moment, so that those who are inside are still served while a thousand come back.

Whoever waits here costs nothing. Without it their questions would stand before everybody's in the queue for a thread,
and the tenth question of a socket would wait as long as its first.
"""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakKeyDictionary

AT_ONCE = 12  # of one process; there are fewer threads that ask the database
OF_A_COMPANY = 8  # so that there is room for the others beside one whose customers all come back


class _Doors:
    """The doors of one event loop: the process's own, and one for each company that somebody waits at."""

    def __init__(self) -> None:
        self.own = asyncio.Semaphore(AT_ONCE)
        self.of_company: defaultdict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(OF_A_COMPANY))
        self.here: defaultdict[str, int] = defaultdict(int)


_doors: WeakKeyDictionary[asyncio.AbstractEventLoop, _Doors] = WeakKeyDictionary()


@asynccontextmanager
async def admitted(schema: str) -> AsyncIterator[None]:
    """Come in when it is this company's turn, first come first served, and make room at the end of the block."""
    doors = _doors.setdefault(asyncio.get_running_loop(), _Doors())
    doors.here[schema] += 1
    try:
        async with doors.of_company[schema], doors.own:
            yield
    finally:
        doors.here[schema] -= 1
        if not doors.here[schema]:
            del doors.here[schema], doors.of_company[schema]
