"""What goes wrong, as exceptions by kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class BatonError(Exception):
    """Anything that this client raises."""


class ConnectionFailedError(BatonError):
    """The API could not be reached, again and again."""


class ApiError(BatonError):
    """The API answered with an error.

    `code` is for programs, `param` names the field that is wrong, and `request_id` helps to find the request again.
    """

    def __init__(self, status: int, told: Mapping[str, Any], request_id: str) -> None:
        self.status = status
        self.type: str = told.get("type", "api_error")
        self.code: str = told.get("code", "unexpected")
        self.message: str = told.get("message", f"The API answered {status}.")
        self.param: str | None = told.get("param")
        self.request_id: str = told.get("request_id") or request_id
        super().__init__(status, told, request_id)

    def __str__(self) -> str:
        """What happened, for people, and where to find it again."""
        return f"{self.message} ({self.status} {self.code}, {self.request_id or 'no request id'})"


class AuthenticationError(ApiError):
    """401: the token is not good here."""


class PermissionDeniedError(ApiError):
    """403: the token has not the scope, or whom it acts for may not."""


class NotFoundError(ApiError):
    """404."""


class ConflictError(ApiError):
    """409: things stand otherwise by now; read again, then decide."""


class InvalidRequestError(ApiError):
    """400, 413, 415 or 422: `param` names what is wrong."""


class RateLimitedError(ApiError):
    """429, still after waiting."""


class ServerError(ApiError):
    """5xx, still after trying again."""


BY_STATUS: dict[int, type[ApiError]] = {
    400: InvalidRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    413: InvalidRequestError,
    415: InvalidRequestError,
    422: InvalidRequestError,
    429: RateLimitedError,
}


def error_of(status: int, told: Mapping[str, Any], request_id: str) -> ApiError:
    """The exception for an answer."""
    kind = ServerError if status >= 500 else BY_STATUS.get(status, ApiError)
    return kind(status, told, request_id)
