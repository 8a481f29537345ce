"""Signs what goes out to a tenant's own servers, as Standard Webhooks (standardwebhooks.com) has it."""

import base64
import binascii
import hashlib
import hmac
import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

PREFIX = "whsec_"
BYTES = 32
TOLERANCE = timedelta(minutes=5)


class SignatureError(ValueError):
    """The request was not signed with this secret, was changed on its way, or is too old."""


def secret() -> str:
    """A new secret."""
    return PREFIX + base64.b64encode(secrets.token_bytes(BYTES)).decode()


def headers(body: bytes, *, id: str, at: datetime, keys: Sequence[str]) -> Mapping[str, str]:  # noqa: A002  its name there
    """The three headers; with a signature for each key, since while a secret is changed two are good."""
    moment = str(int(at.timestamp()))
    signed = " ".join(f"v1,{_signature(body, id, moment, key)}" for key in keys)
    return {"webhook-id": id, "webhook-timestamp": moment, "webhook-signature": signed}


def check(body: bytes, told: Mapping[str, str], *, key: str, now: datetime) -> None:
    """What a receiver does with the headers, in lower case; SignatureError unless one signature is by this key."""
    try:
        id_, moment, signatures = (told[f"webhook-{name}"] for name in ("id", "timestamp", "signature"))
        age = abs(now.timestamp() - int(moment))
    except (KeyError, ValueError) as error:
        raise SignatureError("A header is missing.") from error
    if age > TOLERANCE.total_seconds():
        raise SignatureError("The request is too old.")
    wanted = f"v1,{_signature(body, id_, moment, key)}"
    if not any(hmac.compare_digest(wanted, one) for one in signatures.split(" ")):
        raise SignatureError("No signature is good.")


def _signature(body: bytes, id_: str, moment: str, key: str) -> str:
    try:
        raw = base64.b64decode(key.removeprefix(PREFIX), validate=True)
    except binascii.Error as error:
        raise SignatureError("The secret is none.") from error
    return base64.b64encode(hmac.digest(raw, f"{id_}.{moment}.".encode() + body, hashlib.sha256)).decode()
