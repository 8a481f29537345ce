"""The middleware behind `Idempotency-Key`: a POST that is sent again is answered as it was, and done once."""

import logging
from collections.abc import Callable

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from agents import idempotency
from agents.idempotency import Answer, Begun
from conversations.door import OURS, asking, fingerprint
from tenants import errors
from tenants.errors import BatonError

REPLAYED = "Idempotent-Replayed"
NOTHING_DONE = frozenset({401, 429})  # and whatever went wrong with us

Next = Callable[[HttpRequest], HttpResponse]
logger = logging.getLogger(__name__)


class Once:
    """Stands before all views that take a POST, for whoever shows credentials; a stranger's does nothing twice."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The view's answer, or the one of before; without the header nothing is looked up and nothing is kept."""
        key = request.headers.get(idempotency.HEADER)
        if key is None or request.method != "POST" or not request.path.startswith(OURS):
            return self.get_response(request)
        try:
            idempotency.check_key(key)
            who = asking.of(request)
            if who is None:
                return self.get_response(request)
            begun = idempotency.begin(who.id, key, fingerprint=fingerprint.of(request))
        except BatonError as error:
            return errors.answer(error)
        return _replayed(begun) if isinstance(begun, Answer) else self._done(request, begun)

    def _done(self, request: HttpRequest, begun: Begun) -> HttpResponse:
        response = self.get_response(request)
        try:
            _remember(begun, response)
        except DatabaseError as error:  # it was done; who asks again hears that nobody knows
            logger.warning("What a request was answered with could not be kept: %s", type(error).__name__)
        return response


def _remember(begun: Begun, response: HttpResponse) -> None:
    status = response.status_code
    if status >= 500 or status in NOTHING_DONE:
        idempotency.free(begun)
    elif response.streaming:
        idempotency.keep_status(begun, status)
    else:
        idempotency.keep(begun, Answer(status, response.get("Content-Type", ""), response.content))


def _replayed(answer: Answer) -> HttpResponse:
    response = HttpResponse(answer.body, status=answer.status, content_type=answer.content_type or None)
    if not answer.content_type:
        del response["Content-Type"]
    response[REPLAYED] = "true"
    return response
