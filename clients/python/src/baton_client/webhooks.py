"""Checks that a webhook is from Baton: `webhooks.verify(body, headers, secret)`. See standardwebhooks.com."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Iterable
from typing import Any, Protocol

from baton_client.errors import BatonError

TOLERANCE = 300  # seconds that the sender's clock may differ


class Headers(Protocol):
    """Headers of any framework, whatever the case of their names."""

    def items(self) -> Iterable[tuple[str, str]]:
        """Each by name."""


class InvalidSignatureError(BatonError):
    """It is not from Baton, or too old, or was changed on its way."""


def verify(body: bytes, headers: Headers, secret: str, *, now: float | None = None) -> dict[str, Any]:
    """The event in the body, which is the bytes as they came; InvalidSignatureError unless it was signed with the
    secret within five minutes.

    Keep `headers["webhook-id"]` and skip what you have done already: an event may come more than once.
    """
    told = {name.lower(): value for name, value in headers.items()}
    try:
        event_id, stamp = told["webhook-id"], told["webhook-timestamp"]
        given = [one.partition(",")[2] for one in told["webhook-signature"].split() if one.startswith("v1,")]
        moment = int(stamp)
    except (KeyError, ValueError) as error:
        raise InvalidSignatureError("The headers of a webhook are missing or wrong.") from error
    if abs((time.time() if now is None else now) - moment) > TOLERANCE:
        raise InvalidSignatureError("It was signed too long ago, or a clock is wrong.")
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = hmac.new(key, f"{event_id}.{stamp}.".encode() + body, hashlib.sha256).digest()
    if not any(hmac.compare_digest(base64.b64encode(signed), one.encode()) for one in given):
        raise InvalidSignatureError("No signature fits the secret.")
    event: dict[str, Any] = json.loads(body)
    return event
