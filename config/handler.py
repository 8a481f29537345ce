"""Django behind ASGI, with one hop into a thread for each request.

Django's own handler would run those of its middlewares that could be asynchronous in the event loop, and hop into the
thread and back for each of their steps; every view here is synchronous.
"""

from asgiref.sync import sync_to_async
from django.core.handlers.asgi import ASGIHandler
from django.core.handlers.base import BaseHandler
from django.http import HttpRequest, HttpResponseBase


class OneHop(ASGIHandler):
    """Runs all middlewares and the view in the thread of the request."""

    def __init__(self) -> None:
        super(BaseHandler, self).__init__()  # the one between would load the middlewares for the event loop
        self.load_middleware(is_async=False)

    async def get_response_async(self, request: HttpRequest) -> HttpResponseBase:
        """The response to a request."""
        return await sync_to_async(self.get_response)(request)
