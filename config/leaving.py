"""How a web server that is told to end sends its clients away, so that none of them loses a request."""

import asyncio
import time
from typing import Any

from daphne.http_protocol import WebRequest
from daphne.server import Server
from daphne.ws_protocol import WebSocketProtocol
from twisted.internet.defer import Deferred, maybeDeferred

SPREAD_SECONDS = 4.0  # over which the sockets are sent away, so that not all come back in one moment
SOCKETS_A_SECOND = 250.0  # and no slower than this, however few they are
WAIT_SECONDS = 8.0  # for what is under way; with the sockets' time below the 15 s after which a supervisor kills
COME_BACK = 4412  # as where a socket missed something: it comes back, and asks for all after its last seq
POLLS = frozenset({"/api/v1/widget/events", "/api/v1/updates"})  # they wait for nothing that they could lose

BaseServer: Any = Server  # without types of its own
Protocol = Any


class LeavingServer(BaseServer):  # type: ignore[misc]
    """daphne's server, which on SIGTERM takes nobody in any more and then lets those inside finish."""

    leaving = False
    ports: tuple[Any, ...] = ()

    def listen_success(self, port: Any) -> None:
        """Remember what listens."""
        super().listen_success(port)
        self.ports = (*self.ports, port)

    def create_application(self, protocol: Protocol, scope: dict[str, Any]) -> Any:
        """Begin with a request or socket; on the way out it is the last one of its connection."""
        if self.leaving and isinstance(protocol, WebRequest):
            _last(protocol)
        return super().create_application(protocol, scope)

    def kill_all_applications(self) -> Any:
        """What daphne does before its end: here after the clients have left."""
        return Deferred.fromFuture(asyncio.ensure_future(self._leave()))

    async def _leave(self) -> None:
        self.leaving = True
        await self._close_doors()
        requests = [one for one in self.connections if isinstance(one, WebRequest) and not one.finished]
        for request in requests:
            if request.path.decode("latin-1") in POLLS:
                request.loseConnection()  # the proxy, or the client, asks the next server
            else:
                _last(request)
        await self._send_sockets_away()
        until = time.monotonic() + WAIT_SECONDS
        while (left := self._under_way()) and (seconds := until - time.monotonic()) > 0:
            await asyncio.wait(left, timeout=seconds)
        for work in left:
            work.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    async def _close_doors(self) -> None:
        """Listen no more, so that the next client is told at once to go elsewhere."""
        for port in self.ports:
            await Deferred.asFuture(maybeDeferred(port.stopListening), asyncio.get_running_loop())

    async def _send_sockets_away(self) -> None:
        sockets = [one for one in self.connections if isinstance(one, WebSocketProtocol)]
        pause = min(1 / SOCKETS_A_SECOND, SPREAD_SECONDS / max(1, len(sockets)))
        for socket in sockets:
            if socket.state == socket.STATE_OPEN:
                socket.sendClose(code=COME_BACK)
                await asyncio.sleep(pause)

    def _under_way(self) -> list[asyncio.Future[Any]]:
        """What has not ended yet of requests and sockets."""
        known = (details.get("application_instance") for details in self.connections.values())
        return [work for work in known if work is not None and not work.done()]


def _last(request: Protocol) -> None:
    """Let the connection end with the answer to this request."""
    if request.channel is not None and not request._response_started:  # noqa: SLF001  daphne has no other word for it
        request.channel.persistent = False
        request.setHeader(b"connection", b"close")
