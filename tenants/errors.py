"""The one shape of an error, over REST and over sockets, and the map from exceptions to it."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.http import Http404, JsonResponse
from django.utils.translation import gettext, gettext_lazy
from rest_framework import exceptions
from rest_framework.response import Response
from typing_extensions import TypedDict

from tenants import refused, requests
from tenants.ids import NoSuchIdError


class ErrorFacts(TypedDict):
    """What went wrong."""

    type: str
    """What kind of error it is, such as `invalid_request_error`."""
    code: str
    """The error itself, for programs."""
    message: str
    """The same for people."""
    param: str | None
    """The field of the request that is wrong."""
    request_id: str
    """Tell us this one to have the request found again."""


class ErrorBody(TypedDict):
    """The one shape of an error."""

    error: ErrorFacts


class BatonError(Exception):
    """An error that the caller can act on; each app derives its own."""

    status = 400
    type = "invalid_request_error"
    code = "invalid"
    retry_after: int | None = None  # seconds, where it makes sense to try again

    def __init__(self, message: str, *, param: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.param = param


class ParameterError(BatonError):
    """A field of the request is wrong; `param` names it."""

    status = 422
    code = "parameter_invalid"


class NotFoundError(BatonError):
    """There is no such thing, or it is not the caller's to see."""

    status = 404
    code = "not_found"


class TooLongError(exceptions.APIException):
    """The body is longer than what is read."""

    status_code = 413
    default_detail = gettext_lazy("This request is too long.")
    default_code = "too_long"


class RateLimitedError(BatonError):
    """Too much, too soon; it makes sense to try again after `retry_after` seconds."""

    status = 429
    type = "rate_limit_error"
    code = "rate_limited"

    def __init__(self, message: str, *, param: str | None = None, retry_after: int = 30) -> None:
        super().__init__(message, param=param)
        self.retry_after = retry_after


class NotNowError(BatonError):
    """It cannot be done at the moment, by nobody's fault; it makes sense to try again after `retry_after` seconds."""

    status = 503
    type = "api_error"
    code = "unavailable"

    def __init__(self, message: str, *, param: str | None = None, retry_after: int = 5) -> None:
        super().__init__(message, param=param)
        self.retry_after = retry_after


def body(error: BatonError) -> ErrorFacts:
    """The error as it goes over the wire."""
    return shape(error.type, error.code, error.message, error.param)


def shape(kind: str, code: str, message: str, param: str | None = None) -> ErrorFacts:
    """`{"type", "code", "message", "param", "request_id"}`."""
    return {
        "type": kind,
        "code": code,
        "message": message,
        "param": param,
        "request_id": requests.current_id(),
    }


def answer(error: BatonError) -> JsonResponse:
    """The response to an error that no view met."""
    response = JsonResponse({"error": body(error)}, status=error.status)
    if error.retry_after is not None:
        response["Retry-After"] = str(error.retry_after)
    return response


def handle(error: Exception, context: Mapping[str, Any]) -> Response | None:
    """The response to an exception that a view raised; None lets it rise as a server error."""
    error = _as_ours(error, context)
    known = _known(error)
    if known is None:
        return None
    status, about = known
    refused.note_answer(status, about["code"])
    response = Response({"error": about}, status=status)
    if status == 401:
        response["WWW-Authenticate"] = 'Bearer realm="api"'
    if isinstance(error, BatonError) and error.retry_after is not None:
        response["Retry-After"] = str(error.retry_after)
    if isinstance(error, exceptions.Throttled):
        response["Retry-After"] = str(int(getattr(error, "wait", None) or 1))
    return response


def _as_ours(error: Exception, context: Mapping[str, Any]) -> Exception:
    """The same error, or one in words of ours that says more."""
    match error:
        case RequestDataTooBig():
            return TooLongError()
        case NoSuchIdError():  # in a filter or a body; one in a path is of something that is not there
            return ParameterError(f"{error.messages[0].capitalize()}.")
        case SuspiciousOperation():  # such as a form with too many files
            return exceptions.ParseError(gettext("This request cannot be read."))
        case exceptions.UnsupportedMediaType():
            wanted = context["view"].parser_classes[0].media_type
            says = gettext("{says} Send it with Content-Type: {wanted}.").format(says=error.detail, wanted=wanted)
            return exceptions.UnsupportedMediaType("", says)
        case _:
            return error


def _who_is_missing(error: Exception) -> str:
    if isinstance(error, exceptions.AuthenticationFailed):
        return gettext("This token is not good here: unknown at this address, revoked or expired.")
    return gettext("Sign in first, or send a token: Authorization: Bearer baton_…")


def _known(error: Exception) -> tuple[int, ErrorFacts] | None:
    """The status and body for an error of ours or of the framework."""
    match error:
        case BatonError():
            found = error.status, body(error)
        case exceptions.ValidationError():
            param, message = _first(error.detail)
            found = 422, shape("invalid_request_error", "parameter_invalid", message, param)
        case exceptions.NotAuthenticated() | exceptions.AuthenticationFailed():
            found = 401, shape("authentication_error", "unauthenticated", _who_is_missing(error))
        case exceptions.PermissionDenied() | PermissionDenied():
            found = 403, shape("permission_error", "forbidden", gettext("Your role does not allow this."))
        case exceptions.NotFound() | Http404():
            found = 404, shape("invalid_request_error", "not_found", gettext("There is no such thing here."))
        case exceptions.Throttled():
            found = 429, shape("rate_limit_error", "rate_limited", gettext("Too many requests; slow down."))
        case exceptions.APIException():
            kind = "invalid_request_error" if error.status_code < 500 else "api_error"
            found = error.status_code, shape(kind, str(error.default_code), str(error.detail))
        case _:
            return None
    return found


def _first(detail: Any, path: str = "") -> tuple[str | None, str]:
    """The first field that is wrong, with its message."""
    if isinstance(detail, Mapping):
        name, inner = next(iter(detail.items()))
        return _first(inner, path if name == "non_field_errors" else f"{path}.{name}".lstrip("."))
    if isinstance(detail, list):
        return _first(detail[0], path) if detail else (path or None, gettext("Invalid."))
    return path or None, f"{path}: {detail}" if path else str(detail)
