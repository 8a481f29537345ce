"""What is answered where no view is: below /api/ always in the one shape of an error, elsewhere as pages."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext
from django.views import csrf, defaults

from tenants import errors

OURS = "/api/"
AWAY = (OperationalError, InterfaceError)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """400: what came cannot be read."""
    if request.path.startswith(OURS):
        return _said(400, "invalid_request_error", "parse_error", gettext("This request cannot be read."))
    return defaults.bad_request(request, exception)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """403: whoever asks may not."""
    if request.path.startswith(OURS):
        return _said(403, "permission_error", "forbidden", gettext("Your role does not allow this."))
    return defaults.permission_denied(request, exception)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """404: no view has this address."""
    if request.path.startswith(OURS):
        by_slash = gettext("There is no such address here; try it without the slash at the end.")
        message = by_slash if request.path.endswith("/") else gettext("There is no such address here.")
        return _said(404, "invalid_request_error", "not_found", message)
    return defaults.page_not_found(request, exception)


def failed(request: HttpRequest) -> HttpResponseBase:
    """500: something of ours broke; the log has more under the request's id. 503 where it is the database."""
    if request.path.startswith(OURS) and isinstance(sys.exc_info()[1], AWAY):
        return errors.answer(errors.NotNowError(gettext("Something that this needs is away; try again soon.")))
    if request.path.startswith(OURS):
        return _said(
            500, "api_error", "internal_error", gettext("Something went wrong on our side. Tell us the request_id.")
        )
    return defaults.server_error(request)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a browser's request came without the proof that its page is ours."""
    if request.path.startswith(OURS):
        return _said(403, "permission_error", "forbidden", gettext("The CSRF token is missing or wrong."))
    return csrf.csrf_failure(request, reason)


def _said(status: int, kind: str, code: str, message: str) -> JsonResponse:
    return JsonResponse({"error": errors.shape(kind, code, message)}, status=status)
