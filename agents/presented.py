"""The API token of a request, looked up once, however many ask for it."""

from django.http import HttpRequest
from rest_framework.request import Request

from agents import tokens
from agents.tokens import Token

KNOWN = "baton.token"


def bearer(authorization: str) -> str | None:
    """The secret of an Authorization header, or None when it carries none."""
    kind, _, secret = authorization.partition(" ")
    return secret.strip() if kind.lower() == "bearer" else None


def token(request: HttpRequest | Request) -> Token | None:
    """The token with the secret that the request shows; None for none, and for one that is not good here."""
    if KNOWN not in request.META:
        secret = bearer(request.META.get("HTTP_AUTHORIZATION", ""))
        request.META[KNOWN] = tokens.known(secret) if secret else None
    found: Token | None = request.META[KNOWN]
    return found
