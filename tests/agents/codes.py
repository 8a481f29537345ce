"""An authenticator app, written from RFC 6238 alone."""

import base64
import hashlib
import hmac
import struct
import time


def code(secret: str, *, at: float | None = None) -> str:
    """The six digits that the app shows."""
    step = int(time.time() if at is None else at) // 30
    made = hmac.digest(base64.b32decode(secret), struct.pack(">Q", step), hashlib.sha1)
    place = made[-1] & 15
    return f"{(struct.unpack('>I', made[place : place + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"
