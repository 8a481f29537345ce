"""Tokens for links in letters: computed from an id and our secret key, so that no table and no job ever holds one."""

import base64
import hashlib

from django.conf import settings
from django.utils.crypto import salted_hmac

LONGEST = 100  # characters of a token that are looked at


def token(purpose: str, of: str, *, kept: str = "") -> str:
    """The token of 256 bits that belongs to the id `of`; another purpose gives another.

    Where a digest of it is `kept` already, it is that token, also when our key has changed since.
    """
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    found = [_token(purpose, of, key) for key in keys]
    return next((one for one in found if digest(one) == kept), found[0])


def _token(purpose: str, of: str, secret: str) -> str:
    mac = salted_hmac(f"baton.{purpose}", of, secret=secret, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(mac).decode().rstrip("=")


def digest(told: str) -> str:
    """What a table keeps of a token, to find its row again."""
    return hashlib.sha256(told[:LONGEST].encode(errors="replace")).hexdigest()
