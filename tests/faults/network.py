"""The network between one client and the server, in the hands of a test: reset, silent, slow, or not read from."""

import asyncio
import socket
import struct
from contextlib import suppress
from typing import Self

PIECE = 16 * 1024
RESET = struct.pack("ii", 1, 0)  # SO_LINGER with no time: close sends RST


class Passage:
    """One connection through the wire, as its two streams."""

    def __init__(self, client: asyncio.StreamWriter, server: asyncio.StreamWriter) -> None:
        self.client, self.server = client, server
        self.lost = False  # silent for good, as when a router forgot the connection

    def reset(self) -> None:
        """End both halves with RST."""
        for writer in (self.client, self.server):
            carrier = writer.get_extra_info("socket")
            with suppress(OSError):
                carrier.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            writer.transport.abort()


class Wire:
    """A loopback port that leads to the server's port; `async with` opens and closes it."""

    def __init__(self, upstream: int) -> None:
        self.upstream, self.port = upstream, 0
        self.bytes_per_second: int | None = None
        self._passages: set[Passage] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._silent = False
        self._reading = asyncio.Event()
        self._reading.set()
        self._server: asyncio.Server | None = None

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_error: object) -> None:
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()
        self.cut()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def cut(self) -> None:
        """Reset every connection; new ones are welcome at once."""
        for passage in list(self._passages):
            passage.reset()

    def silence(self) -> None:
        """Swallow what both sides send, without telling either; what was connected stays lost after `heal`."""
        self._silent = True
        for passage in self._passages:
            passage.lost = True

    def slow(self, bytes_per_second: int) -> None:
        """Let no more than this through on each connection."""
        self.bytes_per_second = bytes_per_second

    def stop_reading(self) -> None:
        """Take nothing more from the server, so that its buffers fill, while the client may still speak."""
        self._reading.clear()

    def heal(self) -> None:
        """Be a good network again."""
        self._silent, self.bytes_per_second = False, None
        self._reading.set()

    async def _connected(self, from_client: asyncio.StreamReader, to_client: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is not None:
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        try:
            from_server, to_server = await asyncio.open_connection("127.0.0.1", self.upstream)
        except OSError:
            to_client.transport.abort()
            return
        passage = Passage(to_client, to_server)
        passage.lost = self._silent
        self._passages.add(passage)
        try:
            await asyncio.gather(
                self._carry(passage, from_client, to_server),
                self._carry(passage, from_server, to_client, downwards=True),
            )
        except asyncio.CancelledError:
            return  # the wire is taken away
        finally:
            self._passages.discard(passage)
            passage.reset()

    async def _carry(
        self, passage: Passage, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, downwards: bool = False
    ) -> None:
        try:
            while True:
                if downwards:
                    await self._reading.wait()
                piece = await reader.read(PIECE if self.bytes_per_second is None else 256)
                if passage.lost:
                    if not piece:
                        return
                    continue
                if not piece:
                    writer.close()
                    return
                if self.bytes_per_second is not None:
                    await asyncio.sleep(len(piece) / self.bytes_per_second)
                writer.write(piece)
                await writer.drain()
        except OSError:
            writer.transport.abort()
