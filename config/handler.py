"""Django behind ASGI, with one hop into a thread for each request.

Django's own handler would run those of its middlewares that could be asynchronous in the event loop, hop into the
thread and back for each of their steps, and start a thread for each request; every view here is synchronous.
"""

from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import IO, Any, cast

from asgiref.sync import sync_to_async
from django.core.exceptions import RequestAborted
from django.core.handlers.asgi import ASGIHandler, get_script_prefix
from django.core.signals import request_started
from django.db import close_old_connections
from django.http.response import FileResponse, HttpResponseBase
from django.urls import set_script_prefix

from config.refused import Refusals
from config.turns import Turns

Send = Callable[[Mapping[str, Any]], Awaitable[None]]
MOST_AT_ONCE = 16  # requests; further ones wait, and sockets have threads of their own


class OneHop(ASGIHandler):
    """Runs all middlewares and the view of a request in one thread, from the first signal to the last."""

    def __init__(self) -> None:
        super(ASGIHandler, self).__init__()  # its own would load the middlewares for the event loop
        self.load_middleware(is_async=False)
        self.threads = ThreadPoolExecutor(MOST_AT_ONCE, thread_name_prefix="request")
        self.turns = Turns()
        self.refusals = Refusals()

    async def __call__(self, scope: Any, receive: Callable[[], Awaitable[Any]], send: Send) -> None:
        """Serve one request."""
        try:
            body = await self.read_body(receive)
        except RequestAborted:
            return
        refusal = self.refusals.of(scope)
        if refusal is not None:
            await self.send_response(refusal, send)
            return
        async with self.turns.of(scope):
            response = await sync_to_async(self._respond, thread_sensitive=False, executor=self.threads)(scope, body)
        self.refusals.note(scope, response)
        await self.send_response(response, send)
        if response.streaming:
            await sync_to_async(response.close, thread_sensitive=False, executor=self.threads)()

    def _respond(self, scope: Any, body: IO[bytes]) -> HttpResponseBase:
        """The response; what it holds of the database goes back before it is sent."""
        with body:
            set_script_prefix(get_script_prefix(scope))
            request_started.send(sender=self.__class__, scope=scope)
            request, refusal = self.create_request(scope, body)
            response: Any = refusal if request is None else self.get_response(request)
            if isinstance(response, FileResponse):
                response.block_size = self.chunk_size
            if response.streaming:
                close_old_connections()
            else:
                response.close()
        return cast("HttpResponseBase", response)
