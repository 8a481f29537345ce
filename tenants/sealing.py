"""Secrets at rest: AES-256-GCM, each bound to its tenant and its place, so that one moved elsewhere opens nothing."""

import base64
import os
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from tenants import current

NONCE_BYTES = 12
INFO = b"baton.sealing.1"


class SealBrokenError(ValueError):
    """What was sealed was changed, moved, or sealed under a key that is not known any more."""


def seal(text: str, *, place: str) -> str:
    """The text for the database; `place` names table, column and row, and is needed to read it again."""
    nonce = os.urandom(NONCE_BYTES)
    sealed = AESGCM(_key(settings.SECRET_KEY)).encrypt(nonce, text.encode(), _bound_to(current.schema_name(), place))
    return base64.urlsafe_b64encode(nonce + sealed).decode()


def unseal(sealed: str, *, place: str) -> str:
    """The text that was sealed at this place of the tenant entered now; SealBrokenError otherwise."""
    return _unsealed(sealed, place, current.schema_name(), [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS])


def renewed(sealed: str, *, place: str, of: str = "") -> str:
    """The same text sealed under the key of now, for the tenant entered now; as it is when that is so already.

    `of` is the schema for which it was sealed, where that was another. SealBrokenError as with `unseal`.
    """
    schema = of or current.schema_name()
    if schema == current.schema_name():
        try:
            _unsealed(sealed, place, schema, [settings.SECRET_KEY])
        except SealBrokenError:
            pass
        else:
            return sealed
    return seal(_unsealed(sealed, place, schema, [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]), place=place)


def _unsealed(sealed: str, place: str, schema: str, secrets: Sequence[str]) -> str:
    try:
        raw = base64.urlsafe_b64decode(sealed.encode())
    except ValueError as error:
        raise SealBrokenError(place) from error
    for secret in secrets:
        cipher = AESGCM(_key(str(secret)))
        try:
            return cipher.decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], _bound_to(schema, place)).decode()
        except (InvalidTag, ValueError):
            continue
    raise SealBrokenError(place)


def _key(secret: str) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=INFO).derive(secret.encode())


def _bound_to(schema: str, place: str) -> bytes:
    return f"{schema}:{place}".encode()
