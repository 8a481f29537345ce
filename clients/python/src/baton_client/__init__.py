"""A client for Baton's REST API."""

from baton_client import types, webhooks
from baton_client.calling import NOT_GIVEN, Upload
from baton_client.client import VERSION, Client, Retries
from baton_client.errors import (
    ApiError,
    AuthenticationError,
    BatonError,
    ConflictError,
    ConnectionFailedError,
    InvalidRequestError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitedError,
    ServerError,
)
from baton_client.pages import Page
from baton_client.webhooks import InvalidSignatureError

__version__ = VERSION
__all__ = [
    "NOT_GIVEN",
    "ApiError",
    "AuthenticationError",
    "BatonError",
    "Client",
    "ConflictError",
    "ConnectionFailedError",
    "InvalidRequestError",
    "InvalidSignatureError",
    "NotFoundError",
    "Page",
    "PermissionDeniedError",
    "RateLimitedError",
    "Retries",
    "ServerError",
    "Upload",
    "types",
    "webhooks",
]
