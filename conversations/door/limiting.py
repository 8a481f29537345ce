"""The middleware that counts requests."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.utils.translation import gettext

from conversations.door import OURS, asking
from tenants import errors
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
        return counted.answered(allowance, lambda: _in_shape(self.get_response(request)))


def _in_shape(response: HttpResponse) -> HttpResponse:
    """A view that is no class says 405 without words."""
    if not isinstance(response, HttpResponseNotAllowed):
        return response
    error = errors.shape(
        "invalid_request_error", "method_not_allowed", gettext("This address does not take this method.")
    )
    told = JsonResponse({"error": error}, status=response.status_code)
    told["Allow"] = response["Allow"]
    return told
