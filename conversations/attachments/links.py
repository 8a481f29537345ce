"""Signed links to files: good at one tenant's host, for an hour, and the same text for a quarter of an hour.

The same text lets a browser show a picture from its cache when a log is drawn again.
"""

import time
from urllib.parse import quote

from django.core.signing import BadSignature, Signer

from tenants import current

STEP = 15 * 60  # seconds for which a link's text stays the same
LASTS = 60 * 60  # seconds that a link lives at least; at most STEP longer


def url(attachment_id: str, name: str, *, now: float | None = None) -> str:
    """The path of the file on the host of the tenant entered now, such as `/files/att_….1970432.…/photo.jpg`.

    `now` is the Unix time of signing, this moment by default.
    """
    step = int(time.time() if now is None else now) // STEP
    return f"/files/{_signer().sign(f'{attachment_id}.{step}')}/{quote(name, safe='')}"


def attachment_id(token: str, *, now: float | None = None) -> str | None:
    """The id that a link's token names; None when it is forged, another tenant's, or over an hour old."""
    try:
        found, _, step = _signer().unsign(token).partition(".")
    except BadSignature:
        return None
    age = int(time.time() if now is None else now) - int(step) * STEP
    return found if age < LASTS + STEP else None


def _signer() -> Signer:
    return Signer(sep=".", salt=f"baton.files.{current.schema_name()}")
