"""Reads what the company's server signed about a customer: a JSON Web Token (RFC 7519), HS256, good for minutes."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import jwt
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from jwt.exceptions import (
    DecodeError,
    ExpiredSignatureError,
    ImmatureSignatureError,
    InvalidSignatureError,
    InvalidTokenError,
    MissingRequiredClaimError,
)

from conversations.identity import attributes, secrets
from conversations.models import IdentitySettings
from tenants.errors import BatonError, ParameterError

Json = dict[str, Any]
LONGEST_BYTES = 4096
LONGEST_LIFE = 3600  # seconds from now that a token may still be good
LEEWAY = 60  # seconds that the clocks of two servers may differ
LONGEST_ID, LONGEST_NAME = 128, 120


class IdentityRefusedError(BatonError):
    """The signed identity does not count; `code` says why, the message what to do."""

    status = 422

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message, param="identity")
        self.code = code


@dataclass(frozen=True)
class Claims:
    """Whom the company's server named."""

    sub: str
    email: str  # lower case
    expires_at: int  # Unix seconds
    name: str = ""
    attributes: Mapping[str, Any] | None = None


def read(token: str) -> Claims:
    """The claims of a token that is good now, whose use is noted. IdentityRefusedError for any other."""
    settings = secrets.stored()
    claims = tried(token, settings)
    secrets.note_use(settings)
    return claims


def tried(token: str, settings: IdentitySettings) -> Claims:
    """The same of a token that is only looked at."""
    good = secrets.good_now(settings)
    if not good:
        raise _refused("not_set_up", "Signed identity is not set up: make a secret under Settings, Identity.")
    return _claims(_decoded(token, good))


def _decoded(token: str, good: list[str]) -> Json:
    if len(token.encode()) > LONGEST_BYTES:
        raise _refused("malformed", f"The token is longer than {LONGEST_BYTES} bytes.")
    options: Any = {"require": ["exp", "sub", "email"], "verify_aud": False}
    for secret in good:
        try:
            return jwt.decode(token, secret, algorithms=["HS256"], leeway=LEEWAY, options=options)
        except InvalidSignatureError:
            continue
        except InvalidTokenError as error:
            raise _refused(*_why(error)) from error
    raise _refused("forged", "The signature is not the secret's: copy the secret anew, and sign on the server.")


def _why(error: InvalidTokenError) -> tuple[str, str]:
    match error:
        case ExpiredSignatureError():
            return "expired", "The token ran out: sign a new one for each page that is loaded."
        case ImmatureSignatureError():
            return "not_yet", "The token is dated in the future: look at the server's clock."
        case MissingRequiredClaimError(claim=claim):
            return "malformed", f"{claim}: this claim is missing."
        case DecodeError():
            return "malformed", "This is no JSON Web Token."
        case _:
            return "malformed", "The token must be signed with HS256, and its claims be of the right kind."


def _claims(told: Json) -> Claims:
    email = _text(told, "email", LONGEST_ID * 2).lower()
    try:
        validate_email(email)
    except ValidationError as error:
        raise _refused("malformed", "email: this is no e-mail address.") from error
    if int(told["exp"]) > time.time() + LONGEST_LIFE + LEEWAY:
        raise _refused("too_long", "exp: the token must run out within an hour.")
    sub = _text(told, "sub", LONGEST_ID)
    if not sub:
        raise _refused("malformed", "sub: the customer's id in your system is missing.")
    name = _text(told, "name", LONGEST_NAME) if "name" in told else ""
    return Claims(sub, email, int(told["exp"]), name, _attributes(told["attributes"]) if "attributes" in told else None)


def _attributes(told: Any) -> Json:
    try:
        return attributes.checked(told)
    except ParameterError as error:
        raise _refused("malformed", error.message) from error


def _text(told: Json, name: str, longest: int) -> str:
    value = told.get(name)
    if not isinstance(value, str) or len(value) > longest or not value.isprintable():
        raise _refused("malformed", f"{name}: must be a text of at most {longest} letters.")
    return value.strip()


def _refused(code: str, message: str) -> IdentityRefusedError:
    return IdentityRefusedError(f"identity_{code}", message)
