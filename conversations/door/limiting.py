"""The middleware that counts requests."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from conversations.door import OURS, asking
from tenants.limits import counted, counting

Next = Callable[[HttpRequest], HttpResponse]


class Limits:
    """Counts each request of the REST interface against its token, session or visitor, and strangers by network."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """429 for who asked too often; on every reply the headers that say what is left."""
        if not request.path.startswith(OURS):
            return self.get_response(request)
        who = asking.of(request)
        allowance = counted.of_network(request) if who is None else counting.charge(who.counted_as, who.limit)
        return counted.answered(allowance, lambda: self.get_response(request))
