"""Lines that so many at once come out of; one that nobody stands in is gone."""

import asyncio
from collections.abc import Hashable
from weakref import WeakValueDictionary


class Lines:
    """Semaphores by key; whoever waits for one, or holds it, keeps it."""

    def __init__(self) -> None:
        self._lines: WeakValueDictionary[Hashable, asyncio.Semaphore] = WeakValueDictionary()

    def __len__(self) -> int:
        return len(self._lines)

    def of(self, key: Hashable, most: int) -> asyncio.Semaphore:
        """The line of this key, which lets `most` through at once; made when nobody is in it."""
        line = self._lines.get(key)
        if line is None:
            line = self._lines[key] = asyncio.Semaphore(most)
        return line
