"""Hints that nobody waits for: sent in order by one task, and those that come while it is busy go together."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

Addressed = tuple[str, Mapping[str, Any]]  # a group, and a message to it

logger = logging.getLogger(__name__)


class Announcer:
    """Sends to groups from one event loop by `send`, which takes all that waits; what it fails over is lost."""

    def __init__(
        self, send: Callable[[Sequence[Addressed]], Awaitable[None]], *, fails_with: tuple[type[Exception], ...]
    ) -> None:
        self.send, self.fails_with = send, fails_with
        self.waiting: list[Addressed] = []
        self.sending: asyncio.Task[None] | None = None

    def announce(self, messages: Sequence[Addressed]) -> None:
        """Send these after all that were announced before."""
        self.waiting += messages
        if self.sending is None:
            self.sending = asyncio.create_task(self._send(), name="announcing")

    async def close(self) -> None:
        """Send nothing more."""
        if self.sending is not None:
            self.sending.cancel()
            await asyncio.gather(self.sending, return_exceptions=True)

    async def _send(self) -> None:
        try:
            while self.waiting:
                messages, self.waiting = self.waiting, []
                try:
                    await self.send(messages)
                except self.fails_with as error:
                    logger.warning("%d hints were lost: %s", len(messages), type(error).__name__)
        finally:
            self.sending = None
