"""The list at the desk: one ear for all sockets of a process, which get what changed in one frame, dumped once.

A row changes with every message of the company, and everybody at the desk sees every row. So the first change after a
quiet moment leaves at once, and those that follow soon leave together, only the newest of each conversation. The more
there is to tell, the longer the pause after it, and what is too much for once waits for the next time: a desk that is
flooded with rows would confirm them too late.
"""

import asyncio
import json
from itertools import islice
from typing import Any
from weakref import WeakKeyDictionary

from channels.layers import get_channel_layer

from tenants import groups
from tenants.embedded.channel_layer import UNREACHABLE

Json = dict[str, Any]
Inbox = asyncio.Queue[Json]
GATHER_SECONDS = 0.15  # the console draws its list no more often
TELL_SECONDS = 0.1  # until all sockets were told; shorter than the pause, so that nothing is told out of turn
BYTES_A_SECOND = 80_000  # to each socket
MOST_AT_ONCE = 48_000  # bytes, well below what a socket may have unconfirmed (`flow.MOST_BYTES`)
MOST_ROWS = 20  # in one frame


class Board:
    """What the sockets of one tenant in this process get; each has an inbox."""

    def __init__(self) -> None:
        self.members: set[Inbox] = set()
        self.listening: asyncio.Task[None] | None = None
        self._opening = asyncio.Lock()
        self._changed: dict[str, Json] = {}
        self._leaves: asyncio.TimerHandle | None = None
        self._next_at = float("-inf")

    async def listen(self, schema: str) -> None:
        """Hear from now on what everybody at the desk is told."""
        async with self._opening:
            if self.listening is None:
                layer = get_channel_layer()
                channel = await layer.new_channel("board")
                await layer.group_add(groups.everyone_at_the_desk(schema), channel)
                self.listening = asyncio.create_task(self._listen(layer, channel), name="board")

    async def _listen(self, layer: Any, channel: str) -> None:
        try:
            while True:
                message = await layer.receive(channel)
                if message["type"] == "event":
                    self._change(message["event"])
                else:
                    self._tell(message)
        except UNREACHABLE:
            self._tell({"type": "gap"})
        finally:
            self.listening = None

    def _change(self, event: Json) -> None:
        self._changed.pop(event["conversation_id"], None)
        self._changed[event["conversation_id"]] = event
        if self._leaves is None:
            loop = asyncio.get_running_loop()
            self._leaves = loop.call_at(max(loop.time(), self._next_at), self._leave)

    def _leave(self) -> None:
        loop, told = asyncio.get_running_loop(), 0
        self._leaves = None
        while self._changed and told < MOST_AT_ONCE:
            first = list(islice(self._changed, MOST_ROWS))
            part = [self._changed.pop(conversation_id) for conversation_id in first]
            content = part[0] if len(part) == 1 else {"op": "rows", "events": part}
            text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
            self._tell_in_turn({"type": "rows", "text": text, "events": part})
            told += len(text)
        self._next_at = loop.time() + max(GATHER_SECONDS, told / BYTES_A_SECOND)
        if self._changed:
            self._leaves = loop.call_at(self._next_at, self._leave)

    def _tell_in_turn(self, message: Json) -> None:
        """Tell the sockets one after the other within the pause, so that messages need not wait for all of them."""
        loop = asyncio.get_running_loop()
        for number, inbox in enumerate(self.members):
            loop.call_later(number * TELL_SECONDS / len(self.members), inbox.put_nowait, message)

    def _tell(self, message: Json) -> None:
        for inbox in self.members:
            inbox.put_nowait(message)


_boards: WeakKeyDictionary[asyncio.AbstractEventLoop, dict[str, Board]] = WeakKeyDictionary()


async def join(schema: str, inbox: Inbox) -> None:
    """Let the inbox get `rows` of the tenant from now on: their events, and the text of the frame that tells them.

    It gets a `gap` when some were missed.
    """
    mine = _boards.setdefault(asyncio.get_running_loop(), {})
    board = mine.setdefault(schema, Board())
    board.members.add(inbox)
    await board.listen(schema)


async def leave(schema: str, inbox: Inbox) -> None:
    """The inbox gets no more; with its last inbox the board ends."""
    mine = _boards.get(asyncio.get_running_loop(), {})
    board = mine.get(schema)
    if board is None:
        return
    board.members.discard(inbox)
    if not board.members:
        del mine[schema]
        if board.listening is not None:
            board.listening.cancel()
            await asyncio.gather(board.listening, return_exceptions=True)
